"""Rules on data/moved.yml: what it calls gone is gone, and what took its place is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.content.problems import Place

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

_LIST = Place("data/moved.yml")
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


def a_chain_of_changes_ends(library: Library, reading: Reading) -> None:
    """What moved, and moved again, is somewhere or was retired."""
    steps = {moved.old: moved.to for moved in library.moved.ids}
    if any(found.code == "moved-twice" for found in reading.problems):
        return
    told: set[str] = set()
    for old, place in reading.gone:
        ring = _ring(old, steps)
        if ring and told.isdisjoint(ring):
            reading.problems.add("moved-in-a-ring", place, value=" → ".join((*ring, ring[0])))
        told.update(ring)


def _ring(start: str, steps: dict[str, tuple[str, ...]]) -> list[str]:
    """The ids that lead from one back to itself, or none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for id_ in steps.get(way[-1], ()):
            if id_ == start:
                return way
            if id_ not in seen:
                ways.append([*way, id_])
            seen.add(id_)
    return []


def what_was_published_is_there_or_listed(_library: Library, reading: Reading) -> None:
    """An id that visitors may have answered to is never lost: their answer would be, with it."""
    # An entry that is not there, or has the id of another, may well be what is missing.
    if reading.broken or reading.unread or reading.twice():
        return
    there = {id_ for id_, _place, _path in reading.ids}
    gone = {value for value, _place in reading.gone}
    new = sorted(there - reading.published)
    for id_ in sorted(reading.published - there - gone - reading.meant):
        near = reading.problems.near(_LIST, id_, new)
        reading.problems.add("lost-answers", _LIST, value=id_, near=near)


RULES = (
    ids_that_moved_are_no_longer_used,
    what_moved_is_listed_once,
    a_change_of_id_says_what_took_its_place,
    a_chain_of_changes_ends,
    what_was_published_is_there_or_listed,
)
