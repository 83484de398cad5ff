"""What the data ties together is linked on the built pages, both ways."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import real
from agir.content.fields import LANGS
from agir.pages.addresses import addresses_of
from agir.pages.written import read_written_pages
from dom import Node, parse
from ties import ties

ROOT = Path(__file__).parents[2]
LIBRARY = real.library()
ADDRESSES = addresses_of(LIBRARY, read_written_pages(ROOT, []))


def pairs() -> list[tuple[str, str]]:
    found = set(ties(LIBRARY))
    return sorted(found | {(b, a) for a, b in found})


@cache
def tree_of(folder: Path, path: str) -> Node:
    return parse((folder / path / "index.html").read_text("utf-8"))


def links_of(folder: Path, place: str) -> set[str]:
    """Where the links of a page or of a place on it lead, the site's navigation apart."""
    path, _, anchor = place.partition("#")
    here = next(node for node in tree_of(folder, path) if node.id == (anchor or "main"))
    links = [node for node in here if node.tag == "a" and "href" in node.attributes]
    said = [
        link
        for link in links
        if not any(up.tag == "nav" or "popover" in up.attributes for up in link.above())
    ]
    return {urljoin(f"/{path}", link.attributes["href"]) for link in said}


@pytest.mark.parametrize("lang", LANGS)
def test_entries_that_are_tied_link_to_each_other(lang: Any, build: Any) -> None:
    folder = build("root").folder
    missing = [
        (one, other)
        for one, other in pairs()
        for target in ["/" + ADDRESSES.path(other, lang)]
        if not any(
            f"{link}#".startswith(f"{target}#")
            for link in links_of(folder, ADDRESSES.path(one, lang))
        )
    ]
    assert not missing
