"""The texts that advice is given on, each with its place: those of data/, then those of docs/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.scalars import CODE
from agir.content.translations import texts_by_path
from agir.pages.search import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang, Text
    from agir.content.library import Library
    from agir.pages.reading import Content
    from agir.pages.written import WrittenPage

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NAMED = re.compile(r"\{\{.*?\}\}")  # {{repo}}: the site writes it
_STARTS = re.compile(r"\s*(?:[-*+]|\d+[.)]|>)\s")  # a point of a list, a quotation
_TITLES = ("title", "description")


@dataclass(frozen=True, slots=True)
class Line:
    """One text in one language: where it is, as it was typed, and its words."""

    path: str  # the id of its entry or the file of its page, then what it is there
    place: str
    typed: str

    @property
    def words(self) -> str:
        """The text without the marks of Markdown."""
        return words_of(self.typed)

    @property
    def whole(self) -> str:
        """The entry or the page that it is a part of."""
        return self.path.partition(".")[0]


def lines_of(content: Content, lang: Lang) -> Iterator[Line]:
    """Every text written in a language; names and the words of the sources are left out."""
    for path, text in _ours(content.library):
        value, shown = text.get(lang)
        if shown == lang:
            yield Line(path, _place(content.library, path), value)
    for page in content.written:
        if page.lang == lang:
            yield from lines_of_page(page)


def lines_of_page(page: WrittenPage) -> Iterator[Line]:
    """The title, the headings, the paragraphs and the points of a hand-written page."""
    for key in _TITLES:
        if key in page.places:
            place = page.places[key]
            yield Line(f"docs/{page.id}.{key}", f"{place.file}:{place.line}", getattr(page, key))
    for part in page.parts:
        if part.kind == "heading":
            yield Line(f"docs/{page.id}.{part.id}", f"{page.file}:{part.line}", part.text)
        elif part.kind == "prose":
            for line, text in _paragraphs(part.text):
                yield Line(f"docs/{page.id}", f"{page.file}:{part.line + line}", text)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph or point of a list with its line from the first, 0; no code, no comment."""
    for pattern, instead in ((_COMMENT, ""), (CODE, "x"), (_NAMED, "x")):
        text = pattern.sub(lambda found: _kept(found[0], instead), text)  # noqa: B023 (used at once)
    started, so_far = 0, ""
    for number, line in enumerate([*text.split("\n"), ""]):
        if so_far and (not line.strip() or _STARTS.match(line)):
            yield started, so_far
            so_far = ""
        if line.strip():
            started = started if so_far else number
            so_far = f"{so_far} {line.strip()}" if so_far else line.strip()


def _kept(found: str, instead: str) -> str:
    """What stands instead of a stretch of text: a word in its line, or its lines, empty."""
    return "\n" * found.count("\n") if "\n" in found else instead


def _ours(library: Library) -> Iterator[tuple[str, Text]]:
    """The texts that somebody here may change."""
    theirs = {e.id for name in ("inventory", "bibliography") for e in library.collections[name]}
    for path, text in texts_by_path(library).items():
        if text.fr != text.en and path.partition(".")[0] not in theirs:
            yield path, text


def _place(library: Library, path: str) -> str:
    """The file and the line of the entry that a text stands in."""
    place = library.places.get(path.partition(".")[0])
    return f"{place.file}:{place.line}" if place else "data/interface.yml"
