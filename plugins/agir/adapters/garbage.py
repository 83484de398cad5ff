"""When Python looks for garbage: not while thousands of things are made that stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Timer

_ALLOCATIONS = 50_000  # a few pages, between two looks; Python's 700 are those of a text
_IDLE = 20.0  # seconds


@contextmanager
def no_garbage() -> Iterator[None]:
    """Look for no garbage meanwhile: nearly all that is made stays."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def what_stays() -> Iterator[None]:
    """Make what stays: it is not looked through for garbage, now or at each page."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_ALLOCATIONS)
        gc.enable()


class Cleaner:
    """Looks through all that was made to stay, some seconds after it was last asked to."""

    def __init__(self) -> None:
        """Nothing to do yet."""
        self.timer: Timer | None = None

    def ask(self) -> None:
        """Something that was to stay may not: look when nothing happens."""
        from threading import Timer  # noqa: PLC0415 (the preview alone needs one)

        if self.timer:
            self.timer.cancel()
        self.timer = Timer(_IDLE, self._clean)
        self.timer.daemon = True
        self.timer.start()

    def _clean(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
