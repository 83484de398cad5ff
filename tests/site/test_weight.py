"""What a page weighs on a first visit, before anybody touches it: its HTML and its scripts."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from posixpath import dirname, normpath
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BAR = 14_000
WITH_FONTS = 40_000 - BAR
LONG_BAR = 30_000
# Long lists, by the id of their page.
LONG = {
    "sources": "every passage of the sources",
    "glossary": "every term",
    "tools": "the finder, with every tool and sheet",
    "bibliography": "every document",
    "site-index": "every page, by letter",
    "messages": "every message of the check, explained",
    "difficulties": "every difficulty, each with what helps",
    "reuse": "the reference of every page, twice",
}
# Pages whose own words, links and drawings weigh 8 to 11 kB before any style: what the heaviest
# of each kind may weigh. A text that grows past it is too long for a page, not for a list here.
FULL = {
    "sheets": 17_150,
    "portraits": 15_750,
    "topics": 15_800,
    "steps": 16_150,
    "conditions": 15_650,
    "home": 15_450,
}
SCRIPTS = re.compile(r'<script [^>]*src="([^"]+)"')
IMPORTS = re.compile(r'^import [^"]+ from "([^"]+)";', re.MULTILINE)


def size(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


@cache
def script(folder: Path, path: str) -> tuple[int, frozenset[str]]:
    """What a script weighs, and those that it loads by itself."""
    content = (folder / path).read_bytes()
    names = IMPORTS.findall(content.decode())
    return size(content), frozenset(normpath(f"{dirname(path)}/{name}") for name in names)


def loaded(folder: Path, path: str, html: str) -> set[str]:
    """The scripts that a page loads before anybody touches it."""
    found: set[str] = set()
    todo = {normpath(path + one) for one in SCRIPTS.findall(html)}
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo |= script(folder, name)[1]
    return found


@pytest.fixture(scope="session")
def weights(build) -> list[tuple[dict[str, str], int, set[str]]]:
    """Each page, what it weighs, and the scripts in it."""
    folder = build("root").folder
    pages = json.loads((folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    found = []
    for page in pages:
        path = page["url"].removeprefix("/")
        html = (folder / path / "index.html").read_bytes()
        scripts = loaded(folder, path, html.decode())
        found.append((page, size(html) + sum(script(folder, one)[0] for one in scripts), scripts))
    return found


def bar_of(page: dict[str, str]) -> int:
    if page["id"] in LONG:
        return LONG_BAR
    return FULL.get(page["id"], FULL.get(page["kind"], BAR))


def test_no_page_weighs_more_than_its_bar(weights) -> None:
    heavy = {page["url"]: weight for page, weight, _ in weights if weight > bar_of(page)}
    assert heavy == {}


def test_a_bar_above_the_common_one_is_needed(weights) -> None:
    for name in (*LONG, *FULL):
        mine = [weight for page, weight, _ in weights if name in (page["id"], page["kind"])]
        assert max(mine) > BAR, name


def test_three_pages_in_four_keep_the_common_bar_or_nearly(weights) -> None:
    light = [page for page, weight, _ in weights if weight <= BAR]
    assert len(light) > 0.7 * len(weights)


def test_the_one_font_leaves_its_room(build) -> None:
    fonts = list(build("root").folder.glob("assets/*.woff2"))
    assert sum(font.stat().st_size for font in fonts) <= WITH_FONTS


def test_a_page_starts_one_script(weights) -> None:
    for page, _, scripts in weights:
        assert len(scripts) == 1, page["url"]
