"""A page brings the style of what it shows, and of what its scripts will show in it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from agir.content.fields import LANGS
from agir.pages.addresses import ANIMATIONS, HANDOUTS
from agir.pages.assets import gather
from agir.pages.outputs import WORDS
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = gather(ROOT / "overrides")


def template(folder: Path, lang: str, id_: str) -> str:
    (file,) = folder.glob(f"assets/added.{lang}.*.html")
    return file.read_text("utf-8").partition(f'<template id="{id_}"')[2].partition("</template>")[0]


@cache
def places(folder: Path, lang: str) -> dict[str, Path]:
    pages = json.loads((folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    return {page["id"]: folder / page["url"][1:] for page in pages if page["lang"] == lang}


def shown_on(folder: Path, lang: str) -> dict[str, str]:
    """What scripts show on a page, by its id: templates, and other pages of the site on paper."""
    papers = [
        path.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        for view in (HANDOUTS, ANIMATIONS)
        for path in (folder / view[lang]).glob("*/index.html")
    ]
    quotes = re.findall(r'<figure class="quote.*?</figure>', "".join(papers))
    words = {
        id_: (place / WORDS).read_text("utf-8")
        for id_, place in places(folder, lang).items()
        if (place / WORDS).exists()
    }
    return words | {
        "five-conditions": template(folder, lang, "portrait"),
        "relationship-map": template(folder, lang, "worksheet"),
        "workshop": words["workshop"] + "".join(quotes),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_has_the_style_of_what_its_scripts_show(build: Any, lang: str) -> None:
    folder = build("root").folder
    for id_, shown in shown_on(folder, lang).items():
        page = (places(folder, lang)[id_] / "index.html").read_text("utf-8")
        needed = ASSETS.parts_for(shown)
        assert needed, id_
        assert all(f"<style>{part.style}</style>" in page for part in needed), id_


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_page_says_that_its_scripts_show_brings_a_style(build: Any, lang: str) -> None:
    brought = {}
    for place in places(build("root").folder, lang).values():
        page = (place / "index.html").read_text("utf-8")
        for name in " ".join(re.findall(r'data-shows="([^"]*)"', page)).split():
            (part,) = ASSETS.parts_for(f'<b class="{name}">')
            static = ASSETS.parts_for(page.replace("data-shows", "data-was"))
            brought[name] = brought.get(name) or part not in static
    assert brought == dict.fromkeys(
        ["choices", "link", "quote", "table-scroll", "talk-count"], True
    )
