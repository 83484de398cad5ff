"""Bombs, each read in a child under limits that counts milliseconds and megabytes.

`python -m attack.exploding --json` says it to the tests.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from agir.content.inside import texts_of
from agir.content.problems import ContentError, show
from agir.pages.markdown import to_html, to_plain
from agir.pages.reading import read

from attack.bombs import ALL, Bomb

MOST_MS, MOST_MB = 100, 100
GUARD = 10  # a child is ended at ten times the bar
_AGAIN = 5  # times that one above the bar is tried: a busy neighbour doubles what a core counts


class Outcome(NamedTuple):
    """What a bomb did: the codes and places of the problems, what reading it took, or its end."""

    codes: list[str]
    places: list[str]
    ms: float = 0
    mb: float = 0
    died: str = ""

    def fault(self, expected: str) -> str:
        """What is not as it should be, the figures apart; "" when all is."""
        if self.died:
            return self.died
        if expected not in self.codes if expected else self.codes:
            return f"expected {expected or 'nothing'}, found {self.codes}"
        return ""


def _measured(root: Path) -> Outcome:
    """Read what stands under a root, say what is wrong, make the texts of what is accepted."""
    start = time.process_time()
    codes, places = [], []
    try:
        content = read(root)
        for entries in content.library.collections.values():
            for text in texts_of(entries):
                to_html(text.fr, "fr")
                to_plain(text.fr, "fr")
        for page in content.written:
            for part in page.parts:
                to_html(part.text, page.lang)
    except ContentError as error:
        show(error.problems, "fr", root).encode()
        codes = sorted({problem.code for problem in error.problems})
        places = [str(problem.place) for problem in error.problems[:3]]
    ms = (time.process_time() - start) * 1000
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    return Outcome(codes, places, ms, mb)


def explode(bomb: Bomb, root: Path) -> Outcome:
    """What a bomb does to a child that reads it."""
    bomb.plant(root)
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        seconds = int(time.process_time()) + 1 + GUARD * MOST_MS // 1000
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (GUARD * MOST_MB << 20,) * 2)
        try:
            found = _measured(root)
        except BaseException as error:  # noqa: BLE001 (whatever it is, the parent says it)
            found = Outcome([], [], died=f"{type(error).__name__}: {error}"[:300])
        os.write(into, json.dumps(found).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if not said:
        return Outcome([], [], died=f"ended by the signal {os.WTERMSIG(status)}")
    values: list[Any] = json.loads(said)
    return Outcome(*values)


def outcomes() -> dict[str, Outcome]:
    """What each bomb did."""
    found = {}
    for name, bomb in ALL.items():
        found[name] = _exploded(bomb)
    return found


def _exploded(bomb: Bomb) -> Outcome:
    folder = tempfile.mkdtemp()
    try:
        return explode(bomb, Path(folder))
    finally:
        subprocess.run(["rm", "-rf", folder], check=True)  # shutil fails on the deepest


def _quickest(name: str, first: Outcome) -> Outcome:
    """The outcome of a bomb; of one that is above the bar and else right, the quickest of some."""
    found = [first]
    while found[-1].ms >= MOST_MS and not found[-1].fault(ALL[name].code) and len(found) < _AGAIN:
        found.append(_exploded(ALL[name]))
    return next(
        (one for one in found if one.fault(ALL[name].code)), min(found, key=lambda one: one.ms)
    )


def report() -> bool:
    """Print a table; whether each bomb was refused, or did no harm, under the bar."""
    well = True
    for name, first in outcomes().items():
        found = _quickest(name, first)
        fault = found.fault(ALL[name].code)
        if not fault and (found.ms >= MOST_MS or found.mb >= MOST_MB):
            fault = "above the bar"
        well = well and not fault
        said = f"{ALL[name].code} {found.places[0]}" if found.places else "harmless"
        print(f"{name[:30]:30} {found.ms:6.1f} ms {found.mb:5.0f} MB  {fault or said[:70]}")
    return well


if __name__ == "__main__":
    if "--json" in sys.argv:
        print(json.dumps(outcomes()))
    else:
        sys.exit(not report())
