"""Lighthouse, as a phone on slow 4G: a hundred in each category, and when something is to be seen.

The processor is not slowed down: machines that run this are as slow as a phone. Connections are
simulated, so the figures are the same on each; a page beyond a bar is looked at twice more, and
its median counts, for what a busy machine does to it.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from audit.judging import Bar, Finding
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Page, Site

_CATEGORIES = {
    "performance": "perf", "accessibility": "a11y", "best-practices": "best", "seo": "seo",
}  # fmt: skip
_METRICS = {
    "first-contentful-paint": Bar("FCP s", 0.8),
    "largest-contentful-paint": Bar("LCP s", 1.1),
    "cumulative-layout-shift": Bar("CLS", 0.01),
}
_BARS = {key: Bar(name, 100, least=True) for key, name in _CATEGORIES.items()} | _METRICS
BARS = tuple(_BARS.values())
_AGAIN = 2


def run(site: Site) -> Iterator[Finding]:
    """The findings of one page of each shape, or of every page."""
    for page, seen in _looked_at(site, site.one_a_shape):
        tries = [seen]
        if not all(bar.keeps(seen[key], page) for key, bar in _BARS.items()):
            tries += [seen for _, seen in _looked_at(site, (page,) * _AGAIN)]
        for key, bar in _BARS.items():
            figure = median(one[key] for one in tries)
            yield Finding(page.path, bar.name, figure, tuple(seen["said"].get(key, ())))


def _looked_at(site: Site, pages: tuple[Page, ...]) -> Iterator[tuple[Page, dict[str, Any]]]:
    """Each page with its figures by key, and `said`: what cost points, by category."""
    addresses = [site.address(page) for page in pages]
    answers = ask(Path(__file__).with_suffix(".mjs"), {"addresses": addresses})
    yield from zip(pages, answers, strict=True)
