"""The search index of a language, from the data: no page is read back."""

from __future__ import annotations

import gzip
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
# The file stays below 40 kB for a phone, whatever the number of entries: the words that most of
# them hold, which tell them apart the least, are left out. What a character of words and places
# weighs in the file was measured, from 0.586 bytes to 0.604.
_LIMIT = 39_850
_WEIGHS = 0.6
# One entry in 90 holds it: a word that is said once there tells little, where others say it more.
_IN_PASSING = 90


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

    entries: columns, in which each entry has its place: path from the site's root, kind, part,
    title, summary, other names, title in the other language where it is another, words people type
    for it, and "t", "s" or "ts" where title and summary stay in French until somebody translates
    them. Rows would weigh half a kilobyte more.
    words: the words of texts in order, each as how many characters it shares with the one before,
    and the rest. places: for each, a character an entry, which says how far it is from the last.
    said, ways: the words of results, and [path, words] where to go on when there is none.
    """
    found = list(_entries(site, lang))
    labels = site.labels[lang]
    index: dict[str, Any] = {
        "entries": _columns(found, lang),
        "said": {name: labels[f"search_{name}"] for name in _SAID},
        "ways": [[site.addresses.path(id_, lang), labels[word]] for id_, word in _WAYS.items()],
    }
    room = _LIMIT - len(gzip.compress(to_json(index)))
    words = _telling(_words_in(found), int(room / _WEIGHS))
    ordered = sorted(words)
    index["words"] = " ".join(_front_coded(ordered))
    index["places"] = " ".join(_places(words[word]) for word in ordered)
    return to_json(index)


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
    return _Found(page.path, "", "", title, summary, [], "", entry.searched, _counted(texts))


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


def _columns(found: list[_Found], lang: Lang) -> dict[str, list[Any]]:
    shown = [(one.title, one.summary) for one in found]
    return {
        "path": [one.path for one in found],
        "kind": [one.kind for one in found],
        "part": [one.part for one in found],
        "title": [typeset(*title) for title, _ in shown],
        "summary": [typeset(*summary) for _, summary in shown],
        "names": [one.names for one in found],
        "abroad": [one.abroad for one in found],
        "searched": [one.searched for one in found],
        "french": [
            "".join(key for key, (_, said) in zip("ts", texts, strict=True) if said != lang)
            for texts in shown
        ],
    }


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
    """Word -> the entries whose text tells itself apart by it, as their places in the list.

    What the fewest entries say comes first.
    """
    holders: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(found):
        shown = set(_WORD.findall(f"{entry.title[0]} {entry.summary[0]}".lower()))
        for word in entry.words.keys() - shown:
            holders[word][number] = entry.words[word]
    kept = {}
    for word, times in sorted(holders.items(), key=lambda one: (len(one[1]), one[0])):
        numbers = list(times)
        often = [number for number in numbers if times[number] > 1]
        is_rare = len(numbers) * _IN_PASSING <= len(found)
        kept[word] = numbers if is_rare or not often else often
    return kept


def _telling(words: dict[str, list[int]], room: int) -> dict[str, list[int]]:
    """The first words, as many as `room` characters take in the file."""
    ordered = sorted(words)
    takes = dict(zip(ordered, map(len, _front_coded(ordered)), strict=True))
    kept = {}
    for word, numbers in words.items():
        room -= takes[word] + len(numbers) + 2  # each ends with a space
        if room < 0:
            break
        kept[word] = numbers
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
