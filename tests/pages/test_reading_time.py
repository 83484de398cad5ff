"""How long an article takes to read, beside its summary."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from agir.content.fields import Prose, Slug, Text
from agir.pages.words import reading_minutes


@dataclass(frozen=True)
class Entry:
    slug: Slug
    title: Text
    body: Prose | None
    more: tuple[Text, ...] = ()


def entry(words: int, *more: Text) -> Entry:
    return Entry(
        Slug("a", "a"), Text("Un titre", "A title"), Prose("mot " * (words - 2), None), more
    )


@pytest.mark.parametrize(
    ("words", "minutes"), [(2, 1), (290, 1), (310, 2), (490, 2), (510, 3), (1000, 5)]
)
def test_two_hundred_words_take_a_minute(words: int, minutes: int) -> None:
    assert reading_minutes(entry(words), "fr") == minutes


def test_the_words_of_parts_and_of_the_language_shown_are_counted() -> None:
    long = Text("mot", "word " * 400)
    assert reading_minutes(entry(2, long), "fr") == 1
    assert reading_minutes(entry(2, long), "en") == 2


def test_markdown_and_addresses_are_not_read() -> None:
    link = Prose("[mot](https://a.example/b) " * 100 + "**mot** " * 150, None)
    assert reading_minutes(Entry(Slug("a", "a"), Text("a", "a"), link), "fr") == 1
