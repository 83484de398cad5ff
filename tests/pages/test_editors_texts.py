"""Whatever an editor writes in any field stands on the page as text; what is missing says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from agir.content.fields import LANGS
from agir.pages.outputs import sitemap
from agir.pages.site import Settings, Site
from project import copy_project

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/")
ODD = "<\"'&{{ 7 * 7 }} "  # French keeps the mark as it is, English curls it
UNESCAPED = re.compile(
    r"<[\"“”'‘’&]|&(?!amp;|lt;|gt;|quot;|#\d+;)|7 \* 7(?! \\?\}\\?\})"
)  # BibTeX has \} for }
NOT_ENTRIES = {"interface.yml", "moved.yml"}


class Quoted(yaml.SafeDumper):
    """Writes each text on one line between quotation marks, as editors are told to."""


Quoted.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style='"' if " " in text else None
    ),
)


def site_with(folder: Path, change: Any) -> Site:
    """The site of a copy of the content in which every text of every entry is changed."""
    copy_project(folder)
    for path in (folder / "data").rglob("*.yml"):
        if path.name not in NOT_ENTRIES and path.parent.name != "inventory":
            content = changed(yaml.safe_load(path.read_text("utf-8")), change)
            path.write_text(yaml.dump(content, Dumper=Quoted, sort_keys=False), "utf-8")
    return Site(folder, SETTINGS)


def changed(value: Any, change: Any, key: str = "") -> Any:
    if isinstance(value, list):
        return [changed(item, change, key) for item in value]
    if not isinstance(value, dict):
        return value
    if key != "slug" and set(value) == {"fr", "en"} and isinstance(value["fr"], str):
        return change(value)
    return {name: changed(item, change, name) for name, item in value.items()}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site where each text starts with what could be taken for markup."""
    return site_with(
        tmp_path_factory.mktemp("odd"),
        lambda text: {lang: f"{ODD}{words}" for lang, words in text.items()},
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_of_an_entry_becomes_markup(odd: Site, lang: str) -> None:
    seen = 0
    for page in odd.pages["en" if lang == "en" else "fr"]:
        html = odd.document(page, odd.body(page))
        text = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
        found = UNESCAPED.search(text)
        assert not found, f"{page.path}: {text[found.start() - 200 : found.end() + 50]}"
        seen += text.count("{{ 7 * 7 }}")
    assert seen > 5000
    assert '<"' not in sitemap(odd)


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site before anything is translated."""
    return site_with(
        tmp_path_factory.mktemp("french"), lambda text: {"fr": text["fr"], "en": "à_traduire"}
    )


def test_french_on_an_english_page_is_always_marked_as_french(french: Site) -> None:
    page = next(page for page in french.pages["en"] if page.id == "intention")
    body = french.body(page).html
    entry = french.library.by_id["intention"]
    shown = [entry.title, entry.summary, *(question.text for question in entry.questions)]
    assert len(shown) > 5
    outside = re.sub(r'<(span|div|q) lang="fr-CA">.*?</\1>', "", body, flags=re.DOTALL)
    words = {" ".join(text.fr.split()[:4]).replace("'", "’") for text in shown}
    assert not [some for some in words if some in re.sub(r'="[^"]*"', "", outside)]
    assert all(some in body for some in words)
    assert '<div lang="fr-CA"><p>' in body
