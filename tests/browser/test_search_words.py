"""What words share in a language, how far one is from another, and what a query means otherwise."""

from __future__ import annotations

import pytest

LANGUAGE = ["search/language.lazy.js"]
ALIKE = ["search/alike.lazy.js"]
ENGINE = ["search/index.lazy.js", "search/engine.lazy.js"]
FAMILIES = [
    ("fr", "évaluation évaluations évaluer évalué évaluant"),
    ("fr", "communiquer communication communications"),
    ("fr", "pérennité perennite pérénité perénnité"),
    ("fr", "financement financer financière financiers"),
    ("fr", "équité équitable"),
    ("fr", "œuvre oeuvre œuvres"),
    ("fr", "durer dure durée"),
    ("en", "evaluation evaluate evaluating evaluations"),
    ("en", "organize organise organization organizing"),
    ("en", "sustainability sustainable sustain"),
    ("en", "name naming names"),
    ("en", "communities community"),
]
DISTANCES = [
    ("confiance", "confiance", 0),
    ("confience", "confiance", 1),
    ("cnofiance", "confiance", 1),
    ("confinace", "confiance", 1),
    ("confianc", "confiance", 1),
    ("conffiannce", "confiance", 2),
    ("partenaire", "confiance", 3),
    ("a", "confiance", 3),
]
ENTRIES = {
    "path": ["confiance/", "soutien/", "glossaire/#fonds", "guide/"],
    "kind": ["Page", "Page", "Glossaire", "Page"],
    "part": [""] * 4,
    "title": [
        "Bâtir la confiance", "Structure de soutien", "Bailleur de fonds", "Le guide des colonnes",
    ],
    "summary": ["Une fois à la fois.", "Elle sert le groupe.", "Qui donne.", "Un guide."],
    "names": [[], ["colonne vertébrale"], [], []],
    "abroad": [""] * 4,
    "searched": [[], [], ["subvention"], []],
    "french": [""] * 4,
}  # fmt: skip
FILE = {
    "entries": ENTRIES,
    "words": "0partenaire 9es",
    "places": "# $#",
}
SEARCH = (
    "const { found, meant } = engine(read(given.file, 'fr'))(given.text); return [found, meant]"
)


@pytest.mark.parametrize(("lang", "words"), FAMILIES)
def test_a_word_its_plural_and_its_verb_share_a_stem(script, lang, words) -> None:
    said = "return [...new Set(words(given[1]).map((word) => stem(word, given[0])))]"
    assert len(script(LANGUAGE, said, [lang, words])) == 1


def test_apostrophes_hyphens_and_particles_part_words_and_say_nothing(script) -> None:
    said = "return given.map((text) => telling(text, 'fr'))"
    texts = ["l'équité", "l’équité", "L‑ÉQUITÉ"]
    assert script(LANGUAGE, said, texts) == [["equite"]] * 3
    assert script(LANGUAGE, said, ["le la les"]) == [["le", "la", "les"]]


@pytest.mark.parametrize(("one", "other", "wrong"), DISTANCES)
def test_a_slip_of_the_finger_is_one_letter_wrong(script, one, other, wrong) -> None:
    assert script(ALIKE, "return distance(...given, 2)", [one, other]) == wrong
    assert script(ALIKE, "return distance(...given, 2)", [other, one]) == wrong


def test_places_and_words_are_read_as_they_were_written(script) -> None:
    said = """const { known } = read(given, 'fr');
      return ['partenaire', 'partenaires'].map((word) => [...known.get(word).entries.keys()])"""
    assert script(ENGINE, said, FILE) == [[0], [1, 2]]


@pytest.mark.parametrize(
    ("text", "first", "meant"),
    [
        ("confiance", 0, ""),
        ("confience", 0, ""),
        ("cofniance", 0, "confiance"),
        ("Ma cofniance", 0, "Ma confiance"),
        ("soutiens", 1, ""),
        ("colonne vertebrale", 1, ""),
        ("structures de soutien", 1, ""),
        ("subvention", 2, ""),
        ("colonnes", 3, ""),
        ("…", None, ""),
        ("zzzz", None, ""),
    ],
)
def test_a_query_finds_what_it_says_or_nearly(script, text, first, meant) -> None:
    found, guessed = script(ENGINE, SEARCH, {"file": FILE, "text": text})
    assert (found[0] if found else None) == first
    assert guessed == meant


def test_a_name_finds_what_holds_another_name_of_the_same_both_ways(script) -> None:
    row = ["autre/", "Page", "", "Notre colonne vertébrale", "Page.", [], "", [], ""]
    entries = {
        name: [*column, own] for (name, column), own in zip(ENTRIES.items(), row, strict=True)
    }
    file = FILE | {"entries": entries}
    for text in ("structure de soutien", "colonne vertébrale"):
        found, _ = script(ENGINE, SEARCH, {"file": file, "text": text})
        assert {1, 4} <= set(found), text
