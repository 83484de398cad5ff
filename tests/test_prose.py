"""The advice on prose counts as people do, and knows the usage of Québec."""

from __future__ import annotations

import pytest
from prose.reading import ease, sentences, syllables, words
from prose.typography import advice


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Un oui. Un non? Bien sûr!", 3),
        ("Un oui : on commence; on avance.", 3),
        ("- Un point\n- Un autre\n", 2),
        ("À 12 h 30, au 2.5 km", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("table", 1), ("école", 2), ("concertation", 4), ("the", 1), ("family", 3), ("jouent", 1)],
)
def test_syllables_are_about_those_that_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words("L'éducatrice, les tout-petits et 12 ballons") == [
        *("L'éducatrice", "les", "tout-petits", "et", "ballons"),
    ]


def test_short_words_and_sentences_are_easier() -> None:
    assert ease(10, 80, 110, "fr") > ease(10, 80, 160, "fr") > ease(3, 80, 160, "fr")


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("Vraiment ?", "fr", "avant ; ! ?"),
        ("Vie privée: les bases", "fr", "avant « : »"),
        ('Un "mot"', "fr", "guillemets droits"),
        ("Et puis...", "fr", "trois points"),
        ("un - deux", "en", "en dash"),
        ("les étudiant·es", "fr", "point médian"),
        ("« quoted »", "en", "instead of « »"),
    ],
)
def test_typography_is_advised_on(text: str, lang: str, said: str) -> None:
    assert any(said in one for one in advice(text, lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vraiment? Oui : à 10 h 30, « bien sûr ».", "fr"),
        ("Voir [le site](https://a.example/x:y) , ".rstrip(" ,"), "fr"),
        ("`a ? b` et https://a.example/?x=1 aussi", "fr"),
        ("Really? “Yes”: at 10:30.", "en"),
    ],
)
def test_good_typography_is_left_alone(text: str, lang: str) -> None:
    assert list(advice(text, lang)) == []  # type: ignore[arg-type]
