"""An English page says that its French has changed, or that a part of it is still in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.content.known import Known
from agir.pages import warm
from agir.pages.rendering import load, page_of, render
from agir.pages.site import Settings, Site
from agir.pages.verification import Inspection
from project import edit_file

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings("https://agir.example/")
STEP = "data/steps/intention.yml"
OUTDATED = ('{fr: "L\'intention"', '{fr: "La visée"')
MISSING = ('en: "Intention"}', "en: à_traduire}")
SAID = {
    "outdated": "The French of this page has changed since it was translated.",
    "missing": "Part of this page is still in French.",
}


def pages(site: Site, id_: str) -> dict[str, str]:
    return {page.lang: page_of(site, page).decode() for page in site.all_pages if page.id == id_}


def test_a_page_whose_english_follows_says_nothing(project: Path) -> None:
    for html in pages(load(project, SETTINGS), "intention").values():
        assert 'class="behind"' not in html


@pytest.mark.parametrize(("state", "change"), [("outdated", OUTDATED), ("missing", MISSING)])
def test_the_english_page_says_how_it_is_behind(
    state: str, change: tuple[str, str], project: Path
) -> None:
    edit_file(project, STEP, *change)
    site = load(project, SETTINGS)
    html = pages(site, "intention")
    assert 'class="behind"' not in html["fr"]
    assert html["en"].count('class="behind"') == 1
    assert f'{SAID[state]} <a href="../../../etapes/intention/" hreflang="fr-CA">' in html["en"]
    assert 'class="behind"' not in pages(site, "planning")["en"]


def test_a_check_names_the_texts_whose_french_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(project, STEP, *OUTDATED)
    assert main(["check", "--root", str(project)]) == 0
    said = capsys.readouterr().out
    assert f"{STEP}:1:5: le français a changé depuis la traduction (intention.title)" in said


def test_noting_a_minor_change_makes_its_page_again_and_no_other(project: Path) -> None:
    edit_file(project, STEP, *OUTDATED)
    known = Known()
    before = load(project, SETTINGS, known)
    inspection = Inspection()
    for path, content in render(before):
        inspection.see(path, content)
    left = warm.Left(warm.sources_of(before, known), inspection.seen())
    assert main(["fix", "--root", str(project), "--minor", "intention"]) == 0
    known = Known()
    now = load(project, SETTINGS, known)
    kept = warm.still_true(now, warm.sources_of(now, known), left)
    assert "en/steps/intention/index.html" in set(left.made) - kept
    assert "etapes/planification/index.html" in kept
