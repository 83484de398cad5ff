"""Whether a built site holds the corpus: nothing is timed before this is empty."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bench.corpus import LANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.corpus import Corpus, Item, Lang
    from bench.peer import Peer

_SAMPLE = 20
_MENU = 6  # ours has room for six sections, the others show all ten
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"""<a\s[^>]*?href=["']?([^"'\s>]+)""")
_ENTRY = re.compile(r"\(entry:([\w-]+)\)")
_SYNTAX = re.compile(r"[*_]|^- |\]\(entry:[\w-]+\)|\[", re.M)
_CHECKBOX = re.compile(r"""<input[^>]*type=["']?checkbox""")
_ALTERNATE = re.compile(r"""<link[^>]*hreflang=["']?([\w-]+)""")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'})


def words(text: str) -> str:
    """A text without what typography adds: quotes made straight, no blanks at all."""
    return _SPACES.sub("", unescape(text).translate(_QUOTES))


def faults(peer: Peer, corpus: Corpus, folder: Path) -> Iterator[str]:
    """What the built site lacks."""
    site = folder / peer.output
    expected = len(corpus.items) + len(corpus.sections) + 1 + peer.extra_pages
    counts = page_counts(site, peer.again)
    for lang in LANGS:
        if counts[lang] != expected:
            yield f"{peer.name}: {counts[lang]} pages in {lang} instead of {expected}"
    entries = len(corpus.items) + len(corpus.sections)
    for lang, found in peer.search(folder).items():
        if found < entries:
            yield f"{peer.name}: {found} entries of search in {lang} instead of {entries}"
    step = max(1, len(corpus.items) // _SAMPLE)
    for lang in LANGS:
        for section in corpus.sections:
            page = site / peer.address(section, lang) / "index.html"
            if not page.is_file() or words(section.title[lang]) not in words(
                page.read_text("utf-8")
            ):
                yield f"{peer.name}: the page of {section.id} in {lang} lacks its title"
        for item in corpus.items[::step]:
            yield from _item_faults(peer, item, lang, corpus, site)


def page_counts(site: Path, again: tuple[str, ...]) -> dict[Lang, int]:
    """How many pages each language has, but those in the folders of `again`."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("index.html")]
    counted = [path for path in paths if not path.startswith(again)]
    english = sum(path.startswith("en/") for path in counted)
    return {"fr": len(counted) - english, "en": english}


def _item_faults(peer: Peer, item: Item, lang: Lang, corpus: Corpus, site: Path) -> Iterator[str]:
    where = f"{peer.name}: {item.id} in {lang}"
    address = peer.address(item, lang)
    path = site / address / "index.html"
    if not path.is_file():
        yield f"{where} has no page"
        return
    html = path.read_text("utf-8")
    missing = (*_missing_words(item, lang, html), *_missing_links(peer, item, lang, corpus, html))
    for missed in missing:
        yield f"{where} lacks {missed}"
    for target in _links(address, html):
        if not (site / target / "index.html").is_file():
            yield f"{where} has a broken link to {target}"


def _missing_words(item: Item, lang: Lang, html: str) -> Iterator[str]:
    text = words(_TAG.sub("", html))
    cells = [cell for part in item.parts for row in part.rows[lang] for cell in row]
    heads = [head for part in item.parts for head in part.columns[lang]]
    titles = [item.title[lang], item.summary[lang], *(part.title[lang] for part in item.parts)]
    prose = [_SYNTAX.sub("", paragraph) for paragraph in _prose(item, lang)]
    for wanted in (*titles, *item.questions[lang], *heads, *cells, *prose):
        if words(wanted) not in text:
            yield f"«{wanted[:60]}»"
    if len(_CHECKBOX.findall(html)) < len(item.questions[lang]):
        yield "checkboxes"
    if not {"fr", "en"} <= {code[:2] for code in _ALTERNATE.findall(html)}:
        yield "its hreflang alternates"


def _missing_links(peer: Peer, item: Item, lang: Lang, corpus: Corpus, html: str) -> Iterator[str]:
    address = peer.address(item, lang)
    links = _links(address, html) | {address}
    by_id = {other.id: other for other in corpus.items}
    linked = [id_ for paragraph in _prose(item, lang) for id_ in _ENTRY.findall(paragraph)]
    for id_ in (*linked, *item.related):
        if peer.address(by_id[id_], lang) not in links:
            yield f"a link to {id_}"
    sections = sum(peer.address(section, lang) in links for section in corpus.sections)
    if sections < _MENU:
        yield "its menu"
    if peer.address(item, "en" if lang == "fr" else "fr") not in links:
        yield "the switch to the other language"


def _prose(item: Item, lang: Lang) -> list[str]:
    return [*item.body[lang], *(text for part in item.parts for text in part.paragraphs[lang])]


def _links(address: str, html: str) -> set[str]:
    """The pages that a page leads to, from the root of the site."""
    found = set()
    for href in _LINK.findall(html):
        url = unescape(href)
        path = urlsplit(urljoin(f"/{address}", url)).path.removesuffix("index.html")
        if not urlsplit(url).scheme and path.endswith("/"):
            found.add(path.lstrip("/"))
    return found
