"""What changed is an Atom feed that readers take, each entry known by its id for ever."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from agir.content.fields import LANGS
from agir.content.revisions import Revision
from agir.pages.feed import feed
from agir.pages.site import Settings, Site
from project import copy_project

SITE = Site(Path(__file__).parents[2], Settings("https://agir.example/a/"))
ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT12:00:00Z")


def read(site: Site, lang: str) -> ElementTree.Element:
    return ElementTree.fromstring(feed(site, lang))


def said(element: ElementTree.Element, name: str) -> str:
    (found,) = element.findall(f"a:{name}", ATOM)
    return (found.text or "").strip()


@pytest.mark.parametrize("lang", LANGS)
def test_a_feed_holds_what_the_standard_asks(lang: str) -> None:
    found = read(SITE, lang)
    assert found.get(XML_LANG) == f"{lang}-CA"
    links = {link.get("rel"): link.get("href") for link in found.findall("a:link", ATOM)}
    name = "atom.xml" if lang == "fr" else "en/atom.xml"
    assert links["self"] == f"https://agir.example/a/{name}"
    assert found.find("a:author/a:name", ATOM) is not None
    entries = found.findall("a:entry", ATOM)
    ids = [said(element, "id") for element in (found, *entries)]
    assert len(ids) == len(set(ids)) == 41
    known = re.compile(rf"https://agir\.example/a/a/[a-z0-9-]+/\?lang={lang}")
    assert all(known.fullmatch(id_) for id_ in ids[1:])
    for element in (found, *entries):
        assert said(element, "title")
        assert MOMENT.fullmatch(said(element, "updated"))
    for entry in entries:
        (link,) = entry.findall("a:link", ATOM)
        assert link.get("href", "").startswith("https://agir.example/a/")
        assert said(entry, "summary")


def test_what_changed_last_comes_first_in_its_language_alone(monkeypatch) -> None:
    later = {("intention", "en"): Revision("00000000", date(2027, 1, 2))}
    monkeypatch.setattr(SITE, "revisions", SITE.revisions | later)
    english = read(SITE, "en")
    assert said(english, "updated") == "2027-01-02T12:00:00Z"
    assert said(english.findall("a:entry", ATOM)[0], "id").endswith("/a/intention/?lang=en")
    assert said(read(SITE, "fr"), "updated") != "2027-01-02T12:00:00Z"


def test_an_entry_whose_address_changed_is_the_same_entry(tmp_path: Path) -> None:
    copy_project(tmp_path)
    path = tmp_path / "data/conditions/common-agenda.yml"
    path.write_text(path.read_text("utf-8").replace("vision-commune", "une-vision"), "utf-8")
    moved = Site(tmp_path, Settings("https://agir.example/a/"))
    days = {("common-agenda", "fr"): Revision("00000000", date(2027, 1, 2))}
    moved.revisions = days
    entry = read(moved, "fr").findall("a:entry", ATOM)[0]
    assert said(entry, "id") == "https://agir.example/a/a/common-agenda/?lang=fr"
    assert entry.find("a:link", ATOM).get("href").endswith("/conditions/une-vision/")


def test_a_feed_is_whole_before_the_first_release(monkeypatch) -> None:
    monkeypatch.setattr(SITE, "revisions", {})
    found = read(SITE, "fr")
    assert found.findall("a:entry", ATOM) == []
    assert MOMENT.fullmatch(said(found, "updated"))
