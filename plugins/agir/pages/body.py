"""The body of a hand-written page, line by line: headings, blocks and Markdown between them.

A block is a line of its own, `::: name argument`; a heading is `## Title {#id}`, with the same
id in both languages. Whatever only looks like one would be shown as it is typed: a mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agir.content.fields import Text
from agir.content.limits import MAX_TEXT
from agir.content.names import MAX_ID
from agir.content.nodes import Scalar
from agir.content.problems import Place, Problems
from agir.content.scalars import Fault, faults, hidden_characters, structure

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = re.compile(rf"##\s+(\S(?:.*\S)?)\s*\{{#([a-z][a-z0-9-]{{0,{MAX_ID - 1}}})\}}\s*")
_LIKE_HEADING = re.compile(r" {0,3}(?:#{2,6}|#\s)")
_BLOCK = re.compile(r"::: +(\S+)(?: +(\S+))? *")
_LIKE_BLOCK = re.compile(r" {0,3}:::")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
# Followed by the id of what they show, or the name of a group of messages.
_NAMING = ("collection", "entry", "checklist", "messages")
_BLOCKS = (*_NAMING, "citations", "cycle", "situations", "ways-in")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a hand-written page: a heading, a stretch of Markdown or a block."""

    kind: str  # "heading", "prose" or the name of a block
    text: str  # the title, the Markdown or the block's argument
    line: int  # its first line in the file
    id: str = ""


@dataclass(slots=True)
class Body:
    """The parts of a body; `whole` while every heading could be read."""

    problems: Problems
    parts: list[Piece] = field(default_factory=list)
    whole: bool = True

    def add_heading(self, line: str, place: Place) -> None:
        """A line that starts as a heading does."""
        found = _HEADING.fullmatch(line)
        if not found:
            self.problems.add("bad-heading", place)
            self.whole = False
            return
        title = Scalar(found[1], Place(place.file, place.line, found.start(1)))
        self._report(faults(title, Text, "fr"))
        self.parts.append(Piece("heading", found[1], place.line, found[2]))

    def add_block(self, line: str, place: Place) -> None:
        """A line that starts as a block does."""
        found = _BLOCK.fullmatch(line)
        name, argument = (found[1], found[2] or "") if found else ("", "")
        words = {"value": name, "argument": argument, "known": ", ".join(_BLOCKS)}
        if not found:
            self.problems.add("bad-block", place, **words)
        elif name not in _BLOCKS:
            near = self.problems.near(place, name, _BLOCKS)
            self.problems.add("unknown-block", Place(place.file, place.line, 5), near=near, **words)
        elif (name in _NAMING) != bool(argument):
            code = "block-with-id" if argument else "block-without-id"
            self.problems.add(code, place, **words)
        else:
            self.parts.append(Piece(name, argument, place.line))

    def add_prose(self, lines: list[str], place: Place) -> None:
        """Lines of Markdown, from a place on."""
        text = "\n".join(lines)
        if text.strip():
            if len(text) > MAX_TEXT:
                self.problems.add("too-long", place, most=str(MAX_TEXT // 1000))
                return
            node = Scalar(text, Place(place.file, place.line - 1), block=True)
            self._report([*hidden_characters(node), *structure(node)])
            self.parts.append(Piece("prose", text, place.line))

    def _report(self, found: Iterable[Fault]) -> None:
        for code, place, words in found:
            self.problems.add(code, place, **words)


def read_body(text: str, start: Place, problems: Problems) -> Body:
    """The parts of a body that starts at a place; what is wrong is added to `problems`."""
    body = Body(problems)
    lines = text.split("\n")
    code = _code_lines(lines)
    prose: list[str] = []
    for index, line in enumerate(lines):
        place = Place(start.file, start.line + index)
        special = None
        if index not in code:
            if _LIKE_HEADING.match(line):
                special = body.add_heading
            elif _LIKE_BLOCK.match(line):
                special = body.add_block
            elif _FENCE.match(line):
                problems.add("open-code", place)
        if special:
            body.add_prose(prose, Place(start.file, place.line - len(prose)))
            prose = []
            special(line, place)
        else:
            prose.append(line)
    body.add_prose(prose, Place(start.file, start.line + len(lines) - len(prose)))
    return body


def _code_lines(lines: list[str]) -> set[int]:
    """The lines of blocks of code that are closed as they were opened, marks included."""
    last = {line.rstrip(): index for index, line in enumerate(lines)}
    code: set[int] = set()
    fence = ""
    for index, line in enumerate(lines):
        if fence:
            code.add(index)
            if line.rstrip() == fence:
                fence = ""
        elif (found := _FENCE.match(line)) and last.get(found[1], -1) > index:
            code.add(index)
            fence = found[1]
    return code
