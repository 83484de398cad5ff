"""Rules on what names an entry: its id, its file, its address, its rank."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.problems import Place
    from agir.content.readers import Reading


def ids_are_used_once(_library: Library, reading: Reading) -> None:
    """An id names one thing in the whole resource, whatever its capitals."""
    first: dict[str, Place] = {}
    for id_, place, path in reading.ids:
        name = id_.lower()
        if name in first:
            reading.problems.add("duplicate-id", place, path, value=id_, first=str(first[name]))
        first.setdefault(name, place)


def files_are_named_after_their_entry(library: Library, reading: Reading) -> None:
    """data/tools/ecocycle.yml holds the entry `ecocycle`."""
    twice = reading.twice()
    for name, entries in library.collections.items():
        for entry in entries:
            if entry.id in twice:
                continue
            place = library.places[entry.id]
            folder, _, file = place.file.rpartition("/")
            if folder == f"data/{name}" and name != "inventory" and file != f"{entry.id}.yml":
                reading.problems.add(
                    "name-differs", place, f"{name}/{entry.id}", file=file, value=entry.id
                )


def addresses_are_used_once(library: Library, reading: Reading) -> None:
    """Two entries of one collection, or two pages of the top level, never share an address."""
    twice = reading.twice()
    top = chain(library.collections["topics"], library.collections["overviews"])
    rest = [
        found for name, found in library.collections.items() if name not in ("topics", "overviews")
    ]
    for group in (top, *rest):
        first: dict[tuple[str, str], Place] = {}
        for entry in group:
            slug = getattr(entry, "slug", None)
            if slug is None or entry.id in twice:
                continue
            path = f"{library.collection_of(entry)}/{entry.id}.slug"
            place = reading.slugs[path]
            for lang in ("fr", "en"):
                key = (lang, slug.get(lang)[0])
                if key in first:
                    reading.problems.add(
                        "duplicate-slug", place, path, value=key[1], first=str(first[key])
                    )
                first.setdefault(key, place)


def ranks_are_used_once(library: Library, reading: Reading) -> None:
    """Entries that have an `order` each have their own."""
    for name, entries in library.collections.items():
        first: dict[tuple[int, str], Place] = {}
        for entry in entries:
            key = (getattr(entry, "order", 0), getattr(entry, "part", ""))
            if key[0] and key in first:
                place = library.places[entry.id]
                path = f"{name}/{entry.id}"
                reading.problems.add(
                    "duplicate-order", place, path, value=str(key[0]), first=str(first[key])
                )
            first.setdefault(key, library.places[entry.id])


RULES = (
    ids_are_used_once,
    files_are_named_after_their_entry,
    addresses_are_used_once,
    ranks_are_used_once,
)
