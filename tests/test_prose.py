"""The advice on prose counts as people do, and knows the usage of Québec."""

from __future__ import annotations

import pytest
from agir.content.problems import Problems
from agir.pages.reading import read
from agir.pages.written import parse_written_page
from project import ROOT
from prose.lines import lines_of, lines_of_page
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


PAGE = """\
---
title: "Un titre"
slug: a
description: "Une phrase"
---
Deux lignes
d'un paragraphe, avec `du code ?` et {{repo}}. <!-- une note ? -->

- Un point.
- Un autre,
  plus long.

## Un intertitre ? {#a}

```yaml
body: |
  du code ?
```
<!-- sur
deux lignes ? -->

::: collection tools

1. À la fin.
"""


def test_each_paragraph_and_point_of_a_page_is_read_at_its_line() -> None:
    page = parse_written_page(PAGE, "docs/fr/a.md", "fr", Problems())
    assert [(line.place, line.typed) for line in lines_of_page(page)] == [
        ("docs/fr/a.md:2", "Un titre"),
        ("docs/fr/a.md:4", "Une phrase"),
        ("docs/fr/a.md:6", "Deux lignes d'un paragraphe, avec x et x."),
        ("docs/fr/a.md:9", "- Un point."),
        ("docs/fr/a.md:10", "- Un autre, plus long."),
        ("docs/fr/a.md:13", "Un intertitre ?"),
        ("docs/fr/a.md:24", "1. À la fin."),
    ]


def test_what_is_advised_on_is_written_in_the_language_and_by_us() -> None:
    content = read(ROOT)
    theirs = {unit.id for unit in content.library.collections["inventory"]}
    french, english = ([*lines_of(content, lang)] for lang in ("fr", "en"))
    assert not {line.whole for line in french} & theirs
    assert {line.place.partition("/")[0] for line in french} == {"data", "docs"}
    pages = {page.id for page in content.written}
    for lang, lines in (("fr", french), ("en", english)):
        of_pages = [line for line in lines if line.place.startswith("docs/")]
        assert {line.whole for line in of_pages} == {f"docs/{page}" for page in pages}
        assert all(line.place.startswith(f"docs/{lang}/") for line in of_pages)
