"""What stays is not looked through for garbage, and what no longer does is not kept for ever."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING
from weakref import ref

import pytest
from agir.adapters import garbage
from agir.adapters.garbage import Cleaner, what_stays

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ring:
    """A thing that only a look for garbage finds."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_what_was_made_to_stay_is_not_looked_through() -> None:
    with what_stays():
        assert not gc.isenabled()
        seen = ref(Ring())
    assert gc.isenabled()
    gc.collect()
    assert seen() is not None


def test_a_mistake_does_not_end_the_looking() -> None:
    with pytest.raises(ValueError, match="x"), what_stays():
        raise ValueError("x")
    assert gc.isenabled()


def test_what_no_longer_stays_goes_when_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_IDLE", 0.05)
    with what_stays():
        seen = ref(Ring())
    cleaner = Cleaner()
    cleaner.ask()
    cleaner.ask()
    end = time.monotonic() + 20
    while (seen() is not None or not gc.get_freeze_count()) and time.monotonic() < end:
        time.sleep(0.01)
    assert seen() is None
    assert gc.get_freeze_count()
