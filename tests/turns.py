"""Which of its two addresses the site has in a test that does not need both.

A page is the same at both, its own public address apart: `tests/site/test_addresses.py` makes sure
of that, for every file. So only a page that names its own address, or a script that makes one, can
be right at the one and wrong at the other. Tests of those are marked `each_address`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import pytest

ADDRESSES = {
    "root": "https://agir-ensemble.example/",
    "sub-path": "https://example.org/agir-ensemble/",
}


def at_their_turn(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests without those that another one is but for the address of the site, unless marked.

    Its name says which of the two stays: always the same one, and about half at each address. A
    test that was asked for at one address alone stays.
    """
    cases: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        cases[case_of(item)].append(item)
    return [item for item in items if item in staying(case_of(item), cases[case_of(item)])]


def staying(case: str, both: list[pytest.Item]) -> list[pytest.Item]:
    if len(both) == 1 or both[0].get_closest_marker("each_address"):
        return both
    return [both[crc32(case.encode()) % 2]]


def case_of(item: pytest.Item) -> str:
    """The name of a test without the address of the site."""
    values = list(item.callspec.params.values()) if hasattr(item, "callspec") else []
    named = item.nodeid
    for address in ADDRESSES:
        if address in values:
            named = named.replace(f"[{address}", "[")
    return named
