"""Cold builds: ours and a peer's in turn, from sources alone, and the ratio of each pair."""

from __future__ import annotations

import json
import sys
from statistics import median
from typing import TYPE_CHECKING

from project import ROOT

from bench import measure, sites, verify
from bench.corpus import corpus
from bench.peers import OURS
from bench.place import folder, public, size_of
from bench.results import Cold, Floor, Spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.measure import Usage
    from bench.peer import Peer
    from bench.results import Results
    from bench.sites import Site

_MINUTES = 60  # a peer slower than this runs once
_IMPORTS = "import agir.adapters.plugin, mkdocs.commands.build, mkdocs_static_i18n.plugin"


def run(
    results: Results,
    sizes: Sequence[int],
    pairs: int,
    peers: Sequence[Peer],
    say: Callable[[str], None],
) -> None:
    """Measure every peer at every size."""
    for size in sizes:
        content = corpus(size)
        ours, _ = sites.build(OURS, content)
        say(f"cold {size}: ours built and verified")
        mine: list[Usage] = []
        rows = []
        for peer in peers:
            try:
                site, first = sites.build(peer, content)
            except measure.FailedError as error:
                results.faults.append(public(f"{peer.name} at {size}: {error}"))
                say(results.faults[-1])
                continue
            say(f"cold {size}: {peer.name} built and verified in {first.cpu:.2f} s")
            found = _pairs(ours, site, pairs, first)
            mine += [pair[0] for pair in found]
            ratio = Spread.of([one.cpu / other.cpu for one, other in found])
            wall = Spread.of([one.wall / other.wall for one, other in found])
            rows.append(_row(site, [pair[1] for pair in found], ratio, wall))
            say(f"cold {size}: ours / {peer.name} = {ratio.median:.3f} of CPU")
        mine = mine or [ours.cold() for _ in range(pairs)]
        results.cold += [_row(ours, mine), *rows]
        results.floor.append(_floor(ours, pairs))
        say(f"cold {size}: ours / floor = {results.floor[-1].ratio.median:.2f}")


def _pairs(ours: Site, theirs: Site, pairs: int, first: Usage) -> list[tuple[Usage, Usage]]:
    if first.wall > _MINUTES:
        return [(ours.cold(), first)]
    found = []
    for number in range(pairs):
        if number % 2:  # who comes first changes
            other = theirs.cold()
            found.append((ours.cold(), other))
        else:
            found.append((ours.cold(), theirs.cold()))
    return found


def _row(
    site: Site, runs: list[Usage], ratio: Spread | None = None, wall: Spread | None = None
) -> Cold:
    return Cold(
        len(site.corpus.items),
        site.peer.name,
        Spread.of([usage.cpu for usage in runs]),
        Spread.of([usage.wall for usage in runs]),
        median(usage.memory for usage in runs),
        size_of(site.output),
        sum(verify.page_counts(site.output, site.peer.again).values()),
        site.page_bytes(),
        ratio,
        wall,
    )


def _floor(ours: Site, pairs: int) -> Floor:
    """Ours without start-up against the floor, in turn."""
    imports = [[sys.executable, "-c", _IMPORTS]]
    path = f"{ROOT / 'plugins'}:{ROOT / 'tools'}"
    target = folder("work", str(len(ours.corpus.items)), "floor")
    command = [sys.executable, "-m", "bench.floor", str(ours.folder), str(target)]
    builds, starts, floors = [], [], []
    for _ in range(pairs):
        starts.append(measure.run(imports, ours.folder, OURS.env).cpu)
        builds.append(ours.cold().cpu - starts[-1])
        said = measure.output(command, ours.folder, {**OURS.env, "PYTHONPATH": path})
        floors.append(float(json.loads(said)["cpu"]))
    ratios = [build / floor for build, floor in zip(builds, floors, strict=True)]
    return Floor(
        len(ours.corpus.items),
        Spread.of(builds),
        Spread.of(starts),
        Spread.of(floors),
        Spread.of(ratios),
    )
