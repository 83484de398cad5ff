"""Most tests take one of the two addresses of the site, always the same one; some take both."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from turns import ADDRESSES, at_their_turn


def case(name: str, *, marked: bool = False, **params: str) -> Any:
    """A test as pytest collects it."""
    return SimpleNamespace(
        nodeid=f"{name}[{'-'.join(params.values())}]" if params else name,
        callspec=SimpleNamespace(params=params),
        get_closest_marker=lambda mark: mark if marked else None,
    )


def both(name: str, *, marked: bool = False, **params: str) -> list[Any]:
    return [case(name, marked=marked, site=address, **params) for address in ADDRESSES]


def test_of_two_that_differ_by_their_address_alone_one_stays() -> None:
    names = [f"test_{number}" for number in range(100)]
    kept = at_their_turn([item for name in names for item in both(name, lang="fr")])
    assert [item.nodeid.partition("[")[0] for item in kept] == names
    for address in ADDRESSES:
        assert sum(item.callspec.params["site"] == address for item in kept) > 25


def test_it_is_the_same_one_whatever_else_is_run() -> None:
    two, three = both("two"), both("three")
    assert at_their_turn(two + three) == at_their_turn(two) + at_their_turn(three)


def test_a_test_that_follows_addresses_takes_both() -> None:
    marked = both("links", marked=True)
    assert at_their_turn(marked) == marked


def test_a_test_that_was_asked_for_at_one_address_stays() -> None:
    for item in both("two"):
        assert at_their_turn([item]) == [item]


def test_tests_that_have_no_address_stay() -> None:
    items = [case("plain"), case("of", lang="fr"), case("of", lang="en")]
    assert at_their_turn(items) == items
