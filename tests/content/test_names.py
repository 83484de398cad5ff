"""A tool that has one name in both languages has it in its own, wherever it is named."""

from __future__ import annotations

import pickle

import pytest
from agir.content.fields import Text
from agir.content.parts import Named


class Thing(Named):
    """The two fields that the name hangs on."""

    def __init__(self, fr: str, en: str | None, *languages: str) -> None:
        self.title, self.languages = Text(fr, en), languages
        self.__post_init__()


@pytest.mark.parametrize(
    ("thing", "own"),
    [
        (Thing("Empathy Map", "Empathy Map", "en"), "en"),
        (Thing("Communagir", "Communagir", "fr"), "fr"),
        (Thing("Impact Toolkit", "Impact Toolkit", "en", "fr"), "en"),
    ],
)
def test_a_name_is_in_the_first_language_of_the_thing_on_every_page(thing: Thing, own: str) -> None:
    for lang in ("fr", "en"):
        assert thing.title.get(lang) == (thing.title.fr, own)
    assert pickle.loads(pickle.dumps(thing.title)).get("fr") == thing.title.get("fr")


@pytest.mark.parametrize("en", ["A cycle", None])
def test_a_title_that_was_translated_or_waits_for_it_is_no_name(en: str | None) -> None:
    assert Thing("Un cycle", en, "en").title == Text("Un cycle", en)


def test_a_name_in_a_third_language_is_not_said_to_be_in_one_of_ours() -> None:
    assert Thing("Caja", "Caja", "es").title == Text("Caja", "Caja")
