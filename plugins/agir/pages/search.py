"""The search index of a language, from the data: no page is read back."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from html import unescape
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from agir.content import model
from agir.content.fields import LANGS, Lang, Prose, Text
from agir.content.inside import texts_for_all
from agir.pages.addresses import shown_on
from agir.pages.json_text import to_json
from agir.pages.typography import typeset
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agir.pages.plan import Page
    from agir.pages.site import Site

_WORD = re.compile(r"[^\W_]{3,}")
_MARKS = re.compile(r"\]\([^)]*\)|[*`]")  # where a link leads, emphasis, code
_FIRST = ord("#")  # the character of the first entry: those before it would be escaped in JSON
# A word that one entry in 24 holds tells little; one that one in 100 holds tells little of an entry
# that says it once, where others say it more: leaving both out keeps the file below 40 kB. With
# more entries, a larger number for the first keeps it there.
_COMMON = 24
_IN_PASSING = 100


# The words of results, which thereby weigh on no page; and where to go on when there is none.
_SAID = ("none", "one", "many", "all", "meant", "called", "inside")
_WAYS = {"site-index": "search_way_index", "tools": "search_way_tools"}


class _Found(NamedTuple):
    """One entry: what results show of it, its other names, and how often its text has a word."""

    path: str
    kind: str
    part: str
    title: tuple[str, Lang]
    summary: tuple[str, Lang]
    names: list[str]
    abroad: str
    searched: tuple[str, ...]
    words: Counter[str]


def search_index(site: Site, lang: Lang) -> bytes:
    """The search index of one language as JSON, which search/index.lazy.js reads.

    entries: [path from the site's root, place in kinds, place in parts, title, summary, other
    names, title in the other language where it is another, words people type for it, and "t", "s"
    or "ts" where these stay in French until somebody translates them], less what is empty at its
    end.
    words: the words of texts in order, each as how many characters it shares with the one before,
    and the rest. places: for each, a character an entry, which says how far it is from the last.
    said, ways: the words of results, and [path, words] where to go on when there is none.
    """
    found = list(_entries(site, lang))
    kinds, parts = (list(dict.fromkeys(column)) for column in list(zip(*found, strict=True))[1:3])
    words = _words_in(found)
    ordered = sorted(words)
    labels = site.labels[lang]
    return to_json(
        {
            "kinds": kinds,
            "parts": parts,
            "entries": [
                _row(entry, kinds.index(entry.kind), parts.index(entry.part), lang)
                for entry in found
            ],
            "words": " ".join(_front_coded(ordered)),
            "places": " ".join(_places(words[word]) for word in ordered),
            "said": {name: labels[f"search_{name}"] for name in _SAID},
            "ways": [[site.addresses.path(id_, lang), labels[word]] for id_, word in _WAYS.items()],
        }
    )


def _entries(site: Site, lang: Lang) -> Iterator[_Found]:
    labels = site.labels[lang]
    parts: dict[str, str] = {
        overview.part: typeset(*overview.menu.get(lang))
        for overview in site.library.all(model.Overview)
        if overview.menu
    }
    for page in site.pages[lang]:
        if page.id != "site-index":
            yield _page(page, labels.get(f"kind_{page.kind}", ""), parts.get(page.part, ""))
    for collection in shown_on(site.library):
        kind, part = labels[f"kind_{collection}"], parts.get(site.parts.get(collection, ""), "")
        for entry in site.library.collections[collection]:
            yield _entry(entry, lang, site.addresses.path(entry.id, lang), kind, part)


def _page(page: Page, kind: str, part: str) -> _Found:
    entry, lang = page.entry, page.lang
    if not isinstance(entry, WrittenPage):
        return _entry(entry, lang, page.path, kind, part)
    texts = (words_of(written.text) for written in entry.parts if written.kind == "prose")
    title, summary = (entry.title, lang), (entry.description, lang)
    return _Found(page.path, "", "", title, summary, [], "", (), _counted(texts))


def _entry(entry: Any, lang: Lang, path: str, kind: str, part: str) -> _Found:
    title, summary = entry.title.get(lang), _short(entry).get(lang)
    other = next(code for code in LANGS if code != lang)
    abroad, shown_in = entry.title.get(other)
    is_another = shown_in == other and abroad != title[0] and not isinstance(entry, model.Reference)
    words = _counted(_texts(entry, lang))
    names = list(_names(entry, lang))
    searched = getattr(entry.searched, lang, ())
    abroad = abroad if is_another else ""
    return _Found(path, kind, part, title, summary, names, abroad, searched, words)


def _row(found: _Found, kind: int, part: int, lang: Lang) -> list[Any]:
    shown = (found.title, found.summary)
    french = "".join(key for key, (_, said) in zip("ts", shown, strict=True) if said != lang)
    row = [found.path, kind, part, *(typeset(*text) for text in shown)]
    row += [found.names, found.abroad, found.searched, french]
    while not row[-1]:
        row.pop()
    return row


def _names(entry: Any, lang: Lang) -> Iterator[str]:
    """The other names of an entry, once whatever their number: « plans d'action », and variants."""
    known = {_singular(entry.title.get(lang)[0])}
    menu = getattr(entry, "menu", None)
    forms = getattr(getattr(entry, "forms", None), lang, ())
    variants = (one.name.get(lang)[0] for one in getattr(entry, "variants", ()))
    for name in chain([menu.get(lang)[0]] if menu else [], forms, variants):
        if _singular(name) not in known:
            known.add(_singular(name))
            yield name


def _singular(name: str) -> tuple[str, ...]:
    return tuple(word.rstrip("sx") for word in re.findall(r"\w+", name.lower()))


def _words_in(found: list[_Found]) -> dict[str, list[int]]:
    """Word -> the entries whose text tells itself apart by it, as their places in the list."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        shown = set(_WORD.findall(f"{entry.title[0]} {entry.summary[0]}".lower()))
        for word in entry.words.keys() - shown:
            holders[word].append(number)
    kept = {}
    for word, numbers in holders.items():
        if len(numbers) * _COMMON > len(found):
            continue
        often = [number for number in numbers if found[number].words[word] > 1]
        is_rare = len(numbers) * _IN_PASSING <= len(found)
        kept[word] = numbers if is_rare or not often else often
    return kept


def _front_coded(words: list[str]) -> Iterator[str]:
    before = ""
    for word in words:
        pairs = zip(before[:9], word, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        yield f"{shared}{word[shared:]}"
        before = word


def _places(numbers: list[int]) -> str:
    return "".join(
        chr(_FIRST + number - before - 1)
        for before, number in zip([-1, *numbers], numbers, strict=False)
    )


def _counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in texts, those of one or two letters left out."""
    return Counter(_WORD.findall(" ".join(texts).lower()))


def _short(entry: Any) -> Text:
    for name in ("summary", "definition", "about"):
        if isinstance(text := getattr(entry, name, None), Text):
            return text
    raise TypeError(f"{type(entry).__name__} has no short text")  # a new shape needs one


def _texts(entry: Any, lang: Lang) -> Iterator[str]:
    """Every text of an entry in one language; its words are the same before it is typeset."""
    if isinstance(entry, model.Tool):
        yield entry.publisher
    for text in texts_for_all(entry):
        value = text.get(lang)[0]
        yield words_of(value) if isinstance(text, Prose) else value


def words_of(markdown: str) -> str:
    """The words of a Markdown text, without its marks: a fiftieth of the price of its HTML."""
    words = _MARKS.sub("", markdown)
    return unescape(words) if "&" in words else words
