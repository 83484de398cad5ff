"""Short addresses lead to entries, pages and questions, in two languages, for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from agir.pages.short import short_addresses
from agir.pages.site import Settings, Site
from project import copy_project

SITE = Site(Path(__file__).parents[2], Settings("https://agir.example/a/"))
LEADS = {
    "common-agenda": ("conditions/vision-commune/", "en/conditions/common-agenda/"),
    "about": ("a-propos/", "en/about/"),
    "term-action-plan": ("glossaire/#term-action-plan", "en/glossary/#term-action-plan"),
    "intention-for-whom": (
        "etapes/intention/#intention-for-whom",
        "en/steps/intention/#intention-for-whom",
    ),
}


@pytest.mark.parametrize("id_", LEADS)
def test_a_short_address_knows_its_place_in_both_languages(id_: str) -> None:
    html = short_addresses(SITE)[f"a/{id_}/index.html"]().decode()
    french, english = (f"../../{path}" for path in LEADS[id_])
    assert f'data-fr="{french}" data-en="{english}"' in html
    assert re.findall(r'<a href="([^"]+)"', html) == [french, english]
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="https://agir.example/a/{LEADS[id_][0]}">' in html
    assert 'http-equiv="refresh"' not in html  # it would choose for those without scripts


def test_every_page_entry_and_question_has_one() -> None:
    there = set(short_addresses(SITE))
    assert {f"a/{page.id}/index.html" for page in SITE.all_pages} <= there
    assert {f"a/{id_}/index.html" for id_ in SITE.library.questions} <= there


def test_an_id_that_moved_leads_where_it_is_now(tmp_path: Path) -> None:
    copy_project(tmp_path)
    moved = "ids:\n  - {old: an-old-question, change: moved, to: [intention-for-whom]}\n"
    (tmp_path / "data/moved.yml").write_text(moved, "utf-8")
    made = short_addresses(Site(tmp_path, Settings("https://agir.example/")))
    html = made["a/an-old-question/index.html"]().decode()
    assert "../../etapes/intention/#intention-for-whom" in html
