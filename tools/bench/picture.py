"""CPU seconds against pages, both logarithmic: a line for each builder, its name at its end."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.results import Cold

_WIDTH, _HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 130, 24, 52
_GAP = 16  # between the names, in pixels
_STYLE = """
text { font: 13px sans-serif; fill: #2a2140 }
.grid { stroke: #2a214026 } .line { fill: none; stroke: #5b5470; stroke-width: 2 }
.dot { fill: #5b5470 } .ours { stroke: #8e1c40; stroke-width: 3.5 }
.ours.dot, text.ours { fill: #8e1c40; stroke: none } text.ours { font-weight: 700 }
@media (prefers-color-scheme: dark) {
text { fill: #f4f0fa } .grid { stroke: #f4f0fa2e } .line { stroke: #b9b2cc } .dot { fill: #b9b2cc }
.ours { stroke: #ffb6c5 } .ours.dot, text.ours { fill: #ffb6c5 } }
"""


def picture(rows: Sequence[Cold]) -> str:
    """The picture, as SVG."""
    place = _Scale([2 * row.size for row in rows], [row.cpu.median for row in rows])
    names = list(dict.fromkeys(row.name for row in rows))
    ends = {}
    parts = [*_grid(place)]
    for name in names:
        mine = sorted((row for row in rows if row.name == name), key=lambda row: row.size)
        points = [(place.x(2 * row.size), place.y(row.cpu.median)) for row in mine]
        kind = " ours" if name == "ours" else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline class="line{kind}" points="{path}"/>')
        parts += [f'<circle class="dot{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points]
        ends[name] = points[-1]
    parts += _labels(ends)
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    title = "CPU seconds of a cold build against pages, both logarithmic"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="t">\n'
        f'<title id="t">{title}</title>\n<style>{_STYLE}</style>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


class _Scale:
    """Where a figure is: whole decades of seconds, and a little room around the pages."""

    def __init__(self, pages: Sequence[int], seconds: Sequence[float]) -> None:
        self.pages = sorted(set(pages))
        self.left, self.right = log10(min(pages)) - 0.05, log10(max(pages)) + 0.05
        self.low = floor(log10(min(seconds)))
        self.high = max(ceil(log10(max(seconds))), self.low + 1)

    def x(self, pages: float) -> float:
        """From the left."""
        share = (log10(pages) - self.left) / (self.right - self.left)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        """From the top."""
        share = (log10(seconds) - self.low) / (self.high - self.low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _grid(place: _Scale) -> list[str]:
    parts = []
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    for power in range(place.low, place.high + 1):
        y = place.y(10.0**power)
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>')
        label = f"{10.0**power:g} s"
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
    for pages in place.pages:
        x = place.x(pages)
        text = f"{pages:,}".replace(",", "\u00a0")
        parts.append(f'<path class="grid" d="M{x:.1f} {_TOP}V{bottom}"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{text}</text>')
    middle = (_LEFT + right) / 2
    where = f'x="{middle:.0f}" y="{_HEIGHT - 10}" text-anchor="middle"'
    return [*parts, f"<text {where}>pages of entries, both languages</text>"]


def _labels(ends: dict[str, tuple[float, float]]) -> list[str]:
    """Names at the ends of lines, moved apart where they would overlap."""
    parts, free = [], 0.0
    for name, (x, y) in sorted(ends.items(), key=lambda end: end[1][1]):
        at = max(y + 4, free)
        free = at + _GAP
        kind = ' class="ours"' if name == "ours" else ""
        parts.append(f'<text{kind} x="{x + 10:.1f}" y="{at:.1f}">{escape(name)}</text>')
    return parts
