"""The check of the content, at sizes nobody has yet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bench import measure, sites
from bench.corpus import corpus
from bench.peers import OURS
from bench.results import Check, Spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.results import Results


def run(results: Results, sizes: Sequence[int], runs: int, say: Callable[[str], None]) -> None:
    """Measure `python -m agir check`, which must find all well, after an edit of one file."""
    for size in sizes:
        site = sites.write(OURS, corpus(size))
        command = [[sys.executable, "-m", "agir", "check"]]
        edited = min((site.folder / "data").glob("*/*.yml"))
        found = []
        for number in range(runs):
            with edited.open("a", encoding="utf-8") as file:
                file.write(f"# {number}\n")
            found.append(measure.run(command, site.folder, OURS.env))
        cpu, wall = (Spread.of([getattr(u, kind) for u in found]) for kind in ("cpu", "wall"))
        results.check.append(Check(size, cpu, wall))
        say(f"check {size}: {cpu.median:.2f} s of CPU, {wall.median:.2f} s")
