"""The built site, page by page: whole, bilingual, with no link that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from agir.pages import addresses
from agir.pages.outputs import WORDS
from dom import BESIDE, page_files

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class PageParser(HTMLParser):
    """What a page holds: language, ids, links, loaded files, text."""

    def __init__(self) -> None:
        super().__init__()
        self.lang = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.headings: list[int] = []
        self.popover_targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "html":
            self.lang = found["lang"]
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in found:
            self.loads.append(found["src"])
        if tag == "link":
            self.handle_link(found)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "popovertarget" in found:
            self.popover_targets.append(found["popovertarget"])

    def handle_link(self, found: dict[str, str]) -> None:
        if found["rel"] == "alternate" and "hreflang" in found:  # else a feed
            self.alternates[found["hreflang"]] = found["href"]
        elif found["rel"] == "canonical":
            self.canonical = found["href"]
        else:
            self.loads.append(found["href"])


@cache
def pages_of(folder: Path) -> dict[str, PageParser]:
    """Every page of a built site by its path from the root."""
    pages = {}
    for file in page_files(folder):
        parser = PageParser()
        parser.feed(file.read_text("utf-8"))
        pages[file.parent.relative_to(folder).as_posix().removeprefix(".") + "/"] = parser
    return {path.removeprefix("/"): parser for path, parser in pages.items()}


def local(built: Any, address: str) -> str | None:
    """The path on the site of a full address, or None when it leads elsewhere."""
    return address.removeprefix(built.url) if address.startswith(built.url) else None


@pytest.mark.each_address
def test_every_page_has_its_counterpart_in_the_other_language(built: Any) -> None:
    pages = pages_of(built.folder)
    for path, page in pages.items():
        assert page.lang == ("en-CA" if path.startswith("en/") else "fr-CA"), path
        assert set(page.alternates) == {"fr-CA", "en-CA", "x-default"}, path
        assert page.canonical == built.url + path
        other = "fr-CA" if path.startswith("en/") else "en-CA"
        twin = pages[local(built, page.alternates[other]) or ""]
        assert twin.alternates == page.alternates, path


def test_a_page_and_its_twin_have_the_same_ids(built: Any) -> None:
    pages = pages_of(built.folder)
    for path, page in pages.items():
        if "glossaire" in path or "index-a-z" in path:  # letters differ between languages
            continue
        if not path.startswith("en/"):
            twin = pages[local(built, page.alternates["en-CA"]) or ""]
            ours, theirs = ({i for i in p.ids if not i.startswith("b-term")} for p in (page, twin))
            assert ours == theirs, path


def test_an_id_stands_once_on_a_page(built: Any) -> None:
    for path, page in pages_of(built.folder).items():
        assert not [id_ for id_, count in Counter(page.ids).items() if count > 1], path


@pytest.mark.each_address
def test_every_internal_link_and_anchor_leads_somewhere(built: Any) -> None:
    pages = pages_of(built.folder)
    broken = []
    for path, page in pages.items():
        for link in page.links:
            address = urljoin(built.url + path, link)
            target = local(built, address)
            if target is None:
                continue
            parts = urlsplit(target)
            if parts.path.startswith((*BESIDE, *addresses.BESIDE.values())):
                continue  # no page of the resource: the build verifies its links
            found = pages.get(unquote(parts.path))
            if found is None or (parts.fragment and parts.fragment not in found.ids):
                broken.append((path, link))
    assert not broken


def test_explained_terms_have_their_bubble(built: Any) -> None:
    for path, page in pages_of(built.folder).items():
        assert set(page.popover_targets) <= set(page.ids), path


def test_links_that_leave_the_site_are_https_http_or_mail(built: Any) -> None:
    for path, page in pages_of(built.folder).items():
        for link in page.links:
            assert urlsplit(link).scheme in ("", "https", "http", "mailto"), (path, link)


@pytest.mark.each_address
def test_every_file_a_page_loads_is_our_own_and_exists(built: Any) -> None:
    for path, page in pages_of(built.folder).items():
        for link in page.loads:
            target = local(built, urljoin(built.url + path, link))
            assert target is not None, f"{path} loads {link} from elsewhere"
            assert (built.folder / target).is_file(), f"{path} loads {link}"


def test_headings_have_no_gaps(built: Any) -> None:
    for path, page in pages_of(built.folder).items():
        assert page.headings.count(1) == 1, path
        jumps = [b - a for a, b in zip(page.headings, page.headings[1:], strict=False)]
        assert all(jump <= 1 for jump in jumps), (path, page.headings)


@pytest.mark.each_address
def test_the_sitemap_lists_every_page_once(built: Any) -> None:
    tree = ElementTree.parse(built.folder / "sitemap.xml")
    listed = [
        loc.text or "" for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert sorted(listed) == sorted(built.url + path for path in pages_of(built.folder))


def test_pages_and_the_sitemap_name_the_same_twins_by_their_public_address(built: Any) -> None:
    pages = pages_of(built.folder)
    tree = ElementTree.parse(built.folder / "sitemap.xml").getroot()
    link = "{http://www.w3.org/1999/xhtml}link"
    for url in tree:
        twins = {found.get("hreflang"): found.get("href") for found in url.iter(link)}
        page = pages[local(built, url[0].text or "") or ""]
        assert twins == page.alternates, page.canonical
        assert twins[page.lang] == page.canonical
        assert twins["x-default"] == twins["fr-CA"]


def test_the_themes_own_files_stay_out_of_the_site(built: Any) -> None:
    files = [p.relative_to(built.folder).as_posix() for p in built.folder.rglob("*") if p.is_file()]
    others = [
        f
        for f in files
        if not f.endswith("index.html") and not f.startswith(("assets/", "api/", "schema/"))
    ]
    own = ["404.html", "_headers", "atom.xml", "hors-ligne.html", "manifest.json", "sitemap.xml"]
    own += ["sw.js", "en/atom.xml", "en/offline.html"]
    own += [f"{path}/{WORDS}" for path in ("en-groupe", "mes-carnets", "mon-atelier")]
    own += [f"en/{path}/{WORDS}" for path in ("as-a-group", "my-notebooks", "my-workshop")]
    assert sorted(others) == sorted(own)
    assert not [f for f in files if "stylesheets" in f or "javascripts" in f]


@pytest.mark.each_address
def test_the_404_page_speaks_both_languages_from_any_address(built: Any) -> None:
    parser = PageParser()
    text = (built.folder / "404.html").read_text("utf-8")
    parser.feed(text)
    assert 'lang="fr-CA"' in text
    assert 'lang="en-CA"' in text
    for link in parser.links + parser.loads:
        assert link.startswith(built.base)
        assert (built.folder / link.removeprefix(built.base)).exists()


@pytest.mark.each_address
def test_every_page_offers_to_propose_a_correction_without_git(built: Any) -> None:
    for path, file in ((p.parent.relative_to(built.folder), p) for p in page_files(built.folder)):
        html = file.read_text("utf-8")
        found = re.search(r'class="correct" href="([^"]+)">([^<]+)</a> <a class="edit"', html)
        assert found, path
        address = urlsplit(unescape(found[1]))
        words = dict(parse_qsl(address.query))
        assert address.path.endswith("/issues/new")
        assert words["template"] == "correction.yml"
        assert words["page"] == built.url + f"{path.as_posix()}/".removeprefix("./")
        assert found[2] in {"Proposer une correction", "Suggest a correction"}


def test_an_edit_link_opens_the_file_at_the_line_of_its_entry(built: Any) -> None:
    root = Path(__file__).parents[2]
    seen = 0
    for file in page_files(built.folder):
        match = re.search(r'class="edit" href="([^"]+)"', file.read_text("utf-8"))
        if not match:
            continue
        path, _, line = match[1].partition("/edit/main/")[2].partition("#L")
        assert (root / path).is_file(), match[1]
        seen += 1
        if path.startswith("data/"):
            text = (root / path).read_text("utf-8").split("\n")[int(line or 1) - 1]
            assert "id:" in text, match[1]
    assert seen == len(pages_of(built.folder))


def test_a_page_weighs_little(built: Any) -> None:
    """Page cost must not grow with the number of pages: only lists may be long."""
    heavy = {
        path: size
        for file in page_files(built.folder)
        if (size := file.stat().st_size) > 120_000
        for path in [file.parent.relative_to(built.folder).as_posix()]
    }
    lists = {"glossaire", "outils", "sources", "bibliographie", "index-a-z"}
    assert {path.removeprefix("en/") for path in heavy} <= lists | {
        "glossary", "tools", "bibliography", "a-z-index", "citer-et-reutiliser", "cite-and-reuse",
    }  # fmt: skip
