"""Pages stay sensible when the contact or the repository is not set."""

from __future__ import annotations

import re

import pytest
import real
from agir.pages.fill import filled
from dom import parse

SITE = real.site()
PAGES = [page for lang in ("fr", "en") for page in SITE.pages[lang]]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Un mot? Écrivez à {{x}}. Merci.", "Un mot? Merci."),
        ("Écrivez à {{x}}. Dites tout.\n\nLa suite.", "\n\nLa suite."),
        ("1. Faites ceci. Puis {{x}}.\n2. Cela.", "1. Faites ceci.\n2. Cela."),
    ],
)
def test_a_sentence_goes_with_what_it_needs(text: str, left: str) -> None:
    assert filled(text, {"x": ""}) == left
    assert filled(text, {"x": "y"}) == text.replace("{{x}}", "y")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.id}-{page.lang}")
def test_a_page_without_settings_has_no_empty_link(page) -> None:
    html = SITE.document(page, SITE.body(page))
    tree = parse(html)
    assert "{{" not in re.sub(r"<pre.*?</pre>|\{\{…", "", html, flags=re.DOTALL)  # but as examples
    for node in tree:
        if node.tag == "a" and "href" in node.attributes:  # a script gives some theirs
            assert node.attributes["href"] not in ("", "mailto:"), node.words()
            assert node.words(), node.attributes
    assert not [node for node in tree if "edit" in node.classes]


def test_a_heading_goes_with_its_only_text() -> None:
    bodies = {page.id: SITE.body(page).html for page in SITE.pages["fr"]}
    assert 'id="in-the-browser"' not in bodies["contributing"]
    assert 'id="without-git"' not in bodies["contributing"]
    assert 'id="an-entry"' in bodies["contributing"]
    assert 'id="person-responsible"' in bodies["privacy"]
    assert "les faire corriger ou supprimer." in bodies["privacy"]
