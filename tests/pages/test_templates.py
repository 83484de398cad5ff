"""The templates and what they share with the code: ids, interface words, escaping."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from agir.content import portrait
from agir.content.fields import LANGS
from agir.content.library import COLLECTIONS
from agir.content.messages import CATALOGUE
from agir.content.translations import BEHIND, State
from agir.pages import labels
from agir.pages.addresses import ENTRY_IDS, ENTRY_STARTS, FRAME_IDS, FRAME_STARTS, is_taken
from agir.pages.questions import MOVES
from agir.pages.site import Settings, Site

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
TEXT = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
CODE = "\n".join(p.read_text("utf-8") for p in (ROOT / "plugins/agir/pages").glob("*.py"))
SETTINGS = Settings("https://agir.example/")
WORDS = yaml.safe_load((ROOT / "data/interface.yml").read_text("utf-8"))
# Families of words whose last part comes from the content.
FAMILIES = {
    "kind_": set(COLLECTIONS) - {"inventory"},
    "group_": set(COLLECTIONS),
    "language_": {"fr", "en", "es"},
    "question_": {"open", "observable"},
    "seen_": {"publisher", "copy", "name"},
    "access_": {"open", "account", "paid", "unknown"},
    "review_": set(get_args(State)),
    "translation_": set(BEHIND),
    "moves_": set(MOVES),
    "answer_": {one.replace("-", "_") for one in get_args(portrait.Answer)},
    "level_": {one.replace("-", "_") for one in get_args(portrait.LevelName)},
    "way_": {one.replace("-", "_") for one in get_args(portrait.WayName)},
}


@pytest.fixture(scope="module")
def pages_of_the_site() -> tuple[Site, list[str]]:
    """The real site, and every document of it."""
    site = Site(ROOT, SETTINGS)
    pages = [page for lang in LANGS for page in site.pages[lang]]
    return site, [site.document(page, site.body(page)) for page in pages]


def test_every_id_that_a_template_writes_is_reserved() -> None:
    written = set(re.findall(r'\bid="([a-z][a-z-]*)"', TEXT))
    assert {id_ for id_ in written if not is_taken(id_)} == set()


def test_every_id_that_a_template_completes_has_a_reserved_start() -> None:
    """`id="b-{{ term.id }}"`: no entry may have an id that starts so."""
    starts = set(re.findall(r'\bid="([^"{]+)\{\{', TEXT))
    assert starts
    assert starts <= {*ENTRY_STARTS, *FRAME_STARTS}


def test_every_id_of_a_page_is_the_contents_or_reserved(pages_of_the_site) -> None:
    site, pages = pages_of_the_site
    written = set(CATALOGUE) | {
        part.id
        for page in site.pages["fr"]
        for part in getattr(page.entry, "parts", ())
        if part.kind == "heading"
    }
    found = {id_ for html in pages for id_ in re.findall(r'\sid="([^"]+)"', html)}
    own = {id_ for id_ in found if id_ not in site.addresses.anchors and id_ not in written}
    # No id of an entry has a capital; those of the sources' passages do.
    assert not {id_ for id_ in own if not is_taken(id_) and id_ not in site.units}
    # What is reserved for nothing only stands in editors' way.
    drawn = found | set(re.findall(r'\bid="([^"]+)"', TEXT))
    assert drawn >= ENTRY_IDS | FRAME_IDS
    for start in (*ENTRY_STARTS, *FRAME_STARTS):
        assert any(id_.startswith(start) for id_ in own), start


def test_a_colour_scheme_changes_colours_only() -> None:
    """light-dark() holds two colours; a query for the scheme could change anything."""
    sheets = [path.read_text("utf-8") for path in (ROOT / "overrides").rglob("*.css")]
    assert any("light-dark(" in sheet for sheet in sheets)
    assert not [sheet for sheet in sheets if "prefers-color-scheme" in sheet]


def test_every_word_that_a_template_says_exists() -> None:
    said = set(re.findall(r"\b(?:ui|en)\.([a-z_0-9]+)", TEXT))
    assert said - set(WORDS) == set()


@pytest.mark.parametrize(("family", "names"), FAMILIES.items())
def test_a_family_of_words_is_whole(family: str, names: set[str]) -> None:
    assert {family + name for name in names} <= set(WORDS)


def test_no_interface_word_is_unused() -> None:
    feeds = "".join(path.read_text("utf-8") for path in (ROOT / "overrides").glob("*.xml"))
    used = set(re.findall(r"\b(?:ui|en)\.([a-z_0-9]+)", TEXT + feeds))
    used |= set(re.findall(r'(?:labels\[[^]]+\]|labels)\["([a-z_]+)"\]', CODE))
    used |= {*labels.IN_SCRIPTS, *labels.NAMED.values()}
    families = {word for word in WORDS if word.startswith(tuple(FAMILIES))}
    assert set(WORDS) - used - families == set()


def test_nothing_is_marked_safe_but_a_terms_own_button() -> None:
    assert set(re.findall(r"\{\{([^}]*\|\s*safe)", TEXT)) <= {
        " use.words|safe",
        " site.term_button(use)|safe",
    }


def test_a_home_page_without_headings_is_made(project: Path) -> None:
    for lang in ("fr", "en"):
        path = project / f"docs/{lang}/index.md"
        head = path.read_text("utf-8").split("---\n")[1]
        path.write_text(f"---\n{head}---\nUn mot.\n", "utf-8")
    site = Site(project, SETTINGS)
    home = next(page for page in site.pages["fr"] if page.id == "home")
    assert "<h1>" in site.body(home).html
