"""How far a build is, when it takes longer than somebody likes to wait; where the time went."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    from collections.abc import Iterator

log = get_plugin_logger(__name__)
_SILENT = 2.0  # seconds before the first word
_BETWEEN = 0.2


class Progress:
    """Counts the files of a build; on a terminal it says so, elsewhere it keeps silent."""

    def __init__(self, total: int) -> None:
        """Expect about `total` files."""
        self.total = total
        self.done = 0
        self.next = time.monotonic() + _SILENT if sys.stderr.isatty() else float("inf")
        self.said = False

    def step(self) -> None:
        """One more file."""
        self.done += 1
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + _BETWEEN
            self.said = True
            part = min(self.done, self.total)
            print(f"\r{part} / {self.total} pages", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        if self.said:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def phase(name: str) -> Iterator[None]:
    """Say with --verbose how long a part of the build took."""
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield
    finally:
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        log.debug(f"{name}: {wall:.2f} s ({cpu:.2f} s of CPU)")
