"""Structured data: JSON-LD of schema.org that says what the page is, as the page itself does."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from audit.judging import Bar, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Page, Site

DATA = Bar("data")
BARS = (DATA,)
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_LANG = re.compile(r'<html lang="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page."""
    for page in site.pages:
        yield counted(page.path, DATA, faults(page))


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the structured data of a page."""
    try:
        blocks = [json.loads(block) for block in _BLOCK.findall(page.html)]
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    things = [thing for block in blocks for thing in _things(block)]
    address = _first(_CANONICAL, page)
    own = [one for one in things if address in (one.get("url"), one.get("@id"))]
    if not own:
        yield "nothing is said of this address"
    for thing in own:
        if not thing.get("@type"):
            yield "no @type"
        name, heading = thing.get("name", thing.get("headline")), _first(_HEADING, page)
        if _words(name or "") != heading:
            yield f"is called {name!r}, not {heading!r}"
        if thing.get("inLanguage") != _first(_LANG, page):
            yield f"is in {thing.get('inLanguage')!r}"
    yield from (f"not of schema.org: {one}" for one in blocks if not _of_schema(one))


def _things(block: Any) -> list[dict[str, Any]]:
    """What a block describes: itself, or those of its graph."""
    found = block.get("@graph", [block]) if isinstance(block, dict) else block
    return [one for one in found if isinstance(one, dict)]


def _of_schema(block: Any) -> bool:
    parts = block if isinstance(block, list) else [block]
    return all(str(part.get("@context")).startswith("https://schema.org") for part in parts)


def _first(pattern: re.Pattern[str], page: Page) -> str:
    found = pattern.search(page.html)
    return _words(unescape(_TAG.sub("", found[1]))) if found else ""


def _words(text: str) -> str:
    return " ".join(text.split())
