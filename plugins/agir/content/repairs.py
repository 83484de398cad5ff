"""Mistakes that need nobody's judgement, repaired in the text of a file: quotes, blanks, signs.

A repair is a change inside one line, known by the code of the problem and its place. It is kept
only when the problem is gone after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.characters import BLANKS, HIDDEN
from agir.content.decode import entries_of
from agir.content.fields import TO_TRANSLATE
from agir.content.known import FileContent
from agir.content.library import COLLECTIONS, read_text_of
from agir.content.nodes import parse
from agir.content.order import in_order
from agir.content.problems import Problem, Problems
from agir.content.readers import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

_START = r"^(\s*(?:- +)*(?:[\w-]+: +)?)"  # the indentation, the dash of a list, a key
_AFTER_KEY = re.compile(rf"{_START}(\S.*?) *$")
_APOSTROPHES = re.compile(rf"{_START}'([^\"]*'[^\"]*)' *$")
_LEFT_OPEN = re.compile(rf'{_START}"([^"]*)$')
_BLANK = re.compile(BLANKS)
_PAIRS = {"“": "”", "«": "»", "‘": "’", "„": "”"}
_QUOTED_VALUE = re.compile(r"""(["'])(0|[1-9][0-9]{0,5}|true|false)\1""")
_ENDS = re.compile(r"[,\]}]|\s+#|$")
_MOST = 200  # repairs of one file: more, and somebody had better look at it


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters of one line, from `start` to `end`, that become `text`."""

    start: int
    end: int
    text: str


def repaired(text: str, file: str, collection: str) -> tuple[str, list[Problem]]:
    """The text of a file with what is mechanical repaired, and what was wrong there.

    The keys of its entries come in their order when nothing is wrong any more.
    """
    done: list[Problem] = []
    tried: set[tuple[str, int, int]] = set()
    problems = problems_of(text, file, collection)
    while len(done) < _MOST and (found := _next(text, problems, file, collection, tried)):
        text, problems, problem = found
        done.append(problem)
    if collection in COLLECTIONS and not problems:
        text = _all_in_order(text, file)
    return text, done


def problems_of(text: str, file: str, collection: str) -> Problems:
    """What is wrong in one file, by itself."""
    content = FileContent(b"", Reading(Problems()))
    read_text_of(content, text, file, collection)
    return content.reading.problems


def _next(
    text: str, problems: Problems, file: str, collection: str, tried: set[tuple[str, int, int]]
) -> tuple[str, Problems, Problem] | None:
    """The text after the first repair that helps, what is wrong then, and what it repaired."""
    for problem in problems:
        key = (problem.code, problem.place.line, problem.place.col)
        if key in tried or problem.code not in _REPAIRS:
            continue
        tried.add(key)
        new = _with_repair(text, problem)
        if new != text:
            left = problems_of(new, file, collection)
            if not any((p.code, p.place) == (problem.code, problem.place) for p in left):
                return new, left, problem
    return None


def _with_repair(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    for number in (problem.place.line - 1, problem.place.line - 2):  # a quote is missed later
        line = lines[number] if 0 <= number < len(lines) else ""
        col = problem.place.col - 1 if number == problem.place.line - 1 else len(line)
        repair = _REPAIRS[problem.code](line, col)
        if repair:
            lines[number] = line[: repair.start] + repair.text + line[repair.end :]
            return "\n".join(lines)
        if problem.code != "open-quote":
            break
    return text


def _all_in_order(text: str, file: str) -> str:
    node = parse(text, file, Problems())
    for entry in [] if node is None else entries_of(node):
        text = in_order(text, entry)  # lines move inside the entry: the others stay in place
    return text


def _quote(line: str, _col: int) -> Repair | None:
    """The whole text after the key, in straight quotes; what stands in braces is left alone."""
    found = _AFTER_KEY.match(line)
    if not found or found[2][0] in "{[\"'|>":
        return None
    return Repair(found.start(2), found.end(2), quoted(found[2]))


def _quote_word(line: str, col: int) -> Repair | None:
    """One word without quotes: no, 12, 1.10."""
    end = _ENDS.search(line, col)
    word = line[col : end.start()].rstrip() if end else ""
    return Repair(col, col + len(word), quoted(word)) if word else None


def quoted(text: str) -> str:
    """A text as it stands between straight quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquote(line: str, col: int) -> Repair | None:
    """A number or an answer without its quotes."""
    found = _QUOTED_VALUE.match(line, col)
    return Repair(found.start(), found.end(), found[2]) if found else None


def _straight(line: str, col: int) -> Repair | None:
    """Curly quotes around a text."""
    close = line.find(_PAIRS.get(line[col : col + 1], "\n"), col + 1)
    if close < 0 or '"' in (inner := line[col + 1 : close].strip()):
        return None
    return Repair(col, close + 1, f'"{inner}"')


def _reopen(line: str, _col: int) -> Repair | None:
    """'l'école' in straight quotes; a text that its line does not close, closed there."""
    if found := _APOSTROPHES.match(line):
        return Repair(found.end(1), len(line.rstrip()), f'"{found[2]}"')
    if found := _LEFT_OPEN.match(line):
        end = len(line.rstrip())
        return Repair(end, len(line), '"')
    return None


def _blank(line: str, col: int) -> Repair | None:
    """An ordinary blank for one that looks like it; none before the colon of a key."""
    found = _BLANK.search(line, col)
    if not found:
        return None
    before_colon = line[found.end() : found.end() + 1] == ":"
    return Repair(found.start(), found.end(), "" if before_colon else " " * len(found[0]))


def _tab(line: str, _col: int) -> Repair | None:
    """Two blanks for each tab of an indentation."""
    indent = line[: len(line) - len(line.lstrip())]
    return Repair(0, len(indent), indent.replace("\t", "  ")) if "\t" in indent else None


def _blank_after_colon(line: str, col: int) -> Repair | None:
    """A blank after the colon of a key."""
    colon = line.rfind(":", 0, col + 1)
    colon = line.find(":", col) if colon < 0 or line[colon + 1 : colon + 2] == " " else colon
    return Repair(colon + 1, colon + 1, " ") if colon >= 0 else None


def _backslash(line: str, col: int) -> Repair | None:
    return Repair(col, col, "\\") if line[col : col + 1] == "\\" else None


def _hidden(line: str, col: int) -> Repair | None:
    found = HIDDEN.match(line, col)
    return Repair(found.start(), found.end(), "") if found else None


def _to_translate(line: str, col: int) -> Repair | None:
    end = _ENDS.search(line, col)
    return Repair(col, len(line[: end.start()].rstrip()), TO_TRANSLATE) if end else None


_REPAIRS: dict[str, Callable[[str, int], Repair | None]] = {
    "anchor": _quote,
    "backslash": _backslash,
    "bad-character": _hidden,
    "colon-in-text": _quote,
    "curly-quotes": _straight,
    "expected-number": _unquote,
    "expected-text": _quote_word,
    "expected-yes-no": _unquote,
    "hash-in-text": _quote,
    "missing-blank": _blank_after_colon,
    "no-break-space": _blank,
    "open-quote": _reopen,
    "tab": _tab,
    "tag": _quote,
    "to-translate": _to_translate,
}
