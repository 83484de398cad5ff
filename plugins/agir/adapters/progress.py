"""A line that says how far a build is, when it takes longer than somebody likes to wait."""

from __future__ import annotations

import sys
import time
from typing import Self

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
