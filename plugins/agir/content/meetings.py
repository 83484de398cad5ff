"""What a meeting is made of: the moments of an animation, the points of a ready workshop."""

from __future__ import annotations

from typing import Annotated

from agir.content.fields import Id, Marker, Origin, PageRef, Prose, Some, Text
from agir.content.shaping import shape


@shape
class Beat:
    """A moment of a meeting on an entry: its view alone shows it, so it has no link of its own."""

    minutes: Some
    title: Text
    do: Prose
    say: Text


@shape
class Animation:
    """A way to run a meeting on an entry, for who animates alone: never on the entry's page."""

    material: tuple[Text, ...]
    beats: tuple[Beat, ...]
    traps: tuple[Text, ...]
    origin: Origin = ()

    @property
    def minutes(self) -> int:
        """The whole duration in minutes."""
        return sum(beat.minutes for beat in self.beats)


@shape
class Point:
    """A point of a workshop: how long, what to do, the sheet or the page it uses, what it asks."""

    id: Id
    minutes: Some
    title: Text
    do: Prose
    uses: PageRef | None = None
    questions: tuple[Annotated[str, Marker("ref", "questions")], ...] = ()
    origin: Origin = ()
