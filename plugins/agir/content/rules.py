"""The rules between entries: each is one function named as the sentence it holds."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from agir.content import policies
from agir.content.problems import Place, nearest

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

NOT_CONTENT = frozenset({"ui_label", "footer_noise"})


def check(library: Library, reading: Reading) -> None:
    """Add to the reading's problems everything that is wrong between entries."""
    for rule in (
        ids_are_used_once,
        files_are_named_after_their_entry,
        addresses_are_used_once,
        ranks_are_used_once,
        references_lead_somewhere,
        every_unit_of_the_sources_is_claimed,
        ids_that_moved_are_no_longer_used,
        *policies.ALL,
    ):
        rule(library, reading)


def ids_are_used_once(_library: Library, reading: Reading) -> None:
    """An id names one thing in the whole resource."""
    first: dict[str, str] = {}
    for id_, place, path in reading.ids:
        if id_ in first:
            reading.problems.add("duplicate-id", place, path, value=id_, first=first[id_])
        first.setdefault(id_, str(place))


def files_are_named_after_their_entry(library: Library, reading: Reading) -> None:
    """data/tools/ecocycle.yml holds the entry `ecocycle`."""
    for name, entries in library.collections.items():
        for entry in entries:
            if entry.id in reading.twice():
                continue
            place = library.places[entry.id]
            folder, _, file = place.file.rpartition("/")
            if folder == f"data/{name}" and name != "inventory" and file != f"{entry.id}.yml":
                reading.problems.add(
                    "name-differs", place, f"{name}/{entry.id}", file=file, value=entry.id
                )


def addresses_are_used_once(library: Library, reading: Reading) -> None:
    """Two entries of one collection, or two pages of the top level, never share an address."""
    top = chain(library.collections["topics"], library.collections["overviews"])
    rest = [
        found for name, found in library.collections.items() if name not in ("topics", "overviews")
    ]
    for group in (top, *rest):
        first: dict[tuple[str, str], str] = {}
        for entry in group:
            slug = getattr(entry, "slug", None)
            if slug is None or entry.id in reading.twice():
                continue
            path = f"{library.collection_of(entry)}/{entry.id}.slug"
            place = reading.slugs[path]
            for lang in ("fr", "en"):
                key = (lang, slug.get(lang)[0])
                if key in first:
                    reading.problems.add(
                        "duplicate-slug", place, path, value=key[1], first=first[key]
                    )
                first.setdefault(key, str(place))


def ranks_are_used_once(library: Library, reading: Reading) -> None:
    """Entries that have an `order` each have their own."""
    for name, entries in library.collections.items():
        first: dict[tuple[int, str], str] = {}
        for entry in entries:
            key = (getattr(entry, "order", 0), getattr(entry, "part", ""))
            if key[0] and key in first:
                place = library.places[entry.id]
                reading.problems.add(
                    "duplicate-order",
                    place,
                    f"{name}/{entry.id}",
                    value=str(key[0]),
                    first=first[key],
                )
            first.setdefault(key, str(library.places[entry.id]))


def references_lead_somewhere(library: Library, reading: Reading) -> None:
    """A reference names something that exists, of the kind that is meant.

    Ids are taken from the reading, so that a mistake elsewhere in an entry does not turn every
    reference to it into a second problem.
    """
    known: dict[str, set[str]] = defaultdict(set)
    known["units"] = {unit.id for unit in library.collections["inventory"]}
    for id_, _place, path in reading.ids:
        known["anything"].add(id_)
        collection, _, inner = path.partition("/")
        if ".questions[" in inner:
            known["questions"].add(id_)
        elif inner == f"{id_}.id":
            known[collection].add(id_)
            known[""].add(id_)
    for reference in reading.references:
        where = reference.target
        named = where not in ("", "anything", "questions")
        if reference.value in known[where] or reference.value in reading.files:
            continue  # a file of that name is there: what is wrong with it is said at its place
        if where in ("units", "questions") and reading.unread:
            continue
        reading.problems.add(
            "unknown-unit" if where == "units" else "unknown-reference",
            reference.place,
            reference.path,
            value=reference.value,
            near=nearest(reference.value, known[where]),
            where_fr=f" de data/{where}" if named else "",
            where_en=f" of data/{where}" if named else "",
        )


def every_unit_of_the_sources_is_claimed(library: Library, reading: Reading) -> None:
    """Nothing of the sources is lost: some entry names each unit as its origin."""
    if reading.unread:
        return
    claimed = {ref.value for ref in reading.references if ref.target == "units"}
    for unit in library.collections["inventory"]:
        if unit.kind not in NOT_CONTENT and unit.id not in claimed:
            reading.problems.add("lost-unit", library.places[unit.id], value=unit.id)


def ids_that_moved_are_no_longer_used(library: Library, reading: Reading) -> None:
    """data/moved.yml lists ids that are gone; one that is used again would be two things."""
    used = {id_: str(place) for id_, place, _path in reading.ids}
    for moved in library.moved.ids:
        if moved.old in used:
            reading.problems.add(
                "id-in-use",
                Place("data/moved.yml"),
                "moved.ids",
                value=moved.old,
                first=used[moved.old],
            )
