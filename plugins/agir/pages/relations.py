"""What is tied to what, both ways: a tool knows its steps, a step its tools."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from agir.content import model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.library import Library

_FIELDS = ("steps", "conditions", "trust", "things", "strategies", "related", "topics")


class Relations:
    """The neighbours of each entry, by collection, in the order of that collection."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.neighbours: dict[str, set[str]] = defaultdict(set)
        for entries in library.collections.values():
            for entry in entries:
                for target in _targets(entry, library):
                    self.neighbours[entry.id].add(target)
                    self.neighbours[target].add(entry.id)
        self.rank = {
            entry.id: (number, name)
            for name, entries in library.collections.items()
            for number, entry in enumerate(entries)
        }

    def of(self, id_: str) -> dict[str, tuple[Any, ...]]:
        """Collection name -> the entries of it that are tied to the entry `id_`."""
        groups: dict[str, list[str]] = defaultdict(list)
        for other in self.neighbours.get(id_, ()):
            if other in self.rank:
                groups[self.rank[other][1]].append(other)
        return {
            name: tuple(
                self.library.by_id[i] for i in sorted(groups[name], key=self.rank.__getitem__)
            )
            for name in self.library.collections
            if name in groups
        }


def _targets(entry: object, library: Library) -> Iterator[str]:
    for name in _FIELDS:
        yield from getattr(entry, name, ())
    if isinstance(entry, model.Workshop):
        yield from entry.tools
        yield from (point.uses for point in entry.points if point.uses)
    if isinstance(entry, model.Difficulty):
        yield entry.tool
    if isinstance(entry, model.Situation):
        yield entry.sheet
        yield from (library.questions[id_][1].id for id_ in entry.questions)
