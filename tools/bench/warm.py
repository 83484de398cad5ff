"""Warm builds of ours: nothing changed, or one body, against a cold one of the same round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import measure, sites
from bench.corpus import corpus
from bench.peers import OURS
from bench.results import Spread, Warm

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.results import Results

_KINDS = ("nothing changed", "one body changed")


def run(results: Results, size: int, runs: int, say: Callable[[str], None]) -> None:
    """Measure both, some times; the changed page must show it."""
    content = corpus(size)
    site, _ = sites.build(OURS, content)
    colds = []
    warms: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    for number in range(runs):
        colds.append(site.cold().cpu)
        warms[_KINDS[0]].append(site.warm().cpu)
        item = content.items[number * len(content.items) // runs]
        word = f"Changement{number}."
        OURS.edit(item, word, content, site.folder)
        warms[_KINDS[1]].append(site.warm().cpu)
        page = site.output / OURS.address(item, "fr") / "index.html"
        if word not in page.read_text("utf-8"):
            raise measure.FailedError(f"a warm build did not show the change of {item.id}")
    for kind, found in warms.items():
        ratio = Spread.of([one / cold for one, cold in zip(found, colds, strict=True)])
        results.warm.append(Warm(size, kind, Spread.of(colds), Spread.of(found), ratio))
        say(f"warm {size}: {kind}: {ratio.median:.3f} of a cold build")
