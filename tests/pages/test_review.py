"""« Tout relire » shows every text in both languages, and what is left to translate."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
import real
from agir.content.inside import texts_with_paths
from agir.pages.rendering import load
from agir.pages.review import review_files
from agir.pages.site import Settings

if TYPE_CHECKING:
    from pathlib import Path

SITE = real.site()
NAMES = [name for name, entries in SITE.library.collections.items() if entries]


def cells(html: str) -> list[tuple[str, ...]]:
    rows = re.findall(
        r'<th scope="row">(.*?)</th><td>(.*?)</td><td lang="en-CA">(.*?)</td>', html, re.S
    )
    return [tuple(unescape(cell) for cell in row) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_collection_stands_beside_its_translation(name: str) -> None:
    html = review_files(SITE)[f"relire/{name}/index.html"]().decode()
    expected = [
        (path.partition(".")[2], text.fr, text.en)
        for entry in SITE.library.collections[name]
        for path, text in texts_with_paths(entry)
    ]
    assert cells(html) == expected
    for entry in SITE.library.collections[name]:
        assert html.count(f'id="{entry.id}"') == 1


def test_search_engines_leave_it_out() -> None:
    for make in review_files(SITE).values():
        assert b'<meta name="robots" content="noindex">' in make()
    assert not [page for page in SITE.all_pages if page.path.startswith("relire/")]


def test_what_is_left_to_do_is_listed(project: Path) -> None:
    path = project / "data/steps/intention.yml"
    text = path.read_text("utf-8")
    text = text.replace('{fr: "L\'intention"', '{fr: "La visée"', 1)
    text = re.sub(r'en: "Saying.*', "en: à_traduire", text, count=1)
    path.write_text(text, "utf-8")
    files = review_files(load(project, Settings("https://agir.example/")))
    html = files["relire/index.html"]().decode()
    assert '<a href="steps/#intention">steps/intention</a> · title · à revoir' in html
    assert '<a href="steps/#intention">steps/intention</a> · summary · reste à traduire' in html
    assert html.count(" · à revoir") == 1
    row = r'title <span class="tag">à revoir</span></th><td>La visée</td>'
    assert row in files["relire/steps/index.html"]().decode()


def test_a_project_that_does_not_follow_its_translations_has_no_such_page(project: Path) -> None:
    (project / "data/.translations").unlink()
    assert review_files(load(project, Settings("https://agir.example/"))) == {}
