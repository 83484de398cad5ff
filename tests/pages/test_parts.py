"""Parts of pages: lists in their order, words of others marked as such, places with old ids."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
import real
import yaml
from agir.content.fields import LANGS
from agir.pages.addresses import parts_of, shown_on
from agir.pages.site import Settings, Site
from project import copy_project

if TYPE_CHECKING:
    from agir.content.fields import Lang
    from agir.pages.plan import Page

LIBRARY = real.library()
EVERY_LANG = pytest.mark.parametrize("lang", LANGS)


def ids_with_a_place() -> list[str]:
    """One id of each shape that stands on a page: sections, items, questions, moments, terms…"""
    found: dict[tuple[str, str], str] = {}
    for name, entries in LIBRARY.collections.items():
        for entry in entries if name != "inventory" else ():
            if name in shown_on(LIBRARY):
                found.setdefault((name, "entry"), entry.id)
            for part in parts_of(entry):
                found.setdefault((name, type(part).__name__), part.id)
    return sorted(found.values())


PLACES = ids_with_a_place()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site in which one place of each shape had another id before."""
    folder = tmp_path_factory.mktemp("renamed")
    copy_project(folder)
    ids = [{"old": f"former-{id_}", "change": "moved", "to": [id_]} for id_ in PLACES]
    moved = yaml.safe_dump({"addresses": [], "ids": ids})
    (folder / "data/moved.yml").write_text(moved, "utf-8")
    return Site(folder, Settings("https://agir.example/"))


@pytest.fixture(scope="module")
def bodies(site: Site) -> dict[tuple[Lang, str], str]:
    return {(p.lang, p.id): site.body(p).html for lang in LANGS for p in site.pages[lang]}


def page_of(site: Site, id_: str, lang: Lang) -> Page:
    path = site.addresses.path(id_, lang).partition("#")[0]
    return next(page for page in site.pages[lang] if page.path == path)


@pytest.mark.parametrize("id_", PLACES)
def test_an_old_address_still_finds_the_place(site: Site, bodies: dict, id_: str) -> None:
    for lang in LANGS:
        body = bodies[lang, page_of(site, id_, lang).id]
        assert re.search(rf'id="{id_}".{{0,400}}?<span id="former-{id_}"></span>', body, re.DOTALL)


@EVERY_LANG
def test_words_of_the_sources_are_french_wherever_they_stand(bodies: dict, lang: Lang) -> None:
    units = 0
    french = "<q>" if lang == "fr" else '<q lang="fr-CA">'
    for (code, id_), body in bodies.items():
        if code != lang:
            continue
        quoted = re.findall(r"<q\b[^>]*>", body)
        assert set(quoted) <= {french}, id_
        passage = r'<dd id="(\S+)"><code>\1</code> <q[^>]*>.*?</q>(<br>\S.*)?</dd>'
        translated = [english for _, english in re.findall(passage, body)]
        assert len(translated) == len(re.findall("<dd[^>]*><code>", body)), id_
        assert all(bool(one) is (lang == "en") for one in translated), id_
        units += len(translated)
    assert units == 233


@EVERY_LANG
def test_a_translated_quotation_says_whose_translation_it_is(
    site: Site, bodies: dict, lang: Lang
) -> None:
    said = site.labels[lang]["our_translation"]
    for page in site.pages[lang]:
        sections = [*getattr(page.entry, "sections", ())]
        quotes = [quote for section in sections for quote in section.quotes if quote.origin]
        wording = [page.entry.wording] if getattr(page.entry, "wording", None) else []
        if page.id != "sources":
            wanted = len(quotes) + len(wording) if lang == "en" else 0
            assert bodies[lang, page.id].count(said) == wanted, page.path


@EVERY_LANG
def test_tools_that_can_be_opened_and_read_come_first(site: Site, bodies: dict, lang: Lang) -> None:
    by_path = {site.addresses.pages[tool.id][lang]: tool for tool in LIBRARY.collections["tools"]}
    seen = 0
    for page in site.pages[lang]:
        listed = bodies[lang, page.id].partition('<section class="section" id="tools">')[2]
        listed = listed.partition("</section>")[0]
        tools = [by_path[link] for link in re.findall(r'<a href="(?:\.\./)*([^"#]+)"', listed)]
        ranks = [(not tool.links, lang not in tool.languages) for tool in tools]
        assert ranks == sorted(ranks), page.path
        seen += len(set(ranks)) > 1
    assert seen


@EVERY_LANG
def test_an_index_is_in_alphabetical_order_without_articles(bodies: dict, lang: Lang) -> None:
    names = re.findall(r'<li><a href="[^"]*">(.*?)</a> <span', bodies[lang, "site-index"])
    assert len(names) > 100
    bare = [re.sub("<.*?>|^[«“ \u00a0]+", "", unescape(name)).lower() for name in names]
    bare = [re.sub("^(?:l’|(?:le|la|les|un|une|des|du|the|a) )", "", name) for name in bare]
    letters = [name.translate(str.maketrans("àâçéèêëîïôùûœ", "aaceeeeiiouuo"))[0] for name in bare]
    assert letters == sorted(letters)
