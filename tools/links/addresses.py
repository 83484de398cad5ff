"""Every address outside the site that the content links to, each with its places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from agir.content.files import read_text
from agir.content.library import files_of
from agir.content.names import is_web_address
from agir.content.nodes import Mapping, Node, Scalar, parse
from agir.content.problems import Place, Problems
from agir.content.scalars import links
from agir.pages.written import read_written_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAY_OR_NOT = re.compile(r"(?:null|~|\d{4}-\d\d-\d\d)?")
_REMARK = "note"  # never published: what it names is no link


@dataclass(frozen=True, slots=True)
class Use:
    """One place that links to an address; `checked` is the text with the day it last answered."""

    place: Place
    checked: Scalar | None = None

    @property
    def day(self) -> date | None:
        """The day it last answered, when one is noted there."""
        try:
            return date.fromisoformat(self.checked.value) if self.checked else None
        except ValueError:  # null
            return None


@dataclass(slots=True)
class Addresses:
    """Address -> its places, in their order; `unread` are files with mistakes too big to read."""

    uses: dict[str, list[Use]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def add(self, address: str, use: Use) -> None:
        """Note a place that links to an address."""
        if is_web_address(address):
            self.uses.setdefault(address, []).append(use)


def addresses_of(root: Path) -> Addresses:
    """What data/ and docs/ under `root` link to, mistakes elsewhere in them or not."""
    found = Addresses()
    for file, _collection in files_of(root, Problems()):
        text = read_text(root / file, file, Problems())
        node = None if text is None else parse(text, file, Problems())
        if node is None:
            found.unread.append(file)
            continue
        for address, use in _in_node(node):
            found.add(address, use)
    for page in read_written_pages(root, Problems()):
        for part in page.parts:
            if part.kind == "prose":
                node = Scalar(part.text, Place(page.file, part.line - 1), block=True)
                for address, place in links(node):
                    found.add(address, Use(place))
    return found


def _in_node(node: Node) -> Iterator[tuple[str, Use]]:
    """The links in a node: its `url`, dated by the `checked` beside it, and those of its texts."""
    if isinstance(node, Scalar):
        yield from ((address, Use(place)) for address, place in links(node))
    elif isinstance(node, Mapping):
        keys = {key.value: value for key, value in node.pairs}
        for key, value in keys.items():
            if key == "url" and isinstance(value, Scalar):
                yield value.value.strip(), Use(value.place, _dated(keys.get("checked")))
            elif key != _REMARK:
                yield from _in_node(value)
    else:
        for item in node.items:
            yield from _in_node(item)


def _dated(checked: Node | None) -> Scalar | None:
    """The text that says when a link answered; what is neither a day nor nothing is a mistake."""
    right = isinstance(checked, Scalar) and _DAY_OR_NOT.fullmatch(checked.value)
    return checked if isinstance(checked, Scalar) and right else None
