"""« Document à remettre » on a screen and on paper: two tagged sheets, none of its words lost."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pytest
from agir.pages.addresses import HANDOUTS
from axe import violations
from handouts.paper import print_tab
from playwright.sync_api import expect
from pypdf import PdfReader

# One of each kind, and the longest: by turns in French and in English.
PRINTED = (
    ("reinforcing-actions", "fr"), ("steps", "en"), ("planning", "fr"),
    ("shared-measurement", "en"), ("care", "fr"), ("community-ownership", "en"),
    ("sorting-what-lasts", "fr"), ("relationship-map", "en"), ("ccp-handbook", "fr"),
)  # fmt: skip
# The sides of a sheet inside its margins, in pixels.
SHEETS = {"letter": 702, "a4": 680}
LINES = """() => document.querySelector("main").innerText.split(/[\\n\\t]+/)
  .filter((one) => one.trim())"""
TITLES = """() => [...document.querySelectorAll(".title")].map((one) => one.innerText)"""
CLIPPED = """() => {
  const side = (one) => one.getBoundingClientRect().right;
  const whole = side(document.querySelector("main")) + 1;
  return [...document.querySelectorAll("main *")]
    .filter((one) => side(one) > whole || one.scrollWidth > one.clientWidth + 1)
    .filter((one) => getComputedStyle(one).display !== "inline")
    .map((one) => one.outerHTML.slice(0, 90));
}"""
READ = """const picture = new Image();
picture.src = URL.createObjectURL(new Blob([given], { type: "image/svg+xml" }));
await picture.decode();
const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 400 });
const on = canvas.getContext("2d");
on.drawImage(picture, 0, 0, 400, 400);
return decode(on.getImageData(0, 0, 400, 400));"""


def address(site, id_: str, lang: str) -> str:
    return f"{site.url}{HANDOUTS[lang]}{id_}/"


def bare(text: str) -> str:
    """The letters alone: where lines end and which ligature is drawn says nothing."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize(("id_", "lang"), PRINTED)
def test_a_handout_is_two_tagged_sheets_at_most_that_say_what_its_page_says(
    site, page, id_, lang
) -> None:
    page.goto(address(site, id_, lang))
    said = page.evaluate(LINES)
    titles = tuple(map(bare, page.evaluate(TITLES)))
    for paper in SHEETS:
        pdf = PdfReader(BytesIO(print_tab(page, paper)))
        assert len(pdf.pages) <= 2
        root = pdf.trailer["/Root"]
        assert root["/Lang"] == f"{lang}-CA"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]
        assert root["/Outlines"]["/First"]
        texts = [bare(sheet.extract_text()) for sheet in pdf.pages]
        assert not [text for text in texts if text.endswith(titles)]  # left alone at the end
        text = "".join(texts)
        for line in map(bare, said):
            before, found, text = text.partition(line)
            assert found, line
            assert re.fullmatch(r"[•◦\d.]*", before), before  # the marks of lists
        assert text == ""


@pytest.mark.parametrize(("id_", "lang"), PRINTED[:4:2] + PRINTED[6:8])
def test_nothing_is_clipped_on_paper(site, tab, id_, lang) -> None:
    for width in SHEETS.values():
        page = tab(width)
        page.emulate_media(media="print")
        page.goto(address(site, id_, lang))
        assert page.evaluate(CLIPPED) == []


def test_its_code_leads_to_the_page_of_the_entry(site, page, script, lang) -> None:
    page.goto(address(site, "common-agenda", lang))
    whole = page.locator("link[rel=canonical]").get_attribute("href")
    svg = page.locator("main footer svg").evaluate(
        "(one) => new XMLSerializer().serializeToString(one)"
    )
    assert script(["qr/qr-decode.lazy.js"], READ, svg) == whole
    assert whole.endswith(site.paths["common-agenda", lang])


def test_a_page_leads_to_its_handout_and_back_without_scripts(
    site, plain_page, label, lang
) -> None:
    for id_ in ("intention", "evalpop"):
        plain_page.goto(site.at(id_, lang))
        plain_page.get_by_role("link", name=label("handout", lang)).click()
        expect(plain_page).to_have_url(address(site, id_, lang))
        plain_page.get_by_role("link", name=label("handout_back", lang)).click()
        expect(plain_page).to_have_url(site.at(id_, lang))


@pytest.mark.parametrize("id_", ["planning", "sorting-what-lasts", "evalpop"])
def test_axe_finds_nothing_on_a_handout(site, page, id_, lang) -> None:
    page.goto(address(site, id_, lang))
    assert violations(page, 320, 1280) == []
