"""A built site, checked from outside before it is published: whole, and nothing leads nowhere."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAG = re.compile(r"<(a|link|script|img|source|iframe)\s([^<>]*)>")
_ID = re.compile(r'<[a-z][a-z0-9]*\s(?:[^<>]*\s)?id="([^"]*)"')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_LOADING = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
_LOADED_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "manifest")


def faults(folder: Path, base: str) -> Iterator[str]:
    """What is wrong with the site in a folder, published under the path `base` ("/", "/agir/").

    One sentence each, naming the file: a page of api/v1/pages.json that is absent, a link or an
    anchor that leads nowhere, an id used twice, something loaded from another host.
    """
    built = _Built(folder, base)
    listed = json.loads((folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    for page in listed:
        if f"{page['url'].lstrip('/')}index.html" not in built.pages:
            yield f"{page['url']}: the page is absent"
    for name, page in built.pages.items():
        for id_ in page.twice:
            yield f"{name}: the id {id_} is used twice"
        for link in page.loaded:
            if urlsplit(link).netloc or link.startswith("data:"):
                yield f"{name}: loads {link} from elsewhere"
        for link in {*page.links, *page.loaded}:
            if fault := built.fault(link, name):
                yield f"{name}: {link} {fault}"


class _Built:
    """Every file of a built site, its pages read."""

    def __init__(self, folder: Path, base: str) -> None:
        self.base = base
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        self.files = {path.relative_to(folder).as_posix() for path in paths}
        self.pages = {
            path.relative_to(folder).as_posix(): _Page(path.read_text("utf-8"))
            for path in paths
            if path.suffix == ".html"
        }
        self.target = lru_cache(maxsize=65536)(self._target)

    def fault(self, link: str, name: str) -> str:
        """What is wrong with a link of a page; "" when it leads somewhere."""
        if link.startswith("#"):
            target = name
        elif (target := self.target(link.partition("#")[0], name.rpartition("/")[0])) == "":
            return ""
        if target not in self.files:
            return "leads nowhere"
        anchor = unquote(link.partition("#")[2])
        if anchor and target in self.pages and anchor not in self.pages[target].ids:
            return "leads to no place on its page"
        return ""

    def _target(self, link: str, folder: str) -> str:
        """The file that a link of a page in a folder leads to; "" for one outside the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return ""
        start = "" if parts.path.startswith("/") else self.base + (f"{folder}/" if folder else "")
        path = normpath(start + unquote(parts.path))
        if parts.path.endswith("/") or not parts.path:
            path = f"{path}/".replace("//", "/")
        found = path.removeprefix(self.base) if path.startswith(self.base) else "outside"
        return f"{found}index.html" if not found or found.endswith("/") else found


class _Page:
    """The ids, links and loaded files of a page."""

    def __init__(self, text: str) -> None:
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        for id_ in _ID.findall(text):
            (self.twice.append if id_ in self.ids else self.ids.add)(id_)
        for tag, inside in _TAG.findall(text):
            attributes = dict(_ATTRIBUTE.findall(inside))
            address = html.unescape(attributes.get(_LOADING.get(tag, "href"), ""))
            if tag == "a":
                self.links.append(address)
            elif tag != "link" or attributes.get("rel") in _LOADED_LINKS:
                self.loaded.append(address)
        self.links = [link for link in self.links if link]
        self.loaded = [link for link in self.loaded if link]
