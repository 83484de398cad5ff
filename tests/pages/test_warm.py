"""What the last build left is taken again only where nothing that changed since can show."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from agir.content.fields import Slug, Text
from agir.content.known import Known
from agir.content.library import Library
from agir.content.shape import _EVERYWHERE
from agir.pages import reading, site, warm
from agir.pages.rendering import load, render
from agir.pages.short import short_addresses
from agir.pages.site import Settings
from agir.pages.verification import Inspection
from project import ROOT, edit_file

if TYPE_CHECKING:
    from pathlib import Path


SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")
MARK = re.compile(r"zq(\d+)qz")


def marked(value: Any, mark: str) -> Any:
    """The value with a word more in each of its texts."""
    if isinstance(value, Slug):
        return value
    if isinstance(value, Text):
        return replace(value, fr=f"{value.fr} {mark}", en=value.en and f"{value.en} {mark}")
    if isinstance(value, tuple):
        return tuple(marked(item, mark) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        found = {item.name: marked(getattr(value, item.name), mark) for item in fields(value)}
        return replace(value, **found)
    return value


def test_a_page_links_to_every_entry_whose_words_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known()
    content = reading.read(ROOT, known)
    files = [(file, entry) for file, found in known.items() for entry, _ in found.entries]
    marks = {
        entry.id: (number, {id_ for id_, _, _ in known[file].reading.ids})
        for number, (file, entry) in enumerate(files)
        if not isinstance(entry, _EVERYWHERE)
    }
    collections = {
        name: tuple(
            marked(entry, f"zq{marks[entry.id][0]}qz") if entry.id in marks else entry
            for entry in entries
        )
        for name, entries in content.library.collections.items()
    }
    library = content.library
    library = Library(collections, library.labels, library.moved, library.places)
    changed = replace(content, library=library)
    monkeypatch.setattr(site, "read", lambda *_: changed)
    made = load(ROOT, SETTINGS)
    seen = Inspection()
    wrong, shown = [], 0
    own = [page for page in made.all_pages if page.kind != "overviews"]
    pages = {f"{page.path}index.html": page.id for page in own}
    pages |= dict.fromkeys(short_addresses(made), "")
    for path, html in render(made):
        if path not in pages:
            continue
        seen.see(path, html)
        for number in {int(found) for found in MARK.findall(html.decode())}:
            ids = marks[files[number][1].id][1]
            paths = warm.paths_of(made, ids)
            shown += 1
            if pages[path] not in ids and not warm.shows(seen.pages[path], ids, paths):
                wrong.append((path, files[number][0]))
    assert shown > 10 * len(marks)
    assert not wrong, sorted(wrong)


@pytest.fixture(scope="module")
def before() -> tuple[site.Site, warm.Left]:
    known = Known()
    made = load(ROOT, SETTINGS, known)
    inspection = Inspection()
    for path, content in render(made):
        inspection.see(path, content)
    return made, warm.Left(warm.sources_of(made, known), inspection.seen())


def still_true(project: Path, left: warm.Left) -> set[str]:
    known = Known()
    now = load(project, SETTINGS, known)
    now.dates = left.sources.days
    return warm.still_true(now, warm.sources_of(now, known), left)


def test_everything_is_kept_when_nothing_changed(
    project: Path, before: tuple[site.Site, warm.Left]
) -> None:
    assert still_true(project, before[1]) == set(before[1].made)


# File, what stands there, what is written instead, a page that is made again, one that is kept.
SOME = {
    "words of a step": (
        *("data/steps/intention.yml", "  fr: |\n    ", "  fr: |\n    Voici. "),
        *("etapes/intention/index.html", "outils/cartes-des-acteurs/index.html"),
    ),
    "a situation": (
        *("data/situations.yml", 'summary:\n    fr: "', 'summary:\n    fr: "Oui. '),
        *("index.html", "outils/cartes-des-acteurs/index.html"),
    ),
}
ALL = {
    "an address": ("data/steps/intention.yml", 'en: "intention"', 'en: "aim"'),
    "a term": ("data/glossary/term-table.yml", 'definition:\n  fr: "', 'definition:\n  fr: "A '),
    "a label": ("data/interface.yml", 'fr: "Chercher"', 'fr: "Trouver"'),
    "a template": ("overrides/pages/tools.html", "{% block", "{# x #}{% block"),
    "a hand-written page": ("docs/fr/about.md", "\n\n", "\n\nUn mot.\n\n"),
}


@pytest.mark.parametrize("case", SOME)
def test_a_text_is_made_again_where_it_shows(
    case: str, project: Path, before: tuple[site.Site, warm.Left]
) -> None:
    file, old, new, again, kept = SOME[case]
    edit_file(project, file, old, new)
    found = still_true(project, before[1])
    assert again in before[1].made
    assert again not in found
    assert kept in found
    assert "sitemap.xml" not in found


@pytest.mark.parametrize("case", ALL)
def test_all_is_made_again_after_a_change_of(
    case: str, project: Path, before: tuple[site.Site, warm.Left]
) -> None:
    edit_file(project, *ALL[case])
    assert still_true(project, before[1]) == set()
