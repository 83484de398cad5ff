"""A page brings the style of what it shows, and of what its scripts will show in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from agir.content.fields import LANGS
from agir.pages.assets import gather
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from agir.pages.assets import Part

PARTS = gather(ROOT / "overrides").parts


def parts_for(html: str) -> list[Part]:
    """The parts of the style that some HTML needs."""
    names = {f".{name}" for said in re.findall(r'class="([^"]*)"', html) for name in said.split()}
    names.update(re.findall(r"<([a-z][a-z-]*)", html))
    return [part for part in PARTS if not part.shown_by.isdisjoint(names)]


def template(folder: Path, lang: str, id_: str) -> str:
    (file,) = folder.glob(f"assets/added.{lang}.*.html")
    return file.read_text("utf-8").partition(f'<template id="{id_}"')[2].partition("</template>")[0]


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_has_the_style_of_what_its_scripts_show(build: Any, lang: str) -> None:
    folder = build("root").folder
    pages = json.loads((folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    place = {page["id"]: folder / page["url"][1:] for page in pages if page["lang"] == lang}
    for id_, shown in {
        "group": (place["group"] / "views.html").read_text("utf-8"),
        "five-conditions": template(folder, lang, "portrait"),
        "relationship-map": template(folder, lang, "worksheet"),
    }.items():
        page = (place[id_] / "index.html").read_text("utf-8")
        needed = parts_for(shown)
        assert needed, id_
        assert all(f"<style>{part.style}</style>" in page for part in needed), id_
