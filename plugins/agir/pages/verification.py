"""A built site, checked from outside before it is published: whole, and nothing leads nowhere."""

from __future__ import annotations

import html
import json
import os
import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from agir.pages.headers import EDITOR, NAME, inline, policy_in, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(a|link|script|img|source|iframe)\s([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_LOADED_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "manifest")
# An attribute in a page is found by itself: no text holds a raw quotation mark after a =.
_IDS = re.compile(r' id="([^"]*)"')
_LINKS = re.compile(r' href="([^"]*)"')
_LOADS = re.compile(r' src="([^"]*)"')


@dataclass(slots=True)
class PageFacts:
    """The ids of a page, those it has twice, the addresses it links to and those it loads.

    And what stands in it that needs its policy's leave.
    """

    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    inline: list[tuple[str, str]] = field(default_factory=list)


# Path of a file -> its digest and, of a page, the facts.
Seen = dict[str, tuple[str, PageFacts | None]]


class Inspection:
    """What is known of the files of a site: of each its digest, of a page its ids and links."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.digests: dict[str, str] = {}
        self.pages: dict[str, PageFacts] = {}
        self.policy = ""
        self._same: dict[str, str] = {}  # one copy of each address, for thousands of pages

    def see(self, path: str, content: bytes) -> None:
        """Look at a file by its path from the site's root."""
        self.digests[path] = sha256(content).hexdigest()
        if path.endswith(".html") and not path.startswith(EDITOR):  # not ours: with its own policy
            text = content.decode()
            self.pages[path] = self._facts(text)
            self.pages[path].inline = inline(text)
        elif path == NAME:
            self.policy = policy_in(content.decode())

    def recognise(self, path: str, content: bytes, digest: str, facts: PageFacts | None) -> bool:
        """Look at a file that was seen before; False when it is not the same any more."""
        if sha256(content).hexdigest() != digest:
            return False
        if facts:
            self.digests[path] = digest
            self.pages[path] = facts
        else:
            self.see(path, content)
        return True

    def seen(self) -> Seen:
        """What was looked at until now, which a later build may recognise."""
        return {path: (digest, self.pages.get(path)) for path, digest in self.digests.items()}

    def see_folder(self, folder: Path) -> None:
        """Look at the files of a folder that were not seen yet."""
        for place, _, names in os.walk(folder):
            inside = Path(place).relative_to(folder)
            for name in names:
                path = (inside / name).as_posix() if inside.parts else name
                if path not in self.digests:
                    self.see(path, (folder / path).read_bytes())

    def faults(self, listed: bytes, base: str) -> Iterator[str]:
        """What is wrong with the site published under the path `base` ("/", "/agir/").

        One sentence each, naming the file: a page of `listed` (api/v1/pages.json) that is absent,
        a link or an anchor that leads nowhere, an id used twice, something loaded from elsewhere,
        a script or a style that the policy in `_headers` does not know.
        """
        for page in json.loads(listed)["pages"]:
            if f"{page['url'].lstrip('/')}index.html" not in self.pages:
                yield f"{page['url']}: the page is absent"
        for name, facts in self.pages.items():
            for what in refused(facts.inline, self.policy):
                yield f"{name}: the content security policy refuses {what}"
            for id_ in facts.twice:
                yield f"{name}: the id {id_} is used twice"
            for link in facts.loaded:
                if urlsplit(link).netloc or link.startswith("data:"):
                    yield f"{name}: loads {link} from elsewhere"
            for link in (*facts.links, *facts.loaded):
                if fault := self._fault(link, name, base):
                    yield f"{name}: {link} {fault}"

    def _facts(self, text: str) -> PageFacts:
        facts = PageFacts()
        head, _, body = text.rpartition("</head>")
        start, _, rest = head.partition("<style>")
        head = start + rest.rpartition("</style>")[2]
        loaded = dict.fromkeys(_LOADS.findall(body))
        for tag, inside in _TAG.findall(head):
            attributes = dict(_ATTRIBUTE.findall(inside))
            if tag != "link" or attributes.get("rel") in _LOADED_LINKS:
                loaded[attributes.get("href" if tag == "link" else "src", "")] = None
        ids = _IDS.findall(body)
        facts.ids.update(ids)
        if len(ids) > len(facts.ids):
            facts.twice = [id_ for id_, count in Counter(ids).items() if count > 1]
        same = self._same.setdefault
        facts.links = [same(link, link) for link in dict.fromkeys(_LINKS.findall(body)) if link]
        facts.loaded = [same(link, link) for link in loaded if link]
        return facts

    def _fault(self, link: str, name: str, base: str) -> str:
        """What is wrong with a link of a page; "" when it leads somewhere."""
        path, _, anchor = html.unescape(link).partition("#")
        target = self._target(path, name, base)
        if target not in self.digests:
            return "leads nowhere" if target else ""
        if anchor and target in self.pages and unquote(anchor) not in self.pages[target].ids:
            return "leads to no place on its page"
        return ""

    def _target(self, path: str, name: str, base: str) -> str:
        """The file that a link of a page leads to; "" for one outside the site."""
        if not path:
            return name
        up = "../" * name.count("/") or "./"
        inner = path.removeprefix(up)
        if inner == path or ".." in inner or "%" in inner or "?" in inner:  # not as we write them
            resolved = _resolved(path, name.rpartition("/")[0], base)
            if resolved is None:
                return ""
            inner = resolved
        return f"{inner}index.html" if not inner or inner.endswith("/") else inner


def _resolved(path: str, folder: str, base: str) -> str | None:
    """The path from the site's root of a link of a page in a folder; None for one elsewhere."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc:
        return None
    start = "" if parts.path.startswith("/") else base + (f"{folder}/" if folder else "")
    found = normpath(start + unquote(parts.path))
    if parts.path.endswith("/") or not parts.path:
        found = f"{found}/".replace("//", "/")
    return found.removeprefix(base) if found.startswith(base) else "outside"
