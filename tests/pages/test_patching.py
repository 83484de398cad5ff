"""A change of texts alone is patched into the site: the same pages as when all is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agir.content import library
from agir.content.known import Known
from agir.pages.patching import patch
from agir.pages.rendering import render
from agir.pages.site import Settings, Site
from project import copy_project, edit_file

if TYPE_CHECKING:
    from pathlib import Path


SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")
# File, what stands there, what is written instead.
TEXTS = {
    "the title of a step": ("data/steps/intention.yml", 'en: "Intention"', 'en: "Aim"'),
    "the words of a step": ("data/steps/intention.yml", "  fr: |\n    ", "  fr: |\n    Voici. "),
    "the summary of a tool": ("data/tools/actor-maps.yml", "Un guide pour", "Une aide pour"),
    "a question of a condition": (
        "data/conditions/common-agenda.yml",
        "dans des mots que tout",
        "en des mots que tout",
    ),
    "the goal of a sheet": (
        "data/sheets/relationship-map.yml",
        'goal:\n  fr: "',
        'goal:\n  fr: "Oser. ',
    ),
    "a work of the bibliography": (
        "data/bibliography.yml",
        'about:\n    fr: "',
        'about:\n    fr: "Oui. ',
    ),
    "a situation": ("data/situations.yml", 'summary:\n    fr: "', 'summary:\n    fr: "Oui. '),
    "a line above an entry": ("data/bibliography.yml", "- id:", "# a line more\n- id:"),
}
GROWN = 'definition:\n  fr: "Oui. '
STRUCTURE = {
    "an address": ("data/steps/intention.yml", 'en: "intention"', 'en: "aim"'),
    "what a tool is tied to": ("data/tools/actor-maps.yml", "steps: [", "steps: [planning, "),
    "a term of the glossary": ("data/glossary/term-table.yml", 'definition:\n  fr: "', GROWN),
    "the menu": ("data/overviews/why.yml", 'fr: "Pourquoi"', 'fr: "Pour quoi"'),
    "a mistake": ("data/steps/intention.yml", "title:", "titel:"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize("edit", TEXTS)
def test_a_change_of_texts_gives_the_pages_of_a_site_made_anew(project: Path, edit: str) -> None:
    known = Known()
    site = Site(project, SETTINGS, known)
    file, old, new = TEXTS[edit]
    before = edit_file(project, file, old, new)
    try:
        assert patch(site, file, known)
        assert dict(render(site)) == dict(render(Site(project, SETTINGS)))
    finally:
        (project / file).write_text(before, "utf-8")


@pytest.fixture(scope="module")
def as_it_was(project: Path) -> tuple[Site, Known, dict[str, bytes]]:
    """A site that no change is taken in, what was read for it, and its files."""
    known = Known()
    site = Site(project, SETTINGS, known)
    return site, known, dict(render(site))


@pytest.mark.parametrize("edit", STRUCTURE)
def test_a_change_of_more_than_texts_is_left_to_a_whole_reading(
    project: Path, as_it_was: tuple[Site, Known, dict[str, bytes]], edit: str
) -> None:
    site, known, first = as_it_was
    before_it = dict(known)
    file, old, new = STRUCTURE[edit]
    before = edit_file(project, file, old, new)
    try:
        assert not patch(site, file, known)
        assert dict(known) == before_it
        assert dict(render(site)) == first
    finally:
        (project / file).write_text(before, "utf-8")


def test_files_that_did_not_change_are_not_read_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Known()
    Site(project, SETTINGS, known)
    read: list[str] = []
    read_tree = library.read_tree
    monkeypatch.setattr(
        library,
        "read_tree",
        lambda text, file, *rest: read.append(file) or read_tree(text, file, *rest),
    )
    before = edit_file(project, *STRUCTURE["an address"])
    try:
        again = Site(project, SETTINGS, known)
    finally:
        (project / STRUCTURE["an address"][0]).write_text(before, "utf-8")
    assert read == [STRUCTURE["an address"][0]]
    assert again.addresses.path("intention", "en") == "en/steps/aim/"
