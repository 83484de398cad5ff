"""Small pieces that pages are made of: addresses, terms, figures in words, orders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from agir.content.fields import Text
from agir.content.model import Term
from agir.content.parts import Forms, Span
from agir.pages.addresses import relative
from agir.pages.assets import Assets, gather, minify
from agir.pages.terms import WORDS, Explainer, TermFinder
from agir.pages.typography import NBSP
from agir.pages.words import day, lines, sort_key
from real import site

if TYPE_CHECKING:
    from pathlib import Path


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


def explained(*texts: str) -> str:
    """The texts of a page with [words] for buttons and (words, words) for lists.

    A text that starts with ? is a label, and ! stands where the terms of labels are listed.
    """
    finds = finder()
    html = "".join(
        WORDS if text == "!" else finds.label(text[1:]) if text[0] == "?" else finds.mark(text)
        for text in texts
    )
    explainer = Explainer(
        lambda use: f"[{use.words}]", lambda uses: f"({', '.join(u.words for u in uses)})"
    )
    return explainer.explain(html)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["<p>Leviers et leviers, relevier</p>"], "<p>[Leviers] et leviers, relevier</p>"),
        (["<p>prise\nen\u00a0charge</p>"], "<p>[prise\nen\u00a0charge]</p>"),
        (["<p>Prises en charge</p>"], "<p>Prises en charge</p>"),
        (["<p>prise, puis prise en charge</p>"], "<p>prise, puis [prise en charge]</p>"),
        (['<p>le <a href="x">levier</a> levier</p>'], '<p>le <a href="x">levier</a> [levier]</p>'),
        (["<p><code>levier</code> levier</p>"], "<p><code>levier</code> [levier]</p>"),
        (["<pre>levier <b>x</b></pre>", "levier"], "<pre>levier <b>x</b></pre>[levier]"),
        (["un levier", "un levier"], "un [levier]un levier"),
        (["?levier", "!", "levier"], "levier(levier)levier"),
        (["levier", "?levier", "!"], "[levier]levier"),
        (["?levier", "?prise en charge", "!"], "levierprise en charge(levier, prise en charge)"),
        (["jusqu’levier"], '<span class="together">jusqu’[levier]</span>'),
        (["(levier)"], "([levier])"),
        (["contre-levier"], "contre-levier"),
    ],
)
def test_a_term_is_explained_where_running_text_first_uses_it(texts: list[str], shown: str) -> None:
    assert explained(*texts) == shown


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


@pytest.mark.parametrize(
    ("length", "fr", "en"),
    [
        (45, "45 min", "45 min"),
        (60, "1 h", "1 h"),
        (75, "1 h 15", "1 h 15 min"),
        (125, "2 h 05", "2 h 05 min"),
        (Span(min=10, max=15), "10 à 15 min", "10 to 15 min"),
        (Span(min=10, max=60), "10 min à 1 h", "10 min to 1 h"),
        (Span(min=90, max=150), "1 h 30 à 2 h 30", "1 h 30 min to 2 h 30 min"),
        (Span(min=180, max=240), "3 à 4 h", "3 to 4 h"),
        (Span(min=20), "20 min ou plus", "20 min or more"),
    ],
)
def test_a_length_reads_as_the_workshop_says_it(length: Span | int, fr: str, en: str) -> None:
    for lang, said in (("fr", fr), ("en", en)):
        assert site().views.minutes(length, lang).replace(NBSP, " ") == said


def test_days_read_as_words() -> None:
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
    css = "a { color : red ; }\n/* x */ b  >  c :hover { margin: 0 1px; }"
    assert minify(css) == "a{color:red}b>c :hover{margin:0 1px}"


def test_a_style_is_for_pages_that_show_what_its_rules_start_with_or_ask_for(
    tmp_path: Path,
) -> None:
    style = tmp_path / "components/room/room.part.css"
    style.parent.mkdir(parents=True)
    style.write_text(
        ".stage, .page:has(.room[data-view]) :is(.a, .b), agir-room { color: red }\n"
        ".list li:has(:checked) { color: red }"
    )
    (part,) = gather(tmp_path).parts
    assert part.shown_by == {".stage", ".room", "agir-room", ".list"}
