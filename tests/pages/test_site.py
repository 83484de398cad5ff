"""The site from a copy of the content in which something is out of the ordinary."""

from __future__ import annotations

import json
import re
from pathlib import Path

from agir.pages.outputs import anchors_json, entries_json, redirects
from agir.pages.search import search_index
from agir.pages.site import Settings, Site
from project import edit_file

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")


def html(site: Site, id_: str, lang: str = "en") -> str:
    page = next(page for page in site.pages["en" if lang == "en" else "fr"] if page.id == id_)
    return site.document(page, site.body(page))


def test_a_text_to_translate_shows_in_french_and_says_so(project: Path) -> None:
    edit_file(project, "data/steps/intention.yml", 'en: "Intention"', "en: à_traduire")
    site = Site(project, SETTINGS)
    assert '<h1><span lang="fr-CA">L’intention</span></h1>' in html(site, "intention")
    assert '<span lang="fr-CA">L’intention</span>' in html(site, "steps")


def test_old_addresses_and_ids_lead_to_the_new_ones(project: Path) -> None:
    (project / "data/moved.yml").write_text(
        "addresses:\n"
        "  - {old: /conditions/agenda-commun/, to: common-agenda}\n"
        "  - {old: /en/conditions/old/, to: common-agenda}\n"
        "  - {old: /notre-approche/, to: about}\n"
        "  - {old: /la-question/, to: intention-for-whom}\n"
        "ids:\n"
        "  - {old: intention-why, change: moved, to: [intention-for-whom]}\n",
        "utf-8",
    )
    site = Site(project, SETTINGS)
    pages = redirects(site)
    assert 'data-fr="../../conditions/vision-commune/"' in pages["conditions/agenda-commun/"]
    assert "location.hash" in pages["conditions/agenda-commun/"]
    assert 'data-fr="../a-propos/"' in pages["notre-approche/"]
    assert '"../etapes/intention/#intention-for-whom"' in pages["la-question/"]
    assert '"../../../en/conditions/common-agenda/"' in pages["en/conditions/old/"]
    assert '<span id="intention-why"></span>' in html(site, "intention")
    places = json.loads(anchors_json(site, "en"))
    assert places["intention-why"] == "en/steps/intention/#intention-for-whom"
    assert places["term-care"].startswith("en/glossary/#")


def test_what_an_editor_writes_is_escaped_everywhere(project: Path) -> None:
    edit_file(
        project,
        "data/steps/intention.yml",
        'title: {fr: "L\'intention"',
        'title: {fr: "<\\"\'&{{ 7 * 7 }}"',
    )
    site = Site(project, SETTINGS)
    for id_ in ("intention", "steps", "home", "site-index"):
        text = html(site, id_, "fr")
        assert '<"' not in text.replace('<"&', "")
        assert "49" not in text.partition("<h1")[2].partition("</h1>")[0]


def test_notes_for_editors_are_not_published(project: Path) -> None:
    with (project / "data/steps/intention.yml").open("a", encoding="utf-8") as file:
        file.write('note: "remarque interne"\n')
    site = Site(project, SETTINGS)
    assert b"remarque interne" not in entries_json(site)
    assert b"remarque interne" not in search_index(site, "fr")
    assert "remarque interne" not in html(site, "intention", "fr")


def test_the_same_content_gives_the_same_bytes() -> None:
    first, second = Site(ROOT, SETTINGS), Site(ROOT, SETTINGS)
    for id_ in ("home", "tools", "intention"):
        assert html(first, id_) == html(second, id_)
    assert first.assets.files == second.assets.files


def test_without_a_repository_a_correction_is_a_message_that_names_the_page(
    project: Path,
) -> None:
    site = Site(project, Settings("https://agir.example/", contact="a@b.example"))
    found = re.search(r'class="correct" href="([^"]+)"', html(site, "intention"))
    assert found
    assert found[1].startswith("mailto:a@b.example?subject=Correction%3A%20Intention")
    assert "https%3A%2F%2Fagir.example%2Fen%2Fsteps%2Fintention%2F" in found[1]
    assert 'class="correct"' not in html(
        Site(project, Settings("https://agir.example/")), "intention"
    )
