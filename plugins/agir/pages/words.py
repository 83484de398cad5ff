"""Figures, dates and titles as people write, cut and sort them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from agir.content.inside import texts_for_all
from agir.content.parts import Span
from agir.pages.typography import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from agir.content.fields import Lang

_MONTHS: dict[str, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

# French is read aloud at 195 words a minute, English at 228 (Trauzettel-Klosinski and Dietz, 2012).
_WORDS_A_MINUTE = 200
_OPENING = "« “\"'‘"


def day(value: date, lang: Lang) -> str:
    """A date as people write it: "1er mars 2026", "March 1, 2026"."""
    month = _MONTHS[lang][value.month - 1]
    if lang == "fr":
        number = "1er" if value.day == 1 else str(value.day)
        return f"{number}{NBSP}{month}{NBSP}{value.year}"
    return f"{month}{NBSP}{value.day}, {value.year}"


def span(value: Span | int | str, lang: Lang, words: Callable[[int], str], unknown: str) -> str:
    """A number or a span in words: "10 à 60 min", "75 personnes ou plus"; `unknown` for a str."""
    if isinstance(value, str):
        return unknown
    if isinstance(value, int):
        return words(value)
    if value.max is None:
        return f"{words(value.min)} {'ou plus' if lang == 'fr' else 'or more'}"
    if value.min == value.max:
        return words(value.min)
    first, last = words(value.min), words(value.max)
    number, *unit = first.split(NBSP)
    if len(unit) == 1 and unit == last.split(NBSP)[1:]:
        first = number
    return f"{first} {'à' if lang == 'fr' else 'to'} {last}"


def reading_minutes(entry: object, lang: Lang) -> int:
    """How long an entry takes to read, in minutes, by the words of its texts."""
    # As they are written: marks and addresses stand against a word, and HTML costs much more.
    words = sum(len(text.get(lang)[0].split()) for text in texts_for_all(entry))
    return max(1, round(words / _WORDS_A_MINUTE))


def bounds(value: Span | int | str) -> str:
    """A span for a script: "10-30", "10-" without an upper limit, "" when unknown."""
    if isinstance(value, Span):
        return f"{value.min}-{'' if value.max is None else value.max}"
    return f"{value}-{value}" if isinstance(value, int) else ""


def hours(minutes: int, labels: Mapping[str, str]) -> str:
    """Minutes in the words that scripts use too (`labels`): "45 min", "2 h", "1 h 30"."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        said = labels["meeting_length"].format(n=rest)
    elif not rest:
        said = labels["meeting_whole_hours"].format(n=whole)
    else:
        said = labels["meeting_hour_length"].format(hours=whole, n=f"{rest:02}")
    return said.replace(" ", NBSP)


def lines(title: str, width: int) -> list[str]:
    """A title cut at its blanks into lines of about `width` characters."""
    found: list[str] = []
    for word in title.split(" "):
        if found and len(found[-1]) + len(word) < width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def fold(title: str) -> str:
    """A title without capitals, accents and opening marks."""
    folded = unicodedata.normalize("NFD", title.lower().replace("œ", "oe"))
    return "".join(c for c in folded if not unicodedata.combining(c)).lstrip(_OPENING)


def sort_key(title: str) -> str:
    """A title as an index sorts it: folded, without a leading article."""
    bare = title.lower().lstrip(_OPENING)  # accents still on: « À la une » starts with no article
    for article in ("l'", "l’", "le ", "la ", "les ", "un ", "une ", "des ", "du ", "the ", "a "):
        if bare.startswith(article):
            return fold(bare[len(article) :])
    return fold(bare)
