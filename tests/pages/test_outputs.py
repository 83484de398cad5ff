"""What stands beside the pages: redirects, the page of lost addresses, the sitemap, open data."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from agir.content.fields import LANGS
from agir.pages.outputs import entries_json, pages_json, redirects, sitemap
from agir.pages.site import Settings, Site
from project import copy_project

ROOT = Path(__file__).parents[2]
URL = "https://agir.example/a/"
MOVED = """\
addresses:
  - {old: /conditions/agenda-commun/, to: common-agenda}
  - {old: /en/old/, to: common-agenda}
"""
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The content with two addresses that moved, and a history of one file."""
    folder = tmp_path_factory.mktemp("moved")
    copy_project(folder)
    (folder / "data/moved.yml").write_text(MOVED, "utf-8")
    made = Site(folder, Settings(URL))
    made.dates = {"data/steps/intention.yml": date(2026, 3, 1)}
    return made


MOVES = {
    "conditions/agenda-commun/": ("fr", "../../conditions/vision-commune/", "Vision commune"),
    "en/old/": ("en", "../../en/conditions/common-agenda/", "Common agenda"),
}


@pytest.mark.parametrize("old", MOVES)
def test_a_page_that_moved_leads_on_in_each_way_a_browser_knows(site: Site, old: str) -> None:
    lang, target, title = MOVES[old]
    html = redirects(site)[old]
    assert f'<html lang="{lang}-CA" data-{lang}="{target}">' in html
    assert "location.replace(to);\n</script>" in html
    assert f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>' in html
    assert f'<a href="{target}">{title}</a>' in html


@pytest.mark.parametrize("old", MOVES)
def test_search_engines_learn_where_a_page_moved(site: Site, old: str) -> None:
    html = redirects(site)[old]
    target = re.sub(r"^(\.\./)+", URL, MOVES[old][1])
    assert f'<link rel="canonical" href="{target}">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_search_engines_leave_the_page_of_lost_addresses_out(site: Site) -> None:
    assert '<meta name="robots" content="noindex">' in site.not_found()


def test_the_page_of_lost_addresses_helps_in_both_languages(site: Site) -> None:
    for lang in LANGS:
        said = re.findall(rf'<div lang="{lang}-CA">(.*?)</div>', site.not_found())
        assert len(said) == 1
        assert site.labels[lang]["not_found_text"] in said[0]
        home, index = (site.addresses.pages[id_][lang] for id_ in ("home", "site-index"))
        assert re.findall(r'href="([^"]*)"', said[0]) == [f"/a/{home}", f"/a/{index}"]


def test_the_sitemap_names_each_page_with_its_twin(site: Site) -> None:
    found = {}
    for url in ElementTree.fromstring(sitemap(site)).iterfind("s:url", XML):
        twins = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", XML)}
        found[url.findtext("s:loc", namespaces=XML)] = twins
    wanted = {}
    for paths in site.addresses.pages.values():
        fr, en = (URL + paths[lang] for lang in LANGS)
        wanted |= {one: {"fr-CA": fr, "en-CA": en, "x-default": fr} for one in (fr, en)}
    assert found == wanted


def test_a_page_and_the_sitemap_say_when_its_file_changed(site: Site) -> None:
    dated = re.findall(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>", sitemap(site))
    paths = [site.addresses.pages["intention"][lang] for lang in LANGS]
    assert dated == [(URL + path, "2026-03-01") for path in paths]
    for lang, day in (("fr", "1er\u00a0mars\u00a02026"), ("en", "March\u00a01, 2026")):
        for page in site.pages["en" if lang == "en" else "fr"]:
            html = site.document(page, site.body(page)).partition("<footer")[2]
            said = f'<time datetime="2026-03-01">{day}</time>' in html
            assert said is (page.id == "intention"), page.path


def test_the_open_data_says_what_comes_from_the_sources(site: Site) -> None:
    pages = {(p["id"], p["lang"]): p["origin"] for p in json.loads(pages_json(site))["pages"]}
    entries = {e["id"]: e for e in json.loads(entries_json(site))["entries"]}
    theirs = entries["common-agenda"]
    assert theirs["licence"].startswith("CC-BY-4.0 (")  # and whose the other words are
    assert theirs["origin"] == list(site.library.by_id["common-agenda"].origin) != []
    assert set(theirs["origin"]) <= set(pages["common-agenda", "en"])
    sheets = [e for e in entries.values() if e["collection"] == "sheets"]
    ours = next(e for e in sheets if not re.search(r'"S\d-', json.dumps(e)))
    assert (ours["licence"], ours["origin"]) == ("CC-BY-4.0", "editorial")
    assert pages[ours["id"], "fr"] == "editorial"
