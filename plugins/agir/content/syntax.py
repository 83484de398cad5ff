"""What the parser cannot read, in words an editor understands, at the place of the mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from agir.content.characters import BLANKS
from agir.content.indentation import indented_otherwise

# 'l'été' or "une "même" idée": a quote that ends where the text goes on.
_CLOSED_EARLY = re.compile(r"""[:\[{,-]\s*(?:'[^']*'|"[^"]*")\w""")
_ESCAPE = re.compile(r"\\.")
_KEY = re.compile(r"\w+:\s")
# A colon that follows these starts a key: what is missing is the comma or the bracket before it.
_KEY_BEFORE = re.compile(r"""(?:^\s*[\w-]+|[\s"'](?:fr|en))$""")
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ")
# What is seen in a line, wherever the parser gave up after it.
_IN_LINE = (
    ("tab", re.compile(r"^ *(?=\t)")),
    ("no-break-space", re.compile(rf"^[ -]*(?={BLANKS})")),
    ("missing-blank", re.compile(r"^[ -]*[A-Za-z_][\w-]*:(?=[^ \t])")),
)
_MISPLACED = ("indentation", "misplaced-key", "yaml-syntax")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SAID = (
    ("escape character", "backslash"),
    ("hexdecimal", "backslash"),  # as the parser spells it
    ("character escape code", "backslash"),  # the number of no character
    ("alias", "anchor"),
    ("anchor", "anchor"),
    ("scanning a tag", "tag"),
)


class Explained(NamedTuple):
    """The code of the message, the line and the column (from 1) where the mistake is.

    `near` is what should stand there: how many blanks.
    """

    code: str
    line: int
    col: int
    near: str = ""


def explain(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """What is wrong where the parser gave up, or before."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    at, col = (mark.line, mark.column) if mark else (0, 0)
    if at >= len(lines):  # the parser adds a line to a file that lacks its last line end
        at, col = len(lines) - 1, len(lines[-1])
    for number, line in enumerate(lines):
        if CONFLICT.match(line):
            return Explained("merge-conflict", number + 1, 1)
    for number in (at - 1, at):
        for code, form in _IN_LINE:
            if number >= 0 and (found := form.match(lines[number])):
                return Explained(code, number + 1, found.end() + 1)
    line = lines[at]
    code = _code(f"{error.problem} {error.context}", line, col, lines[max(at - 1, 0) : at + 1])
    if code == "backslash":
        col = line.rfind("\\", 0, col + 1)
    if code in (*_MISPLACED, "open-quote") and (meant := indented_otherwise(lines, at)):
        number, blanks, right = meant
        return Explained("indentation", number + 1, blanks + 1, str(right))
    if code in (*_MISPLACED, "open-quote", "open-bracket", "colon-in-text"):
        opened = _left_open(text, line, at, col, error)
        code, at, col = opened or (code, at, col)
    return Explained(code, at + 1, col + 1)


def _left_open(
    text: str, line: str, at: int, col: int, error: yaml.MarkedYAMLError
) -> tuple[str, int, int] | None:
    """Where the quote or the bracket stands that swallowed what follows it."""
    context: Any = error.context_mark
    if "quoted scalar" in str(error.context) and context and context.line < at:
        return "open-quote", context.line, context.column
    odd = _without_escapes(line).count('"') % 2 == 1
    for start, end in _quoted_before(text):
        swallowed = start.line < end.line == at
        if swallowed or (odd and start.line == end.line == at and end.column == col):
            return "open-quote", start.line, start.column
    if "flow" in str(error.context) and context and context.line < at:
        return "open-bracket", context.line, context.column
    return None


def _quoted_before(text: str) -> Iterator[tuple[Any, Any]]:
    """Where the texts in quotes start and end that were read before the error, the last first."""
    found: list[tuple[Any, Any]] = []
    with suppress(yaml.YAMLError):
        found.extend(
            (event.start_mark, event.end_mark)
            for event in yaml.parse(text, _Loader)
            if isinstance(event, yaml.ScalarEvent) and event.style in ('"', "'")
        )
    yield from reversed(found[-2:])


def _code(said: str, line: str, col: int, near: list[str]) -> str:
    for words, code in _SAID:
        if words in said:
            return code
    if "mapping values are not allowed" in said:
        return "colon-in-text" if _KEY.search(line[max(col - 99, 0) : col]) else "misplaced-key"
    if "cannot start any token" in said:
        return "tab" if line[col : col + 1] == "\t" else "tag"
    if "quoted scalar" in said or any(_quotes_are_odd(text) for text in near):
        return "open-quote"
    if "flow" in said:
        colon = line[col : col + 1] == ":" and not _KEY_BEFORE.search(line[:col])
        return "colon-in-text" if colon else "open-bracket"
    return "indentation" if "block" in said and line[:col].isspace() else "yaml-syntax"


def _quotes_are_odd(line: str) -> bool:
    bare = _without_escapes(line)
    return bare.count('"') % 2 == 1 or bool(_CLOSED_EARLY.search(bare))


def _without_escapes(line: str) -> str:
    return _ESCAPE.sub("..", line)
