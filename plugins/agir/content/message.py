"""A message to an editor, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.fields import Lang


@dataclass(frozen=True, slots=True)
class Message:
    """A message: what is wrong, what to do, and what to do when a near word is known."""

    text: dict[Lang, str]
    help: dict[Lang, str]
    near: dict[Lang, str] | None = None


def message(
    fr: str, en: str, help_fr: str, help_en: str, *, near: bool | tuple[str, str] = False
) -> Message:
    """A message from its sentences; `near` when it can suggest one, True: by a question."""
    meant: dict[Lang, str] | None = None
    if near is True:
        meant = {"fr": "vouliez-vous « {near} »?", "en": "did you mean “{near}”?"}
    elif near:
        meant = {"fr": near[0], "en": near[1]}
    return Message({"fr": fr, "en": en}, {"fr": help_fr, "en": help_en}, meant)
