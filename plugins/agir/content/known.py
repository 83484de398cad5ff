"""What the files of the content gave when they were read: the same bytes give the same again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agir.content.fields import Text
    from agir.content.parts import Moved
    from agir.content.problems import Place
    from agir.content.readers import Reading


@dataclass(slots=True)
class FileContent:
    """What one file gives: its sound entries with their places, and what reading it gathered."""

    digest: bytes  # of the file: the same bytes give the same content
    reading: Reading
    entries: list[tuple[Any, Place]] = field(default_factory=list)
    labels: dict[str, Text] = field(default_factory=dict)
    moved: Moved | None = None


class Known(dict[str, FileContent]):
    """The files that were read before, by path; `pages` are the hand-written ones.

    When it is `sure`, whoever holds it took out those that changed: no other is looked at again.
    """

    sure = False

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, Any] = {}

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self) + len(self.pages)

    def take_in(self, others: Known) -> None:
        """Add other files; they take the place of those at the same path."""
        self.update(others)
        self.pages.update(others.pages)

    def apart_from(self, others: Known) -> Known:
        """The files that the others do not hold as they are here."""
        apart = Known()
        apart.update({file: it for file, it in self.items() if it is not others.get(file)})
        apart.pages.update(
            {file: it for file, it in self.pages.items() if it is not others.pages.get(file)}
        )
        return apart
