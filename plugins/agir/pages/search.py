"""The search entries of a language, from the data: no page is read back."""

from __future__ import annotations

import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.content.fields import Lang, Prose, Text
from agir.content.inside import texts_of
from agir.pages.addresses import shown_on
from agir.pages.json_text import to_json_list
from agir.pages.typography import typeset
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agir.pages.plan import Page
    from agir.pages.site import Site

_WORD = re.compile(r"[^\W_]{3,}")
_MARKS = re.compile(r"\]\([^)]*\)|[*`]")  # where a link leads, emphasis, code


def search_index(site: Site, lang: Lang) -> bytes:
    """The search entries of one language as JSON: a list of {i, u, k, t, s, x}.

    i: id, u: path from the site's root, k: kind in words, t: title, s: summary, x: the other words
    of the entry, each once and in alphabetical order: half the bytes of the running text.
    f: "t", "s" or "ts", where these stay in French until somebody translates them.
    """
    pages = (_search_page(site, page) for page in site.pages[lang] if page.id != "site-index")
    parts = (
        _search_entry(
            entry.id,
            lang,
            (site.addresses.path(entry.id, lang), site.labels[lang][f"kind_{collection}"]),
            (entry.title.get(lang), _short(entry).get(lang)),
            _words(entry, lang),
        )
        for collection in shown_on(site.library)
        for entry in site.library.collections[collection]
    )
    return to_json_list(chain(pages, parts))


def _search_page(site: Site, page: Page) -> dict[str, str]:
    entry, lang = page.entry, page.lang
    if isinstance(entry, WrittenPage):
        texts = [words_of(part.text) for part in entry.parts if part.kind == "prose"]
        shown = ((entry.title, lang), (entry.description, lang))
        return _search_entry(page.id, lang, (page.path, ""), shown, texts)
    shown = (entry.title.get(lang), entry.summary.get(lang))
    place = (page.path, site.labels[lang][f"kind_{page.kind}"])
    return _search_entry(page.id, lang, place, shown, _words(entry, lang))


def _search_entry(
    id_: str,
    lang: Lang,
    place: tuple[str, str],
    shown: tuple[tuple[str, Lang], tuple[str, Lang]],
    texts: Iterable[str],
) -> dict[str, str]:
    title, summary = (typeset(*text) for text in shown)
    words = _bag(" ".join(texts)) - _bag(f"{title} {summary}")
    path, kind = place
    entry = {"i": id_, "u": path, "k": kind, "t": title, "s": summary, "x": " ".join(sorted(words))}
    french = "".join(
        key for key, (_, shown_in) in zip("ts", shown, strict=True) if shown_in != lang
    )
    return entry | {"f": french} if french else entry


def _bag(text: str) -> set[str]:
    """The different words of a text, those of one or two letters left out."""
    return set(_WORD.findall(text.lower()))


def _short(entry: Any) -> Text:
    for name in ("summary", "definition", "about"):
        if isinstance(text := getattr(entry, name, None), Text):
            return text
    raise TypeError(f"{type(entry).__name__} has no short text")  # a new shape needs one


def _words(entry: Any, lang: Lang) -> Iterator[str]:
    """Every text of an entry in one language; its words are the same before it is typeset."""
    if isinstance(entry, model.Tool):
        yield entry.publisher
    for text in texts_of(entry):
        value = text.get(lang)[0]
        yield words_of(value) if isinstance(text, Prose) else value


def words_of(markdown: str) -> str:
    """The words of a Markdown text, without its marks: a fiftieth of the price of its HTML."""
    words = _MARKS.sub("", markdown)
    return unescape(words) if "&" in words else words
