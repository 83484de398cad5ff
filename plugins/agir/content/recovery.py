"""How a text is read on past a mistake of which there is no doubt what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agir.content.characters import BLANKS
from agir.content.syntax import CONFLICT, Explained

_BLANK = re.compile(BLANKS)
_ODD_BLANKS = re.compile(rf"^(?: |\t|{BLANKS})+", re.MULTILINE)


def recovered(text: str, found: Explained) -> str | None:
    """The text as it was meant, when there is no doubt: what follows is read at its place."""
    lines = text.split("\n")
    line = lines[found.line - 1]
    if found.code == "merge-conflict":
        return "\n".join(one_version(lines))
    if found.code in ("no-break-space", "tab"):  # whoever typed one typed others
        after = _ODD_BLANKS.sub(lambda odd: _BLANK.sub(" ", odd[0].replace("\t", "  ")), text)
        return None if after == text else after
    if found.code == "second-document":
        new = ""
    elif found.near:
        new = " " * int(found.near) + line.lstrip()
    else:
        return None
    lines[found.line - 1] = new
    return None if new == line else "\n".join(lines)


def one_version(lines: list[str]) -> Iterator[str]:
    """The lines of the first version, and empty ones for Git's marks and the other version."""
    second = False
    for line in lines:
        if CONFLICT.match(line):
            second = False
            yield ""
        elif second or line == "=" * 7:
            second = True
            yield ""
        else:
            yield line
