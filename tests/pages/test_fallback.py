"""An English text that waits for its translation: the French shows, and says its language."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import agir.pages.site
import pytest
from agir.content.fields import Prose, Slug, Text
from agir.pages.outputs import redirects
from agir.pages.reading import Content, read
from agir.pages.search import search_index
from agir.pages.site import Settings, Site
from dom import Node, parse
from project import copy_project

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")
WORD = "Motfrançais"


def untranslated(value: Any) -> Any:
    """The same entry with French words alone, which are easy to find."""
    if isinstance(value, Prose):
        return Prose(f"{WORD}\n\n- {WORD}", None)
    if isinstance(value, Text) and not isinstance(value, Slug):
        return Text(WORD, None)
    if isinstance(value, tuple):
        return tuple(untranslated(item) for item in value)
    if is_dataclass(value) and not isinstance(value, Slug | type):
        parts = {item.name: untranslated(getattr(value, item.name)) for item in fields(value)}
        return replace(value, **parts)
    return value


def nothing_translated(root: Path, _known: object) -> Content:
    content = read(root)
    library = content.library
    entries = {name: untranslated(found) for name, found in library.collections.items()}
    return replace(content, library=replace(library, collections=entries, by_id={}, questions={}))


@pytest.fixture(scope="module")
def french() -> Site:
    """The whole site without a translated entry; interface words are always translated."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agir.pages.site, "read", nothing_translated)
        return Site(ROOT, SETTINGS)


def is_marked(node: Node) -> bool:
    langs = [one.attributes["lang"] for one in (node, *node.above()) if "lang" in one.attributes]
    return langs[0] == "fr-CA"


def unmarked(html: str) -> list[str]:
    """Where French words stand as if they were English: in a text or in an attribute."""
    found = []
    tree = parse(html)
    for node in tree:
        if node.tag == "script":
            continue  # data for machines, which says the language of the page as a whole
        said = [*node.attributes.values(), *(one for one in node.children if isinstance(one, str))]
        if any(WORD in one for one in said) and not is_marked(node):
            found.append(f"{node.tag} {node.attributes} {node.words()[:60]}")
    return found


@pytest.mark.parametrize("kind", ["article", "other"])
def test_no_french_word_passes_for_english(french: Site, kind: str) -> None:
    shown = 0
    for page in french.pages["en"]:
        if (page.kind in ("overviews", "home", "document")) is (kind == "other"):
            html = french.document(page, french.body(page))
            assert not unmarked(html), page.id
            shown += html.count(WORD)
    assert shown > 500


def test_what_is_not_translated_is_not_called_our_translation(french: Site) -> None:
    page = next(page for page in french.pages["en"] if page.id == "common-agenda")
    assert page.entry.wording
    assert french.labels["en"]["our_translation"] not in french.body(page).html


def test_search_says_which_of_its_words_are_french(french: Site) -> None:
    columns = json.loads(search_index(french, "en"))["entries"]
    said = dict(zip(columns["path"], columns["french"], strict=True))
    for id_, what in {"intention": "ts", "term-lever": "ts", "about": ""}.items():
        assert said[french.addresses.path(id_, "en")] == what
    assert not any(json.loads(search_index(french, "fr"))["entries"]["french"])


def test_an_entry_with_nothing_translated_builds(tmp_path: Path) -> None:
    copy_project(tmp_path)
    file = tmp_path / "data/steps/intention.yml"
    kept = "slug:"
    lines = file.read_text("utf-8").split("\n")
    text = "\n".join(
        line if line.startswith(kept) else re.sub(r'\ben: "[^"]*"', "en: à_traduire", line)
        for line in lines
    )
    text = re.sub(r"(?m)^( *)en: \|\n(?:\1 +.*\n|\n)+", r"\1en: à_traduire\n", text)
    assert text.count("à_traduire") > 30
    file.write_text(text, "utf-8")
    (tmp_path / "data/moved.yml").write_text("addresses: [{old: /en/x/, to: intention}]\n", "utf-8")
    site = Site(tmp_path, SETTINGS)
    page = next(page for page in site.pages["en"] if page.id == "intention")
    html = site.document(page, site.body(page))
    assert '<title lang="fr-CA">L’intention' in html
    assert '<h1><span lang="fr-CA">L’intention</span></h1>' in html
    assert '<title lang="fr-CA">L’intention' in redirects(site)["en/x/"]
