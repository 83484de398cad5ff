"""Small pieces that pages are made of: addresses, terms, figures in words, orders."""

from __future__ import annotations

from datetime import date

import pytest
from agir.content.fields import Text
from agir.content.model import Term
from agir.content.parts import Forms
from agir.pages.addresses import relative
from agir.pages.assets import Assets, minify
from agir.pages.terms import Explainer, TermFinder
from agir.pages.words import day, hours, lines, sort_key


@pytest.mark.parametrize(
    ("source", "target", "written"),
    [
        ("", "", "./"),
        ("", "en/", "en/"),
        ("conditions/", "", "../"),
        ("conditions/vision-commune/", "en/conditions/", "../../en/conditions/"),
        ("a/b/", "a/b/#x", "../../a/b/#x"),
    ],
)
def test_an_address_is_relative_to_the_page_it_stands_on(
    source: str, target: str, written: str
) -> None:
    assert relative(source, target) == written


def finder() -> TermFinder:
    text = Text("x", "x")
    names = {"term-a": ("levier", "leviers"), "term-b": ("prise en charge",)}
    return TermFinder(
        [
            Term(id=id_, title=text, origin=(), definition=text, forms=Forms(fr=forms, en=()))
            for id_, forms in names.items()
        ],
        "fr",
    )


def explained(html: str) -> str:
    """The HTML with [words] for buttons and (words, words) for lists."""
    explainer = Explainer(
        finder(), lambda use: f"[{use.words}]", lambda uses: f"({', '.join(u.words for u in uses)})"
    )
    return explainer.explain(html)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Leviers et leviers, relevier</p>", "<p>[Leviers] et leviers, relevier</p>"),
        ("<p>prise\nen\u00a0charge</p>", "<p>[prise\nen\u00a0charge]</p>"),
        ("<p>le <a>levier</a><br>levier</p>", "<p>le <a>levier</a><br>[levier]</p>"),
        ("<h2>Levier</h2><div>levier</div>", "<h2>Levier</h2><div>levier</div>"),
        ("<th>levier<ul><li>levier</li></ul></th>", "<th>levier<ul><li>[levier]</li></ul></th>"),
        ('<li><span lang="fr-CA">levier</span></li>', '<li><span lang="fr-CA">levier</span></li>'),
        ("<label>levier</label><!--words--><p>levier</p>", "<label>levier</label>(levier)<p>levier</p>"),  # noqa: E501
        ("<p>levier</p><label>levier</label><!--words-->", "<p>[levier]</p><label>levier</label>"),
        ("<p>jusqu’levier</p>", '<p><span class="together">jusqu’[levier]</span></p>'),
    ],
)  # fmt: skip
def test_a_term_is_explained_where_running_text_first_uses_it(html: str, shown: str) -> None:
    assert explained(html) == shown


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("L'évaluation", "evaluation"),
        ("Écocycle", "ecocycle"),
        ("The Œuvre", "oeuvre"),
        ("« À la une »", "a la une »"),
    ],
)
def test_an_index_sorts_without_accents_and_articles(title: str, key: str) -> None:
    assert sort_key(title) == key


def test_figures_read_as_words() -> None:
    assert hours(45) == "45\u00a0min"
    assert hours(120) == "2\u00a0h"
    assert hours(150) == "2\u00a0h\u00a030"
    assert day(date(2026, 3, 1), "fr") == "1er\u00a0mars\u00a02026"
    assert day(date(2026, 3, 1), "en") == "March\u00a01, 2026"


def test_a_long_title_is_cut_at_its_blanks() -> None:
    assert (
        " ".join(lines("L’état de situation et l’analyse", width=20))
        == "L’état de situation et l’analyse"
    )
    assert len(lines("L’état de situation et l’analyse", width=20)) > 1


def test_a_file_changes_its_address_with_its_bytes_alone() -> None:
    assets = Assets()
    paths = []
    for content in (b"one", b"two", b"one"):
        assets.add("a.js", content)
        paths.append(assets.path("a.js"))
    assert paths[0] != paths[1]
    assert paths[0] == paths[2]


def test_style_is_made_small_without_changing_it() -> None:
    assert minify("a { color : red ; }\n/* x */ b  >  c { margin: 0 1px; }") == (
        "a{color : red}b>c{margin: 0 1px}"
    )
