"""What the parser cannot read, in words an editor understands, at the place of the mistake."""

from __future__ import annotations

import re

import yaml

from agir.content.characters import BLANKS

# 'l'été' or "une "même" idée": a quote that ends where the text goes on.
_CLOSED_EARLY = re.compile(r"""[:\[{,-]\s*(?:'[^']*'|"[^"]*")\w""")
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
_SAID = (
    ("escape character", "backslash"),
    ("hexdecimal", "backslash"),  # as the parser spells it
    ("character escape code", "backslash"),  # the number of no character
    ("alias", "anchor"),
    ("anchor", "anchor"),
    ("scanning a tag", "tag"),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, int, int]:
    """The code of the message, and the line and the column (from 1) where the mistake is."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    at, col = (mark.line, mark.column) if mark else (0, 0)
    if at >= len(lines):  # the parser adds a line to a file that lacks its last line end
        at, col = len(lines) - 1, len(lines[-1])
    for number, line in enumerate(lines):
        if CONFLICT.match(line):
            return "merge-conflict", number + 1, 1
    for number in (at - 1, at):
        for code, form in _IN_LINE:
            if number >= 0 and (found := form.match(lines[number])):
                return code, number + 1, found.end() + 1
    line = lines[at]
    code = _code(f"{error.problem} {error.context}", line, col, lines[max(at - 1, 0) : at + 1])
    if code == "backslash":
        col = line.rfind("\\", 0, col + 1)
    return code, at + 1, col + 1


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
    return line.count('"') % 2 == 1 or bool(_CLOSED_EARLY.search(line))
