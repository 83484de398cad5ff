"""A code as a page draws it, read back as squares."""

from __future__ import annotations

import re

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1H\1z")
QUIET = 4  # squares of white around a code
DRAWN = """(svg) => [svg.lastChild.getAttribute("d"), svg.viewBox.baseVal.width]"""


def squares(drawn: tuple[str, int]) -> list[list[int]]:
    """The squares of a code, row by row: 1 is dark."""
    path, side = drawn
    assert RUN.sub("", path) == ""
    size = int(side) - 2 * QUIET
    rows = [[0] * size for _ in range(size)]
    for x, y, length in RUN.findall(path):
        for i in range(int(length)):
            rows[int(y)][int(x) + i] = 1
    return rows
