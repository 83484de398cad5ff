"""On paper: the words without the site around them, everything unfolded, no blank page."""

from __future__ import annotations

import re
import zlib

import pytest
from playwright.sync_api import expect

AWAY = (
    ".header",
    ".footer nav",
    ".skip",
    "dialog",
    ".search-ways",
    ".breadcrumb",
    ".contents",
    ".permalink:not(.checklist > li > *)",  # which prints the id of its question
    "form",
)
SHOWN = """(away) => [...document.querySelectorAll(away)].filter((one) => one.checkVisibility())
  .map((one) => one.outerHTML.slice(0, 80))"""
# The tail of a long list of links is for the screen; what was written in a checklist is printed
# beside its fields.
FOLDED = """() => [...document.querySelectorAll(
    "main details:not(nav *, .more, .talk *)")]
  .filter((fold) => [...fold.children].some((one) => !one.checkVisibility()))
  .map((fold) => fold.outerHTML.slice(0, 80))"""


def text_on_each_sheet(pdf: bytes) -> list[int]:
    """How many pieces of text stand on each sheet of a PDF as Chromium writes them."""
    objects = dict(re.findall(rb"(?s)(?<!\d)(\d+) 0 obj\b(.*?)\bendobj", pdf))
    sheets = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    counts = []
    for sheet in sheets:
        number = re.search(rb"/Contents (\d+) 0 R", sheet)[1]
        head, stream = objects[number].split(b"stream\n", 1)
        packed = stream[: int(re.search(rb"/Length (\d+)", head)[1])]
        drawn = zlib.decompress(packed) if b"FlateDecode" in head else packed
        counts.append(len(re.findall(rb"\bT[jJ]\b", drawn)))
    return counts


def test_what_is_for_the_screen_stays_off_the_paper(site, page, kind, lang) -> None:
    page.emulate_media(media="print")
    page.goto(site.at(kind, lang))
    assert page.evaluate(SHOWN, ", ".join(AWAY)) == []
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(FOLDED) == []
    address = page.locator("link[rel=canonical]").get_attribute("href")
    expect(page.locator(".print-url")).to_contain_text(address)
    expect(page.locator(".print-url")).to_be_visible()


def test_paper_is_white_whatever_the_screen(site, tab) -> None:
    page = tab(color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(site.at("intention"))
    colours = "(one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    back, ink = page.locator("body").evaluate(colours)
    assert back in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert max(int(part) for part in re.findall(r"\d+", ink)[:3]) < 100


def test_paper_shows_where_links_of_the_text_lead(site, page) -> None:
    page.emulate_media(media="print")
    page.goto(site.at("bibliography"))
    links = page.locator("main p a[href^=http]")
    printed = "(all) => all.map((one) => [one.href, getComputedStyle(one, '::after').content])"
    shown = links.evaluate_all(printed)
    assert shown
    assert [said for _href, said in shown] == [f'" ({href})"' for href, _said in shown]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_no_sheet_is_blank(site, page, kind, paper) -> None:
    page.goto(site.at(kind))
    sheets = text_on_each_sheet(page.pdf(format=paper))
    assert sheets
    assert min(sheets) > 0


def test_a_sheet_for_a_meeting_takes_few_pages(site, page, lang) -> None:
    page.goto(site.at("opening-round", lang))
    assert len(text_on_each_sheet(page.pdf(format="Letter"))) <= 5
