"""The one table of the audit: kinds of pages by bars, each cell the worst figure of its kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from audit.judging import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.judging import Bar, Finding, Page

SITE = "the site"
_FAULT = "✗"
_NONE = "·"  # no page of this kind was judged
_SHOWN = 5  # reasons for one figure


def table(bars: Sequence[Bar], findings: Sequence[Finding], pages: Sequence[Page]) -> Iterator[str]:
    """The lines of the table: heads, bars, then a row for each kind of page and one for the site.

    A figure beyond its bar has a cross. Where long lists have a bar of their own, it comes second.
    """
    by_path: dict[str | None, Page] = {page.path: page for page in pages}
    kinds = Counter(page.kind for page in pages)
    cells: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        row = SITE if one.page is WHOLE else by_path[one.page].kind
        cells[row, one.bar].append(one)
    rows = [["pages", "", *(bar.name for bar in bars)], ["bar", "", *map(_limit, bars)]]
    for kind, count in [*kinds.items(), (SITE, 1)]:
        found = [cells[kind, bar.name] for bar in bars]
        shown = [_cell(bar, some, by_path) for bar, some in zip(bars, found, strict=True)]
        rows.append([kind, str(count), *shown])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for first, *others in rows:
        aligned = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *aligned])


def _limit(bar: Bar) -> str:
    sign = "≥" if bar.least else "≤"
    lists = "" if bar.of_lists is None else f"/{bar.of_lists:g}"
    return f"{sign}{bar.limit:g}{lists}"


def _cell(bar: Bar, findings: Sequence[Finding], pages: dict[str | None, Page]) -> str:
    """The worst figure, with a cross when any page of the row is beyond its bar."""
    if not findings:
        return _NONE
    worst = (min if bar.least else max)(one.figure for one in findings)
    kept = all(bar.keeps(one.figure, pages.get(one.page)) for one in findings)
    return f"{worst:.6g}{'' if kept else _FAULT}"


def beyond(bars: Sequence[Bar], findings: Sequence[Finding], pages: Sequence[Page]) -> list[str]:
    """A line for each page and bar that it does not keep, and why; none when all is well."""
    by_name = {bar.name: bar for bar in bars}
    by_path: dict[str | None, Page] = {page.path: page for page in pages}
    lines = []
    for one in findings:
        bar, page = by_name[one.bar], by_path.get(one.page)
        if not bar.keeps(one.figure, page):
            limit = f"{bar.limit_for(page):g}"
            where = SITE if one.page is WHOLE else f"/{one.page}"
            lines.append(f"{_FAULT} {where}  {bar.name}: {one.figure:.6g} ({limit})")
            lines += [f"    {said}" for said in one.said[:_SHOWN]]
            if len(one.said) > _SHOWN:
                lines.append(f"    … {len(one.said) - _SHOWN}")
    return lines
