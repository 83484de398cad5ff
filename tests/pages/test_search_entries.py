"""The search index: what it knows of an entry, without a page being made, and how it is written."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from itertools import accumulate, chain
from typing import Any

import pytest
from agir.content import library, model
from agir.content.fields import LANGS, Lang, Prose
from agir.content.inside import texts_for_all
from agir.pages.markdown import to_plain
from agir.pages.search import _counted, _telling, search_index, words_of
from agir.pages.site import Settings, Site
from agir.pages.written import WrittenPage
from project import ROOT

TEXTS = [
    "**Gras** et [lien](https://a.example/dossier), *mar*che, `code`.",
    "- un\n- deux\n\n> trois `quatre cinq`",
    "A &amp; B, c'est\\*dit",
    "[un mot](entry:common-agenda#names) et [deux](#trois)",
]


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(ROOT, Settings("https://agir.example/"))


@pytest.fixture(scope="module")
def indexes(site: Site) -> dict[Lang, dict[str, Any]]:
    return {lang: json.loads(search_index(site, lang)) for lang in LANGS}


def words(index: dict[str, Any]) -> list[str]:
    coded = index["words"].split(" ")
    return [*accumulate(coded, lambda before, one: before[: int(one[0])] + one[1:], initial="")][1:]


def rows_of(index: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Path of an entry -> what the index says of it."""
    columns = index["entries"]
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return {row["path"]: row for row in rows}


def texts(index: dict[str, Any]) -> dict[str, set[str]]:
    """Path of an entry -> the words of its text that the index keeps."""
    paths = index["entries"]["path"]
    found: dict[str, set[str]] = {path: set() for path in paths}
    for word, places in zip(words(index), index["places"].split(" "), strict=True):
        for number in accumulate((ord(one) - 34 for one in places), initial=-1):
            if number >= 0:
                found[paths[number]].add(word)
    return found


def test_the_words_of_a_text_are_those_of_its_html() -> None:
    for text in TEXTS:
        assert _counted([words_of(text)]) == _counted([to_plain(text, "fr")])


def test_so_are_those_of_every_text_of_the_content() -> None:
    proses = [
        text.get(lang)
        for entry in library.load(ROOT).by_id.values()
        for text in texts_for_all(entry)
        if isinstance(text, Prose)
        for lang in LANGS
    ]
    assert len(proses) > 1000
    differ = [
        text
        for text, lang in proses
        if _counted([words_of(text)]) != _counted([to_plain(text, lang)])
    ]
    assert not differ


@pytest.mark.parametrize("lang", LANGS)
def test_a_language_takes_forty_kilobytes_at_most(site: Site, lang: Lang) -> None:
    assert len(gzip.compress(search_index(site, lang), 9)) <= 40_000


@pytest.mark.parametrize("lang", LANGS)
def test_it_holds_every_page_and_term_of_its_language_and_no_other(
    site: Site, indexes: dict[Lang, dict[str, Any]], lang: Lang
) -> None:
    paths = set(indexes[lang]["entries"]["path"])
    assert {page.path for page in site.pages[lang] if page.id != "site-index"} <= paths
    terms = {site.addresses.path(term.id, lang) for term in site.library.all(model.Term)}
    assert terms <= paths
    assert all(path.startswith("en/") is (lang == "en") for path in paths)
    assert {path for path, _ in indexes[lang]["ways"]} == {
        site.addresses.path(id_, lang) for id_ in ("site-index", "tools")
    }


def said(entry: Any, lang: Lang) -> list[str]:
    """The texts of an entry or of a hand-written page, without their marks."""
    if isinstance(entry, WrittenPage):
        return [words_of(part.text) for part in entry.parts if part.kind == "prose"]
    return [words_of(text.get(lang)[0]) for text in texts_for_all(entry)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_leads_to_the_entry_that_alone_holds_it_however_deep_it_stands(
    site: Site, indexes: dict[Lang, dict[str, Any]], lang: Lang
) -> None:
    index = indexes[lang]
    kept = texts(index)
    held = {
        page.path: set(_counted(said(page.entry, lang)))
        for page in site.pages[lang]
        if page.path in kept
    }
    entries = Counter(chain.from_iterable(held.values()))
    rows = rows_of(index)
    shown = {path: set(_counted([row["title"], row["summary"]])) for path, row in rows.items()}
    anywhere = set(chain.from_iterable(kept.values()))
    alone = {path: {word for word in words if entries[word] == 1} for path, words in held.items()}
    assert sum(map(len, alone.values())) > 1000
    for path, words_alone in alone.items():
        assert not words_alone - kept[path] - shown[path] - (anywhere - kept[path]), path


def test_where_there_is_no_room_the_words_that_most_entries_say_go_first() -> None:
    words = {"tri": [2], "trier": [3], "aide": [0, 1, 2, 3]}
    assert list(_telling(words, 100)) == ["tri", "trier", "aide"]
    assert list(_telling(words, 14)) == ["tri", "trier"]
    assert list(_telling(words, 0)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_words_stand_in_order_each_once(indexes: dict[Lang, dict[str, Any]], lang: Lang) -> None:
    found = words(indexes[lang])
    assert len(found) > 2000
    assert found == sorted(set(found))


def test_other_names_come_from_the_glossary_each_once_whatever_its_number(
    site: Site, indexes: dict[Lang, dict[str, Any]]
) -> None:
    rows = rows_of(indexes["fr"])
    row = rows[site.addresses.path("term-backbone-support", "fr")]
    assert {"soutien de base", "Backbone"} <= set(row["names"])
    assert not {"structure de soutien", "structures de soutien"} & set(row["names"])
    assert row["abroad"] == "Backbone support"
