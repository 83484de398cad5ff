"""The pages of a built site that are meant to be indexed, by kind and by shape."""

from __future__ import annotations

import gzip
import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from audit.judging import Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Lists of everything there is, which may weigh more.
LISTS = {"tools", "glossary", "bibliography", "sources", "site-index"}
_MODULE = re.compile(r'data-asleep="[^"]*?([\w-]+)\.\w+\.js"')
_STYLE = re.compile(
    r"<style[^>]*>(.*?)</style>|<link rel=\"stylesheet\" href=\"([^\"]*)\"", re.DOTALL
)
_LANG = re.compile(r'<html lang="(\w+)')


def pages_of(folder: Path) -> tuple[Page, ...]:
    """Every page that the site's open data lists, in their order. Raises OSError without a site."""
    listed = json.loads((folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    return tuple(_page(folder, one) for one in listed)


def _page(folder: Path, listed: dict[str, str]) -> Page:
    path = listed["url"].lstrip("/")
    html = (folder / path / "index.html").read_text("utf-8")
    is_list = listed["id"] in LISTS
    kind = "lists" if is_list else listed["kind"]
    return Page(path, kind, _shape(kind, html), is_list, html)


def _shape(kind: str, html: str) -> str:
    """The kind of a page, the modules it wakes and how much style it has: which parts, that is."""
    modules = sorted(set(_MODULE.findall(html)))
    style = "".join(inline + linked.replace("../", "") for inline, linked in _STYLE.findall(html))
    return " ".join([kind, *modules, str(len(style.replace("../", "")))])


def one_a_shape(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The heaviest page of each shape, in each language."""

    def group(page: Page) -> tuple[str, str]:
        lang = _LANG.search(page.html)
        return page.shape, lang[1] if lang else ""

    groups = groupby(sorted(pages, key=group), group)
    return tuple(max(alike, key=weight) for _, alike in groups)


def weight(page: Page) -> int:
    """The bytes of a page, compressed."""
    return len(gzip.compress(page.html.encode(), mtime=0))
