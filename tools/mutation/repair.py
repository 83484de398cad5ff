"""What an editor does who follows a message to the letter: its suggestion, applied to the file."""

from __future__ import annotations

import re
from collections.abc import Callable

from agir.content.characters import BLANKS
from agir.content.problems import Problem
from agir.content.recovery import one_version

from mutation.source import stands_under

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_PLAIN = re.compile(r".*?(?= *$| #|: )|.*")
_PLAIN_IN_BRACES = re.compile(r".*?(?= *[,\]}]|: |$)")
_NAME = re.compile(r"""["']?(?:entry:|page:)?([\w-]+)""")
_INDENTATION = re.compile(rf"^(?: |\t|{BLANKS})*")
_VALUE = re.compile(r"(?:(?<=^)|(?<=[ {]))(?:- )*(?:[\w-]+: )?(?=\S)")
_NAMED = ("unknown-reference", "unknown-unit", "unknown-block", "bad-choice", "unknown-key")
_ID = re.compile(r'["\']?(.*?)["\']?(?= *[,\]}]|$)')

Lines = list[str]
Fix = Callable[[Lines, int, int, Problem], bool | None]


def repair(text: str, problem: Problem) -> str | None:
    """The text after what a message suggests; None when it suggests nothing that can be typed."""
    lines = text.split("\n")
    row, col = problem.place.line - 1, problem.place.col - 1
    near = problem.words.get("near")
    if problem.code == "indentation" and near:
        lines[row] = " " * int(near) + lines[row].lstrip()
    elif near:
        start, end = _replaced(lines[row], col, problem)
        lines[row] = lines[row][:start] + near + lines[row][end:]
    elif problem.code not in FIXES or FIXES[problem.code](lines, row, col, problem) is False:
        return None
    return "\n".join(lines)


def _replaced(line: str, col: int, problem: Problem) -> tuple[int, int]:
    """What a suggestion stands for: a name, an address in a link, or the whole value."""
    near = problem.words["near"]
    if problem.code in _NAMED and (found := _NAME.match(line, col)):
        return found.span(1)
    if problem.code == "bad-address" and line[col - 1] == "(":
        return col, line.index(")", col)
    start, end = value_at(line, col)
    if near[:1] in '[{"' or line[start] not in "\"'":
        return start, end
    return start + 1, end - 1


def value_at(line: str, col: int) -> tuple[int, int]:
    """Where the value that starts at a column starts and ends on its line."""
    if line[col : col + 1] and line[col] in "[{":
        return col, _closing(line, col)
    if found := _QUOTED.match(line, col):
        return found.span()
    before = line[:col]
    braces = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    found = (_PLAIN_IN_BRACES if braces else _PLAIN).match(line, col)
    return col, found.end() if found else len(line)


def _closing(line: str, col: int) -> int:
    depth = 0
    for at in range(col, len(line)):
        depth += (line[at] in "[{") - (line[at] in "]}")
        if depth == 0:
            return at + 1
    return len(line)


