"""HTML as a tree, for tests that ask what stands inside what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from agir.pages.addresses import AGAIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What is for editors, and what says again what pages say.
BESIDE = ("relire/", *AGAIN)
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
BLOCKS = {
    "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "header", "input", "label", "li", "main",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "td", "text", "th", "tr",
    "ul",
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Node:
    """An element; its children are elements and texts."""

    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """This element and every one inside it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    def above(self) -> Iterator[Node]:
        """The elements around this one, the nearest first."""
        node = self.parent
        while node:
            yield node
            node = node.parent

    def texts(self) -> Iterator[tuple[Node, str]]:
        """Every text inside, with the element that holds it."""
        for child in self.children:
            if isinstance(child, str):
                yield self, child
            else:
                yield from child.texts()

    def words(self) -> str:
        """What a reader reads, on one line; explanations in bubbles are left out."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        if self.tag in ("script", "style") or "popover" in self.attributes:
            return
        gap = " " if self.tag in BLOCKS else ""
        yield gap
        for child in self.children:
            yield from [child] if isinstance(child, str) else child._words()
        yield gap


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.here.parent and self.here.tag != tag:
            self.here = self.here.parent
        self.here = self.here.parent or self.root

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Node:
    """The tree of a document."""
    builder = _Builder()
    builder.feed(html)
    return builder.root


def normal(text: str) -> str:
    """A text as it is compared: blanks, marks and apostrophes of typography put aside."""
    text = re.sub(r"[“”\"]|«\s*|\s*»", '"', text.replace("’", "'").replace("‘", "'"))
    return " ".join(re.sub(r"\s+([:;!?])", r"\1", text).split())


def page_files(folder: Path) -> list[Path]:
    """The pages of a built site; those for its editors are none, nor what says a page again."""
    return [
        file
        for file in sorted(folder.rglob("index.html"))
        if not file.relative_to(folder).as_posix().startswith(BESIDE)
    ]
