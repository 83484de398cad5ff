"""What hand-written pages say of the settings: {{contact}} and {{repo}}.

Where one is not set, the sentence that needs it goes; a paragraph that opens with that sentence
goes too, and a heading that has nothing left under it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.pages.written import Piece, WrittenPage

NAMES = ("contact", "repo")
NAME = re.compile(r"\{\{([^{}]*)\}\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) (?=\S)")


def fill_in(page: WrittenPage, values: dict[str, str]) -> None:
    """Put Markdown for each name in its place, or take out what cannot do without it."""
    kept: list[Piece] = []
    for part in page.parts:
        if part.kind == "heading" and _lost_its_text(kept, page):
            kept.pop()
        if part.kind != "prose":
            kept.append(part)
        elif (text := filled(part.text, values)).strip():
            kept.append(replace(part, text=text))
    page.parts = kept[:-1] if _lost_its_text(kept, page) else kept


def filled(text: str, values: dict[str, str]) -> str:
    """A text with the names filled in."""
    for name, value in values.items():
        mark = f"{{{{{name}}}}}"
        if value:
            text = text.replace(mark, value)
        elif mark in text:
            text = "\n".join(_without(line, mark) for line in text.split("\n"))
    return text


def _without(line: str, mark: str) -> str:
    first, *others = _BETWEEN_SENTENCES.split(line)
    return "" if mark in first else " ".join([first, *(one for one in others if mark not in one)])


def _lost_its_text(kept: list[Piece], page: WrittenPage) -> bool:
    """Whether the last thing kept is a heading, which had a text before."""
    if not kept or kept[-1].kind != "heading":
        return False
    after = page.parts.index(kept[-1]) + 1
    return after < len(page.parts) and page.parts[after].kind == "prose"