def _quote(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    start, end = value_at(lines[row], col)
    lines[row] = f'{lines[row][:start]}"{lines[row][start:end]}"{lines[row][end:]}'


def _quote_around(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    """The whole text around a colon, after its key."""
    line = lines[row]
    braces = line[:col].rfind("{")
    if braces >= 0:
        start = max(line.rfind(f"{lang}: ", 0, col) for lang in ("fr", "en")) + len("fr: ")
        found = re.compile(r", (?:fr|en): |\}").search(line, start)
        end = found.start() if found else len(line)
    else:
        indentation = len(line) - len(line.lstrip())
        match = re.compile(r"(?:- )*(?:[\w-]+: +)?").match(line, indentation)
        start, end = match.end() if match else indentation, len(line)
    lines[row] = f'{line[:start]}"{line[start:end]}"{line[end:]}'


def _drop_line(lines: Lines, row: int, _col: int, _problem: Problem) -> None:
    del lines[row]


def _drop_character(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    lines[row] = lines[row][:col] + lines[row][col + 1 :]


def _block(lines: Lines, row: int, col: int) -> int:
    """The row after the lines of a key."""
    end = row + 1
    while end < len(lines) - 1 and stands_under(lines[end], col):
        end += 1
    return end


def _drop_pair(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    line = lines[row]
    if not line[:col].strip():
        del lines[row : _block(lines, row, col)]
        return
    start, end = value_at(line, line.index(": ", col) + 2)
    start = line.rindex(",", 0, col)
    lines[row] = line[:start] + line[end:]


def _to_level(lines: Lines, row: int, col: int, problem: Problem) -> None:
    end, by = _block(lines, row, col), int(problem.words["blanks"]) - col
    for at in range(row, end):
        if lines[at]:
            lines[at] = " " * by + lines[at] if by > 0 else lines[at][-by:]


def _add_language(lines: Lines, row: int, col: int, problem: Problem) -> bool:
    if problem.words["key"] != "en":
        return False
    line = lines[row]
    if line[col] == "{":
        end = _closing(line, col) - 1
        lines[row] = f"{line[:end]}, en: à_traduire{line[end:]}"
    elif line[:col].strip():  # the group starts beside a hyphen
        lines[row : row + 1] = [line[:col] + "en: à_traduire", " " * col + line[col:]]
    else:
        lines.insert(row, " " * col + "en: à_traduire")
    return True


def _blanks(lines: Lines, row: int, _col: int, _problem: Problem) -> None:
    found = _INDENTATION.match(lines[row])
    old = found[0] if found else ""
    new = re.sub(BLANKS, " ", old.replace("\t", "  "))
    lines[row] = new + lines[row][len(old) :]


def _close_quote(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    """Straight quotes around a text between apostrophes; or the quote that is missing."""
    line = lines[row]
    before = line.rfind("'", 0, col - 1)
    if line[col] != '"' and before >= 0:
        start = re.compile(r"[ \[{]'").search(line)
        end = line.rindex("'")
        other = re.compile(r"'(?=[,\]}])").search(line, col)
        end = other.start() if other else end
        if start and end > start.end():
            lines[row] = f'{line[: start.end() - 1]}"{line[start.end() : end]}"{line[end + 1 :]}'
        return
    after = re.compile(r"(?=, (?:fr|en): )|(?=\}|\]|, \")").search(line, col)
    in_braces = "{" in line[:col] or "[" in line[:col]
    end = after.start() if after and in_braces else len(line)
    lines[row] = f'{line[:end]}"{line[end:]}'


def _close_bracket(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    lines[row] += {"[": "]", "{": "}"}.get(lines[row][col], "")


def _keep_one(lines: Lines, row: int, _col: int, _problem: Problem) -> None:
    lines[row:] = one_version(lines[row:])


def _drop_sign(lines: Lines, row: int, col: int, _problem: Problem) -> None:
    line = lines[row]
    merge = line.find("<<: ")
    if merge >= 0 and not line[:merge].strip():
        del lines[row]
        return
    start = merge if merge >= 0 else col
    found = re.compile(r"(?:<<: (?:\[.*?\]|\S+?), |\S+ +)").match(line, start)
    lines[row] = line[:start] + line[found.end() if found else start :]


def _drop_tag(lines: Lines, row: int, col: int, problem: Problem) -> None:
    line, tag = lines[row], problem.words["value"]
    rest = line[col + len(tag) :]
    end = re.compile(r"</\w+>|-->").sub("", rest, count=1)
    lines[row] = line[:col] + end


FIXES: dict[str, Fix] = {
    "anchor": _drop_sign,
    "bad-character": _drop_character,
    "colon-in-text": _quote_around,
    "duplicate-key": _drop_pair,
    "expected-text": _quote,
    "merge-conflict": _keep_one,
    "missing-language": _add_language,
    "no-break-space": _blanks,
    "open-bracket": _close_bracket,
    "open-quote": _close_quote,
    "raw-html": _drop_tag,
    "second-document": _drop_line,
    "tab": _blanks,
    "tag": _drop_sign,
    "wrong-level": _to_level,
}
