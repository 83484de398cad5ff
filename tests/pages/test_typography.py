"""Marks and blanks as each language wants them."""

from __future__ import annotations

import pytest
from agir.pages.typography import typeset, typeset_html

NB = "\u00a0"
FRENCH = [
    ("l'enfant et sa famille", "l’enfant et sa famille"),
    ("« Agir »", f"«{NB}Agir{NB}»"),
    ("«Agir»", f"«{NB}Agir{NB}»"),
    ("Source : ici", f"Source{NB}: ici"),
    ("Vraiment ?", "Vraiment?"),
    ("Oui ! Non ; peut-être", "Oui! Non; peut-être"),
    ("https://a.example/b", "https://a.example/b"),
    ("à 12:30", "à 12:30"),
    ("20 minutes", f"20{NB}minutes"),
    ("Deux ingrédients-clés: du temps", "Deux ingrédients-clés: du temps"),
]
ENGLISH = [
    ("it's the group's", "it’s the group’s"),
    ('say "yes" now', "say “yes” now"),
    ('("yes")', "(“yes”)"),
    ("Source: here", "Source: here"),
    ("the 'why'", "the ‘why’"),
]


@pytest.mark.parametrize(("before", "after"), FRENCH)
def test_french_follows_quebec_usage(before: str, after: str) -> None:
    assert typeset(before, "fr") == after
    assert typeset(after, "fr") == after, "typesetting twice changes nothing more"


@pytest.mark.parametrize(("before", "after"), ENGLISH)
def test_english_has_curly_marks(before: str, after: str) -> None:
    assert typeset(before, "en") == after


def test_only_the_text_of_html_changes() -> None:
    html = "<p>l'an <a href=\"x'y\">d'ici</a> <code>l'x : y</code> : fin</p>"
    assert typeset_html(html, "fr") == (
        f"<p>l’an <a href=\"x'y\">d’ici</a> <code>l'x : y</code>{NB}: fin</p>"
    )
