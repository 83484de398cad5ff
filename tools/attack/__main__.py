"""`make attack`: the bombs, then every hostile text in every field. 1 when one fired."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from attack import exploding
from attack.run import Result, attack
from attack.vectors import OWN, corpora, few

_ROUNDS = 3


def main() -> int:
    """Run both, or with `--few 12` a dozen texts of each family on a page of each kind."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, help="so many texts of each family, and no bombs")
    asked = parser.parse_args().few
    well = bool(asked) or exploding.report()
    texts = {"our own": few(asked)} if asked else corpora() | {"our own": OWN}
    vectors = tuple(dict.fromkeys(text for some in texts.values() for text in some))
    start = time.monotonic()
    with TemporaryDirectory() as folder:
        rounds = 1 if asked else _ROUNDS
        result = attack(vectors, Path(folder), rounds, whole=not asked)
    print("\n" + _table({name: len(some) for name, some in texts.items()}, len(vectors), result))
    print(f"{time.monotonic() - start:.0f} seconds")
    for fault in result.faults:
        print(f"!!! {fault}", file=sys.stderr)
    return 0 if well and not result.faults else 1


def _table(sources: dict[str, int], vectors: int, result: Result) -> str:
    verdicts, seen = result.verdicts, result.seen
    rows = [
        *sources.items(),
        ("different texts", vectors),
        ("placements: a text in a field", verdicts.refused + verdicts.accepted),
        ("  refused at their line", verdicts.refused),
        ("  let in", verdicts.accepted),
        ("    names that match a strict pattern", result.names),
        ("    remarks that are never published", result.unpublished),
        ("    shown to Chromium", result.shown),
        ("fields", len({slot for slot, _ in verdicts.let_in})),
        ("pages opened", seen.pages),
        ("results of searches", result.found),
        *((what, seen.happened[name]) for name, what in _WHAT.items()),
        ("control without escaping: scripts run", result.control.happened["ran"]),
        ("control without escaping: foreign requests", result.control.happened["asked"]),
        ("control under the policy: scripts run", result.refused.happened["ran"]),
        ("control under the policy: violations told", result.refused.happened["refused"]),
    ]
    return "\n".join(f"{name:45} {count:>9,}" for name, count in rows)


_WHAT = {
    "ran": "scripts run",
    "refused": "policy violations",
    "asked": "foreign requests",
    "active": "active elements or attributes",
    "error": "errors of scripts",
    "console": "other words in the console",
}

if __name__ == "__main__":
    sys.exit(main())
