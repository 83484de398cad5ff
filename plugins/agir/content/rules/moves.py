"""Rules on data/moved.yml: what it calls gone is gone, and what took its place is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

# How many ids take the place of one, by the kind of change: at least, at most.
_SUCCESSORS = {"moved": (1, 1), "split": (2, 99), "merged": (1, 1), "retired": (0, 0)}


def ids_that_moved_are_no_longer_used(_library: Library, reading: Reading) -> None:
    """An id that left and is used again would be two things."""
    used = {id_: place for id_, place, _path in reading.ids} if reading.gone else {}
    for value, place in reading.gone:
        if value in used:
            reading.problems.add("id-in-use", place, value=value, first=str(used[value]))


def what_moved_is_listed_once(_library: Library, reading: Reading) -> None:
    """An old address or id has one line."""
    first: dict[str, str] = {}
    for value, place in reading.gone:
        if value in first:
            reading.problems.add("moved-twice", place, value=value, first=first[value])
        first.setdefault(value, str(place))


def a_change_of_id_says_what_took_its_place(library: Library, reading: Reading) -> None:
    """`moved` and `merged` lead to one id, `split` to several, `retired` to none."""
    places = reading.gone_at()
    for moved in library.moved.ids:
        least, most = _SUCCESSORS[moved.change]
        if not least <= len(moved.to) <= most:
            reading.problems.add("moved-to", places[moved.old], value=moved.change)


RULES = (
    ids_that_moved_are_no_longer_used,
    what_moved_is_listed_once,
    a_change_of_id_says_what_took_its_place,
)
