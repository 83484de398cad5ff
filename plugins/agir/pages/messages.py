"""The messages of the check, as the contributing guide shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agir.content.characters import HIDDEN
from agir.content.messages import GROUPS
from agir.content.messages.examples import examples
from agir.pages.typography import NBSP, typeset

if TYPE_CHECKING:
    from agir.content.fields import Lang

_SEEN = {"\t": "→ ", NBSP: "␣"}  # the page of messages says so


class Words(NamedTuple):
    """A part of an example: `typed` when it stands so in a file, else said in words."""

    text: str
    typed: bool


class Shown(NamedTuple):
    """A message on the page: what it says, what it tells to do, and its example."""

    code: str
    text: str
    help: str
    wrong: Words
    right: Words


class _Blanks(dict[str, str]):
    """What stands for the words that fill a message: one word, or nothing for a remark."""

    def __missing__(self, name: str) -> str:
        return "" if name.startswith("where_") else "…"


def shown(group: str, lang: Lang) -> list[Shown]:
    """The messages of a group (`GROUPS` has their names), in a language."""
    return [
        Shown(
            code,
            _said(message.text[lang], lang),
            _said(message.help[lang], lang),
            *(_words(part, lang) for part in examples()[code]),
        )
        for code, message in GROUPS[group].items()
    ]


def _said(sentence: str, lang: Lang) -> str:
    """A sentence with its French blanks; English keeps its straight quotes, which one types."""
    said = sentence.format_map(_Blanks()).replace("……", "…")
    return typeset(said, lang) if lang == "fr" else said


def _words(part: str | dict[Lang, str], lang: Lang) -> Words:
    if not isinstance(part, str):
        return Words(_said(part[lang], lang), typed=False)
    for hidden, mark in _SEEN.items():
        part = part.replace(hidden, mark)
    return Words(HIDDEN.sub("▯", part), typed=True)
