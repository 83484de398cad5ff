"""« Tout relire »: both languages side by side, to print or to paste, and what is left to do.

Made where translations are followed (data/.translations). One page a collection: a table pastes
into Word as a table, and a reviser works through one kind of text at a time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from agir.content.inside import texts_with_paths
from agir.content.translations import BEHIND, State, state_of
from agir.pages.addresses import REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.content.fields import Text
    from agir.pages.site import Site

    SheetsOf = Callable[[str], list["Sheet"]]


@dataclass(frozen=True, slots=True)
class Row:
    """One text of an entry: where it stands in it, the text, how its English is."""

    path: str
    text: Text
    state: State


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of an entry; `page` is where a reader finds them, "" for nowhere."""

    entry: Any
    page: str
    rows: tuple[Row, ...]


def review_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """Path -> what makes the page: the state of all, then a page a collection."""
    if not site.record:
        return {}
    names = [name for name, entries in site.library.collections.items() if entries]
    sheets_of = cache(partial(_sheets, site))  # for both pages that show them
    files: dict[str, Callable[[], bytes]] = {
        f"{REVIEW}/{name}/index.html": partial(_collection, site, name, sheets_of) for name in names
    }
    return {f"{REVIEW}/index.html": partial(_overview, site, names, sheets_of)} | files


def _overview(site: Site, names: list[str], sheets_of: SheetsOf) -> bytes:
    rows = [(name, sheet, row) for name in names for sheet in sheets_of(name) for row in sheet.rows]
    counts = {name: Counter[State]() for name in names}
    for name, _, row in rows:
        counts[name][row.state] += 1
    behind = [found for found in rows if found[-1].state in BEHIND]
    return _page(site, "review.html", up="../", counts=counts, behind=behind)


def _collection(site: Site, name: str, sheets_of: SheetsOf) -> bytes:
    return _page(site, "review-texts.html", up="../../", kind=name, sheets=sheets_of(name))


def _sheets(site: Site, name: str) -> list[Sheet]:
    return [
        Sheet(
            entry,
            site.addresses.path(entry.id, "fr") if _is_shown(site, entry) else "",
            tuple(
                Row(path.partition(".")[2], text, state_of(text, site.record.get(path, ())))
                for path, text in texts_with_paths(entry)
            ),
        )
        for entry in site.library.collections[name]
    ]


def _is_shown(site: Site, entry: Any) -> bool:
    return entry.id in site.addresses.pages or entry.id in site.addresses.anchors


def _page(site: Site, template: str, **words: Any) -> bytes:
    home = next(page for page in site.pages["fr"] if page.id == "home")
    return site.templates["fr"].render(template, home, en=site.labels["en"], **words).encode()
