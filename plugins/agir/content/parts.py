"""The parts that entries are made of: questions, sections, tables, moments, links."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from agir.content.fields import (
    CollectionRef,
    Id,
    Line,
    Marker,
    Name,
    Origin,
    Prose,
    Some,
    Text,
    Url,
    Within,
)
from agir.content.shaping import shape

Unknown = Literal["unknown"]
ToolLang = Literal["fr", "en", "es"]
# What the cells of a column say, where the page reads them to point out gaps.
ColumnRole = Literal[
    "goal", "partner", "action", "measure",
    "activity", "who", "area",
    "gain", "thing", "keep", "change", "hand-over", "stop", "strategy",
]  # fmt: skip


class Named:
    """What has a `title` and `languages`: one title in both is a name in the first."""

    __slots__ = ()
    title: Text
    languages: tuple[ToolLang, ...]

    def __post_init__(self) -> None:
        """Say in which language the title is."""
        own = self.languages[0] if self.languages else "es"  # none is a mistake, told elsewhere
        if own != "es" and self.title.fr == self.title.en:
            object.__setattr__(self, "title", Name(self.title.fr, self.title.en, own))


@shape
class Question:
    """A question a group asks itself: one item of a checklist."""

    id: Id
    text: Text
    kind: Literal["open", "observable"]
    origin: Origin = ()


@shape
class Item:
    """One element of a list, with a permalink of its own."""

    id: Id
    title: Text
    text: Prose | None = None
    origin: Origin = ()


@shape
class Quote:
    """Words of somebody else, shown as a quotation with their author."""

    text: Prose
    by: Text
    origin: Origin = ()


@shape
class Column:
    """A column of a table to fill in; `help` are the small questions under its title.

    `choices` is the collection that its cells are chosen from; `role` tells the page what they
    say, so that it can point out gaps.
    """

    id: Id
    title: Text
    group: Text | None = None
    help: tuple[Text, ...] = ()
    choices: CollectionRef | None = None
    role: ColumnRole | None = None
    origin: Origin = ()


@shape
class Table:
    """A table that a group fills in; `examples` are rows already filled.

    `asks` is the section whose elements are asked of each row; `areas` the one whose elements the
    rows stand under, as cards on a map.
    """

    id: Id
    caption: Text
    columns: tuple[Column, ...]
    examples: tuple[tuple[Text, ...], ...] = ()
    asks: Annotated[str, Marker("ref", "anything")] | None = None
    areas: Annotated[str, Marker("ref", "anything")] | None = None
    blank_rows: Annotated[int, Within(0, 30)] = 3


@shape
class Section:
    """A titled part of a page. `dated` turns it into a note of that day.

    What is for the `facilitator` is not handed out.
    """

    id: Id
    title: Text
    body: Prose | None = None
    ordered: bool = False
    items: tuple[Item, ...] = ()
    quotes: tuple[Quote, ...] = ()
    table: Table | None = None
    dated: date | None = None
    facilitator: bool = False
    origin: Origin = ()


@shape
class Variant:
    """Another name of the same thing, and who uses it."""

    name: Text
    used_by: Text
    origin: Origin = ()


@shape
class Span:
    """From `min` to `max`; without `max` there is no known upper limit."""

    min: Some
    max: Some | None = None


@shape
class Link:
    """A page of a tool's publisher. `checked` is the day it last answered, null when unknown."""

    url: Url
    languages: tuple[ToolLang, ...]
    checked: date | None = None


@shape
class Moment:
    """A moment of a sheet: how long, what to do, and words one may say."""

    id: Id
    minutes: Some
    title: Text
    do: Prose
    say: Text | None = None
    origin: Origin = ()


@shape
class Forms:
    """The words that name a term in running text, in each language, plurals included."""

    fr: tuple[Line, ...]
    en: tuple[Line, ...]


@shape
class MovedAddress:
    """A page that had another address: `old` is its path then, `to` the entry it shows now."""

    old: Annotated[str, Marker("path")]
    to: Annotated[str, Marker("ref", "addresses")]


@shape
class MovedId:
    """An id that is no longer used, and those that took its place (none when retired)."""

    old: Annotated[str, Marker("gone")]
    change: Literal["moved", "split", "merged", "retired"]
    to: tuple[Annotated[str, Marker("ref", "anything")], ...] = ()


@shape
class Moved:
    """data/moved.yml: what changed its name, so that no old link or answer is lost."""

    addresses: tuple[MovedAddress, ...] = ()
    ids: tuple[MovedId, ...] = ()

    def former(self) -> dict[str, list[str]]:
        """Id -> the ids that the same thing had before, whatever it was called in between."""
        found: dict[str, list[str]] = {}
        for moved in self.ids:
            for id_ in self.now(moved.old):
                found.setdefault(id_, []).append(moved.old)
        return found

    def now(self, old: str) -> list[str]:
        """The ids that took the place of one that is gone, and are not gone themselves."""
        steps = {moved.old: moved.to for moved in self.ids}
        found, left, seen = [], [old], set()
        while left:
            id_ = left.pop(0)
            if id_ not in steps:
                found.append(id_)
            elif id_ not in seen:  # a ring is a mistake, which is told elsewhere
                left += steps[id_]
            seen.add(id_)
        return list(dict.fromkeys(found))
