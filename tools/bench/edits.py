"""Edits under the preview servers: from the last write to the right bytes served."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench import sites
from bench.corpus import corpus
from bench.measure import FailedError
from bench.peers import OURS
from bench.place import public
from bench.results import Edit, Spread
from bench.server import Wanted, fetch, running, wait
from bench.structural import KINDS, Author

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.peer import Peer
    from bench.results import Results
    from bench.sites import Site

_QUIET = 1.0  # seconds between edits, for a server to end what it does after it answered


def run(
    results: Results,
    sizes: Sequence[int],
    runs: int,
    peers: Sequence[Peer],
    say: Callable[[str], None],
) -> None:
    """Measure ours, each kind of edit, and the peers that have a server, a body."""
    for size in sizes:
        content = corpus(size)
        for peer in (OURS, *peers):
            site = sites.write(peer, content)
            if peer.server(site.folder, 0) is None:
                continue
            try:
                with running(site) as port:
                    rows = [_bodies(site, port, runs)]
                    rows += _structural(site, port, runs) if peer is OURS else []
            except FailedError as error:
                results.faults.append(public(f"{peer.name} at {size}: {error}"))
                continue
            results.edits += rows
            for row in rows:
                ms = f"{row.ms.median:.0f} ms" if row.ms else "timed out"
                say(f"edits {size}: {peer.name}: {row.kind}: {ms}, {row.timeouts} timed out")


def _bodies(site: Site, port: int, runs: int) -> Edit:
    took = []
    for number in range(runs):
        item = site.corpus.items[number * len(site.corpus.items) // runs]
        path, word = site.peer.address(item, "fr"), f"Changement{number}."
        fetch(port, path)  # the editor looks at it
        time.sleep(_QUIET)
        began = time.perf_counter()
        site.peer.edit(item, word, site.corpus, site.folder)
        took.append(wait(port, [Wanted(path, word)], began))
    return _row(site, "body", took)


def _structural(site: Site, port: int, runs: int) -> list[Edit]:
    author = Author(site.corpus, site.folder)
    took: dict[str, list[float | None]] = {kind: [] for kind in KINDS}
    for number in range(runs):
        for kind in KINDS:
            time.sleep(_QUIET)
            began, wanted = author.edit(kind, number)
            took[kind].append(wait(port, wanted, began))
    return [_row(site, kind, found) for kind, found in took.items()]


def _row(site: Site, kind: str, took: list[float | None]) -> Edit:
    times = [1000 * seconds for seconds in took if seconds is not None]
    spread = Spread.of(times) if times else None
    size = len(site.corpus.items)
    return Edit(size, site.peer.name, kind, spread, len(took) - len(times))
