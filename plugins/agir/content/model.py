"""The shapes of the entries: each dataclass is both the schema of a YAML file and its type."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from agir.content import portrait
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
from agir.content.parts import (
    Forms,
    Item,
    Link,
    Moment,
    Question,
    Quote,
    Section,
    Span,
    ToolLang,
    Variant,
)
from agir.content.shaping import shape

StepRef = Annotated[str, Marker("ref", "steps")]
PartName = Literal["why", "organise", "trust", "last", "plan", "tools"]
Unknown = Literal["unknown"]


@shape
class Entry:
    """What every entry has. `note` is a remark for editors and is never published.

    `searched` are words that people type for it and that its own texts do not hold.
    """

    id: Id
    title: Text
    origin: Origin
    searched: Forms | None = None
    note: str = ""


@shape
class Article(Entry):
    """An entry with a page of its own. `wording` is the sources' own short sentence."""

    slug: Slug
    summary: Text
    wording: Text | None = None
    body: Prose | None = None
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
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

    variants: tuple[Variant, ...] = ()
    keywords: tuple[Item, ...] = ()


class TrustComponent(Article):
    """One of the four components of mutual trust."""

    __slots__ = ()


class Thing(Article):
    """Tom Wolff's first axis: something that may last."""

    __slots__ = ()


class Strategy(Article):
    """Tom Wolff's second axis: a way to keep what was gained."""

    __slots__ = ()


class Step(Article):
    """A step of the planning cycle."""

    __slots__ = ()


@shape
class Useful(Article):
    """What tools and sheets share: where in the resource they serve."""

    steps: tuple[StepRef, ...] = ()
    conditions: tuple[portrait.ConditionRef, ...] = ()
    trust: tuple[portrait.TrustRef, ...] = ()
    things: tuple[portrait.ThingRef, ...] = ()
    strategies: tuple[portrait.StrategyRef, ...] = ()


@shape
class Tool(Useful):
    """A tool of somebody else. Without a link it stands under « À retrouver »."""

    publisher: Line
    links: tuple[Link, ...] = ()
    languages: tuple[ToolLang, ...]
    group_size: Span | Unknown = "unknown"
    minutes: Span | Unknown = "unknown"
    access: Literal["open", "account", "paid", "unknown"]
    licence: Text | Unknown = "unknown"
    use_when: Text
    seen: Literal["publisher", "copy", "name"]


@shape
class Sheet(Useful):
    """A « fiche d'animation » of our own; its duration is the sum of its moments."""

    goal: Text
    group_size: Span
    material: tuple[Text, ...]
    moments: tuple[Moment, ...]
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
class Term(Entry):
    """A term of the glossary. `forms` are the words found in texts; `variants` its other names."""

    definition: Text
    more: Prose | None = None
    forms: Forms
    variants: tuple[Variant, ...] = ()
    related: tuple[AnyRef, ...] = ()


@shape
class Reference(Entry):
    """A work of the bibliography; `title` is its full reference."""

    about: Text
    url: Url | None = None
    checked: date | None = None
    languages: tuple[ToolLang, ...]


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
    """The page that presents collections and topics.

    Six of them open a part of the resource: they have a `menu` label and a `way_in`, the
    question under which the home page offers that part.
    """

    part: PartName
    menu: Text | None = None
    way_in: Text | None = None
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
    sections: tuple[Section, ...] = ()
    quotes: tuple[Quote, ...] = ()


@shape
class Unit:
    """One unit of the inventory of the sources: its own French words and our rendering.

    `gap` says what the document announces here but does not contain.
    """

    id: Annotated[str, Marker("unit")]
    kind: Line
    text: Text
    also_in: tuple[Line, ...] = ()
    gap: str = ""
    note: str = ""

    @property
    def document(self) -> str:
        """The code of the source document that holds this unit: "S3" for "S3-LEV-1"."""
        return self.id.partition("-")[0]
