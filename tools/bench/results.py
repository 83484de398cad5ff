"""What the bench found, as the report and the JSON file have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = "ours"


@dataclass(frozen=True, slots=True)
class Spread:
    """A median, and what it lies between."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Of some figures."""
        return cls(median(values), min(values), max(values), len(values))


@dataclass(frozen=True, slots=True)
class Cold:
    """Cold builds of one builder at one size; `ratio` is ours divided by its, pair by pair."""

    size: int
    name: str
    cpu: Spread
    wall: Spread
    memory: float
    size_on_disk: int
    pages: int
    page_bytes: int  # of an entry's page, on average
    ratio: Spread | None = None
    wall_ratio: Spread | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """Ours without start-up against the least that the same site can cost."""

    size: int
    ours: Spread
    start_up: Spread
    floor: Spread
    ratio: Spread


@dataclass(frozen=True, slots=True)
class Warm:
    """A build over an earlier one, against a cold one of the same round."""

    size: int
    kind: str
    cold: Spread
    cpu: Spread
    ratio: Spread


@dataclass(frozen=True, slots=True)
class Edit:
    """Edits under a preview server, in milliseconds from the last write to bytes served."""

    size: int
    name: str
    kind: str
    ms: Spread | None  # None: every one of them timed out
    timeouts: int


@dataclass(frozen=True, slots=True)
class Check:
    """`python -m agir check`."""

    size: int
    cpu: Spread
    wall: Spread


@dataclass(slots=True)
class Results:
    """All of a run."""

    date: str
    machine: str
    peers: dict[str, str] = field(default_factory=dict)  # name: versions
    missing: dict[str, str] = field(default_factory=dict)  # name: why
    faults: list[str] = field(default_factory=list)  # what failed, and what was left out
    cold: list[Cold] = field(default_factory=list)
    floor: list[Floor] = field(default_factory=list)
    warm: list[Warm] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    check: list[Check] = field(default_factory=list)

    def growth(self) -> dict[str, float]:
        """The exponent of each builder between its two largest sizes."""
        found = {}
        for name in dict.fromkeys(row.name for row in self.cold):
            rows = sorted((r for r in self.cold if r.name == name), key=lambda row: row.size)
            if len(rows) > 1:
                small, large = rows[-2:]
                rise = large.cpu.median / small.cpu.median
                found[name] = log(rise) / log(large.size / small.size)
        return found
