"""The templates and what they share with the code: ids, interface words, escaping."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from agir.content.library import COLLECTIONS
from agir.pages.addresses import is_taken

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
TEXT = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
CODE = "\n".join(p.read_text("utf-8") for p in (ROOT / "plugins/agir/pages").glob("*.py"))
WORDS = yaml.safe_load((ROOT / "data/interface.yml").read_text("utf-8"))
# Families of words whose last part comes from the content.
FAMILIES = {
    "kind_": set(COLLECTIONS) - {"inventory"},
    "group_": set(COLLECTIONS) - {"inventory"},
    "language_": {"fr", "en", "es"},
    "question_": {"open", "observable"},
    "seen_": {"publisher", "copy", "name"},
    "access_": {"open", "account", "paid", "unknown"},
}


def test_every_id_that_a_template_writes_is_reserved() -> None:
    written = set(re.findall(r'\bid="([a-z][a-z-]*)"', TEXT))
    assert {id_ for id_ in written if not is_taken(id_)} == set()


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
    used = set(re.findall(r"\b(?:ui|en)\.([a-z_0-9]+)", TEXT))
    used |= set(re.findall(r'(?:labels\[[^]]+\]|labels)\["([a-z_]+)"\]', CODE))
    families = {word for word in WORDS if word.startswith(tuple(FAMILIES))}
    assert set(WORDS) - used - families == set()


def test_nothing_is_marked_safe_but_a_terms_own_button() -> None:
    assert set(re.findall(r"\{\{([^}]*\|\s*safe)", TEXT)) <= {
        " use.words|safe",
        " site.term_button(use)|safe",
    }
