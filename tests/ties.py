"""What the data ties together, read field by field, apart from the code under test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agir.content.library import Library

FIELDS = ("steps", "conditions", "trust", "things", "strategies", "related", "topics")


def situations(library: Library) -> list[Any]:
    """What starts from a moment in a group's life: three questions and a sheet."""
    return [*library.collections["situations"], *library.collections["difficulties"]]


def ties(library: Library) -> list[tuple[str, str]]:
    """Pairs of ids: the entry that says so, and the entry it names."""
    found = [
        (entry.id, other)
        for entries in library.collections.values()
        for entry in entries
        for field in FIELDS
        for other in getattr(entry, field, ())
    ]
    found += [(one.id, one.tool) for one in library.collections["difficulties"]]
    for workshop in library.collections["workshops"]:
        found += [(workshop.id, tool) for tool in workshop.tools]
        found += [(workshop.id, point.uses) for point in workshop.points if point.uses]
    for situation in situations(library):
        found.append((situation.id, situation.sheet))
        found += [(situation.id, library.questions[id_][1].id) for id_ in situation.questions]
    return found
