"""The command line: `PYTHONPATH=plugins:tools python -m bench`, or `make bench`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench import check, cold, edits, report, warm
from bench.measure import FailedError
from bench.peers import ALL, DEFAULT, OURS
from bench.place import MissingError, public
from bench.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PARTS = ("cold", "warm", "edits", "check")
_WARM = 400
_CHECKS = (1000, 10000)
_CHECK_RUNS = 3


def main() -> int:
    """Run the parts asked for; write and print the report, whatever failed in between."""
    names = [peer.name for peer in ALL if peer is not OURS]
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--sizes", type=_numbers, default=[40, 400, 4000], help="entries a language"
    )
    parser.add_argument("--pairs", type=int, default=7, help="runs of each, at least 7 to publish")
    parser.add_argument("--only", type=_one_of(_PARTS), default=list(_PARTS))
    parser.add_argument("--peers", type=_one_of(names), default=list(DEFAULT))
    parser.add_argument("--checks", type=_numbers, default=list(_CHECKS), help="entries to check")
    parser.add_argument("--warm", type=int, default=_WARM, help="entries of the warm builds")
    options = parser.parse_args()

    began = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - began:6.0f} s] {text}", flush=True)

    results = Results(f"{datetime.now(UTC):%Y-%m-%d}", machine())
    peers = []
    for peer in (p for p in ALL if p.name in options.peers):
        try:
            peer.install()
        except MissingError as reason:
            results.missing[peer.name] = str(reason)
            say(f"{peer.name} is missing: {reason}")
        else:
            results.peers[peer.name] = peer.version
            peers.append(peer)
    parts: dict[str, Callable[[], None]] = {
        "cold": lambda: cold.run(results, options.sizes, options.pairs, peers, say),
        "warm": lambda: warm.run(results, options.warm, options.pairs, say),
        "edits": lambda: edits.run(results, options.sizes, options.pairs, peers, say),
        "check": lambda: check.run(results, options.checks, _CHECK_RUNS, say),
    }
    try:
        for name, part in parts.items():
            if name in options.only:
                _run(name, part, results, say)
    finally:  # what took hours is not lost
        print(f"\n{report.write(results)}")
    return 1 if results.faults else 0


def _run(name: str, part: Callable[[], None], results: Results, say: Callable[[str], None]) -> None:
    try:
        part()
    except FailedError as error:
        results.faults.append(public(f"{name}: {error}"))
        say(f"{name} failed: {error}")


def machine() -> str:
    """What the figures were made on."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = [line for line in cpus.read_text("utf-8").splitlines() if "model name" in line]
        model = lines[0].partition(":")[2].strip() if lines else model
    load = os.getloadavg()[0]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {model}, {platform.system()}, {python}, load {load:.1f}"


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _one_of(known: Sequence[str]) -> Callable[[str], list[str]]:
    """A list of known names, with commas."""

    def read(text: str) -> list[str]:
        names = text.split(",")
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name}: one of {', '.join(known)}")
        return names

    return read


if __name__ == "__main__":
    sys.exit(main())
