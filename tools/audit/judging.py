"""What judges have in common: the bars they hold pages to, and what they found.

A judge is a module of `judges/` with `BARS` and `run(site)`, which gives a Finding for each page
it looked at and each of its bars. What it needs and is not there is a MissingError.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bench.place import MissingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["WHOLE", "Bar", "Finding", "Judge", "MissingError", "Page", "Site", "counted"]
WHOLE = None  # the page of what is found of the site as a whole


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure that no page may pass, or with `least`, that each must reach."""

    name: str
    limit: float = 0
    least: bool = False
    of_lists: float | None = None  # the limit of long lists, where it is another

    def limit_for(self, page: Page | None) -> float:
        """The limit for a page, or for the site."""
        long = page is not None and page.is_list and self.of_lists is not None
        return self.of_lists if long and self.of_lists is not None else self.limit

    def keeps(self, figure: float, page: Page | None) -> bool:
        """Whether a figure is within the bar."""
        limit = self.limit_for(page)
        return figure >= limit if self.least else figure <= limit


@dataclass(frozen=True, slots=True)
class Finding:
    """The figure of a page for one bar, and what it comes from."""

    page: str | None  # its path, or WHOLE
    bar: str
    figure: float
    said: tuple[str, ...] = ()


def counted(page: str | None, bar: Bar, said: Iterable[str]) -> Finding:
    """The finding of a judge whose figure is how many faults it found."""
    faults = tuple(said)
    return Finding(page, bar.name, len(faults), faults)


@dataclass(frozen=True, slots=True)
class Page:
    """A page meant to be read and indexed."""

    path: str  # from the site's root
    kind: str  # its row of the table
    shape: str  # pages of one shape are made of the same parts
    is_list: bool
    html: str


@dataclass(frozen=True, slots=True)
class Site:
    """The built site, behind a server that compresses as hosts do."""

    url: str
    folder: Path
    pages: tuple[Page, ...]
    one_a_shape: tuple[Page, ...]  # the heaviest in each language, for what takes long

    def address(self, page: Page) -> str:
        """Where a page is served."""
        return self.url + page.path

    def file(self, page: Page) -> Path:
        """Its file."""
        return self.folder / page.path / "index.html"


class Judge(Protocol):
    """What a module of `judges/` has."""

    BARS: tuple[Bar, ...]
    run: Callable[[Site], Iterator[Finding]]
