"""The shapes of the entries: each dataclass is both the schema of a YAML file and its type."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from agir.content import meetings, parts, portrait
from agir.content.fields import (
    AnyRef,
    CollectionRef,
    Id,
    Line,
    Marker,
    Origin,
    PageRef,
    Prose,
    Slug,
    Some,
    Text,
    Url,
)
from agir.content.shaping import shape

PartName = Literal["why", "organise", "trust", "last", "plan", "tools"]


@shape
class Entry:
    """What every entry has: `searched` are words it hardly says, `note` is never published."""

    id: Id
    title: Text
    origin: Origin
    searched: parts.Forms | None = None
    note: str = ""


@shape
class Article(Entry):
    """An entry with a page of its own. `wording` is the sources' own short sentence."""

    slug: Slug
    summary: Text
    wording: Text | None = None
    body: Prose | None = None
    sections: tuple[parts.Section, ...] = ()
    questions: tuple[parts.Question, ...] = ()
    related: tuple[AnyRef, ...] = ()
    order: int = 0


class Principle(Article):
    """Why act together: a principle."""

    __slots__ = ()


class Practice(Article):
    """A way to nourish collaboration."""

    __slots__ = ()


@shape
class Topic(Article):
    """A page on one subject, directly under a part of the resource."""

    part: PartName


@shape
class Condition(Article):
    """One of the five conditions of collective impact."""

    variants: tuple[parts.Variant, ...] = ()
    keywords: tuple[parts.Item, ...] = ()


class TrustComponent(Article):
    """One of the four components of mutual trust."""

    __slots__ = ()


class Thing(Article):
    """Tom Wolff's first axis: something that may last."""

    __slots__ = ()


class Strategy(Article):
    """Tom Wolff's second axis: a way to keep what was gained."""

    __slots__ = ()


@shape
class Step(Article):
    """A step of the planning cycle."""

    animation: meetings.Animation | None = None


@shape
class Useful(Article):
    """What tools and sheets share: where in the resource they serve."""

    steps: tuple[Annotated[str, Marker("ref", "steps")], ...] = ()
    conditions: tuple[portrait.ConditionRef, ...] = ()
    trust: tuple[portrait.TrustRef, ...] = ()
    things: tuple[portrait.ThingRef, ...] = ()
    strategies: tuple[portrait.StrategyRef, ...] = ()


@shape
class Tool(Useful, parts.Named):
    """A tool of somebody else. Without a link it stands under « À retrouver »."""

    publisher: Line
    links: tuple[parts.Link, ...] = ()
    languages: tuple[parts.ToolLang, ...]
    group_size: parts.Span | parts.Unknown = "unknown"
    minutes: parts.Span | parts.Unknown = "unknown"
    access: Literal["open", "account", "paid", "unknown"]
    licence: Text | parts.Unknown = "unknown"
    use_when: Text
    seen: Literal["publisher", "copy", "name"]


@shape
class Sheet(Useful):
    """A « fiche d'animation » of our own; its duration is the sum of its moments."""

    goal: Text
    group_size: parts.Span
    material: tuple[Text, ...]
    moments: tuple[parts.Moment, ...]
    hybrid: Prose
    plain: Prose
    traps: tuple[Text, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole duration in minutes."""
        return sum(moment.minutes for moment in self.moments)


@shape
class Portrait(Article):
    """« Faire le point »: scales, or the short version of one with some; or sorts; or talks."""

    minutes: Some
    scales: tuple[portrait.Scale, ...] = ()
    short_of: portrait.PortraitRef | None = None
    sorts: tuple[portrait.Sort, ...] = ()
    talks: tuple[portrait.Talk, ...] = ()


@shape
class Workshop(Article):
    """« Atelier prêt »: a sequence to run as it is; `minutes` is what its points add up to."""

    minutes: Some
    group_size: parts.Span
    aims: tuple[Text, ...]
    material: tuple[Text, ...]
    points: tuple[meetings.Point, ...]
    tools: tuple[Annotated[str, Marker("ref", "tools")], ...] = ()


@shape
class Term(Entry):
    """A term of the glossary. `forms` are the words found in texts; `variants` its other names."""

    definition: Text
    more: Prose | None = None
    forms: parts.Forms
    variants: tuple[parts.Variant, ...] = ()
    related: tuple[AnyRef, ...] = ()


@shape
class Reference(Entry):
    """A work of the bibliography; `title` is its full reference."""

    about: Text
    url: Url | None = None
    checked: date | None = None
    languages: tuple[parts.ToolLang, ...]


@shape
class Situation(Entry):
    """A situation to start from: three questions that exist elsewhere, and one sheet."""

    summary: Text
    questions: tuple[portrait.QuestionRef, ...]
    sheet: portrait.SheetRef
    order: int = 0


@shape
class Difficulty(Situation):
    """A difficulty in the words of groups: a situation with a tool and the entries that help."""

    part: PartName
    tool: Annotated[str, Marker("ref", "tools")]
    related: tuple[AnyRef, ...]


@shape
class Overview(Article):
    """The page that presents collections and topics; six of them open a part of the resource."""

    part: PartName
    menu: Text | None = None
    way_in: Text | None = None  # the question under which the home page offers its part
    lists: tuple[CollectionRef, ...] = ()
    topics: tuple[PageRef, ...] = ()


@shape
class Document(Entry):
    """One of the source documents, with what it says of itself; `code` starts its units' ids."""

    code: Line
    summary: Text
    owner: Line
    url: Url | None = None
    checked: date | None = None
    sections: tuple[parts.Section, ...] = ()
    quotes: tuple[parts.Quote, ...] = ()


@shape
class Unit:
    """One unit of the inventory of the sources: its own French words and our rendering."""

    id: Annotated[str, Marker("unit")]
    kind: Line
    text: Text
    also_in: tuple[Line, ...] = ()
    gap: str = ""  # what the document announces here but does not contain
    note: str = ""

    @property
    def document(self) -> str:
        """The code of the source document of this unit: "S3" for "S3-LEV-1"."""
        return self.id.partition("-")[0]
