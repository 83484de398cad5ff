"""Worksheets: what they say in words, on paper, on a phone, copied, without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe import violations
from playwright.sync_api import expect
from worksheets import CHANGE, MAP, MATRIX, SORTING, begin, cell, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

LONG = "Une phrase qui dure. " * 60


@pytest.fixture
def device(browser) -> Iterator[BrowserContext]:
    """A browser of its own, with nothing kept in it."""
    with browser.new_context() as context:
        context.set_default_timeout(30_000)
        yield context


def test_a_matrix_says_its_strengths_then_its_gaps(site, device, lang) -> None:
    page = begin(device, site.at(MATRIX, lang))
    cells = (
        ("Lire", "La bibliothèque", "Des sacs", "On nous le dit"),
        ("Lire", "L'école", "des sacs.", ""),
        ("Bouger", "", "", ""),
        ("", "Le CPE", "", ""),
    )
    for row, texts in enumerate(cells, 1):
        for column, text in zip(("goal", "partner", "action", "measure"), texts, strict=True):
            if text:
                write(page, row, f"{MATRIX}-{column}", text)
    said = page.locator("agir-worksheet .said")
    expect(said.locator("p")).to_have_count(5)
    assert said.get_attribute("role") == "status"
    texts = said.locator("p").all_inner_texts()
    for text, name in zip(texts, ("1", "Lire", "Des sacs", "Bouger", "Le CPE"), strict=True):
        assert name in text
    assert not re.search(r"\d\s*%", " ".join(texts))


def test_a_theory_of_change_is_asked_three_questions_line_by_line(site, device, lang) -> None:
    page = begin(device, site.at(CHANGE, lang))
    said = page.locator("agir-worksheet .said p")
    for column in ("achieve", "for-whom", "time-span", "activities"):
        write(page, 1, f"{CHANGE}-{column}", "…dit")
    write(page, 2, f"{CHANGE}-achieve", "Autre chose")
    expect(said).to_have_count(3)
    for tick in page.locator(".row").first.locator("fieldset input").all():
        tick.check()
    expect(said.first).to_contain_text({"fr": "Lignes complètes", "en": "Rows complete"}[lang])
    expect(said).to_have_count(3)
    page.reload()
    for i, ticked in ((0, 3), (1, 0)):
        row = page.locator(".row").nth(i)
        expect(row.locator("fieldset input")).to_have_count(3)
        expect(row.locator("fieldset input:checked")).to_have_count(ticked)
    group = {"fr": "Ligne 1 : relisez-la ensemble", "en": "Row 1: reread it together"}[lang]
    expect(page.get_by_role("group", name=re.compile(group.replace(" ", r"\s")))).to_be_visible()


def test_sorting_names_what_to_keep_and_the_strategy_that_carries_it(site, device, lang) -> None:
    page = begin(device, site.at(SORTING, lang))
    write(page, 1, f"{SORTING}-gain", "L'atelier")
    cell(page, 1, f"{SORTING}-thing").select_option("cause")
    write(page, 1, f"{SORTING}-keep", "Les familles y tiennent")
    said = page.locator("agir-worksheet .said")
    expect(said).to_contain_text({"fr": "Quelle stratégie", "en": "Which strategy"}[lang])
    cell(page, 1, f"{SORTING}-carried-by").select_option("resources")
    strategy = {"fr": "Une stratégie est nommée", "en": "A strategy is named"}[lang]
    expect(said).to_contain_text(strategy)
    page.reload()
    expect(cell(page, 1, f"{SORTING}-carried-by")).to_have_value("resources")


def test_nothing_is_loaded_to_write_before_somebody_does(site, open_page) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at(MATRIX))
    expect(page.locator("[name=fill]")).to_be_enabled()
    assert not [url for url in asked if re.search(r"/(sheet|row|rows|gaps)\.", url)]
    page.locator("[name=fill]").first.click()
    expect(page.locator(".row").first).to_be_visible()


def test_a_table_reads_without_scripts(site, plain_page) -> None:
    plain_page.goto(site.at(MATRIX))
    expect(plain_page.locator("agir-worksheet tbody tr")).to_have_count(7)
    expect(plain_page.locator("[name=fill]")).to_be_hidden()
    expect(plain_page.locator(".worksheet th").first).to_be_visible()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_filled_table_prints_on_its_side_with_nothing_cut(site, device, paper) -> None:
    page = begin(device, site.at(MATRIX))
    write(page, 1, f"{MATRIX}-action", LONG)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(format=paper))
    assert any(float(wide) > float(high) for wide, high in sheets)
    page.emulate_media(media="print")
    width, height = {"Letter": (11, 8.5), "A4": (11.69, 8.27)}[paper]
    page.set_viewport_size({"width": int((width - 1.18) * 96), "height": int(height * 96)})
    table = page.locator(".worksheet")
    assert table.evaluate("(table) => table.getBoundingClientRect().right <= innerWidth")
    shown = page.locator(".row").first.locator("td").nth(2)
    expect(shown).to_have_text(LONG, use_inner_text=True)
    expect(page.locator(".row textarea").first).to_be_hidden()


def test_a_blank_copy_prints_without_what_was_written(site, device) -> None:
    page = begin(device, site.at(MATRIX))
    write(page, 1, f"{MATRIX}-goal", "Lire")
    page.evaluate(
        "window.print = () => { printed = document.querySelector('agir-worksheet').className }"
    )
    page.locator("agir-worksheet [name=blank]").click()
    assert page.evaluate("printed") == "alone vierge"
    page.emulate_media(media="print")
    expect(page.locator(".blanks")).to_be_visible()
    expect(page.locator(".row").first).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".row").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_the_table_is_copied_for_word_and_as_text(site, device) -> None:
    device.grant_permissions(["clipboard-read", "clipboard-write"])
    page = begin(device, site.at(SORTING))
    write(page, 1, f"{SORTING}-gain", "L'atelier\ndu samedi")
    cell(page, 1, f"{SORTING}-thing").select_option("cause")
    page.locator("agir-worksheet [name=copy]").click()
    expect(page.locator("agir-worksheet .now")).to_contain_text("copié")
    read = """async (type) => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(type)).text();
    }"""
    html = page.evaluate(read, "text/html")
    assert "<table" in html
    assert "L'atelier<br>du samedi</td><td" in html.replace(' style=""', "")
    text = page.evaluate(read, "text/plain")
    assert text.split("\n")[1].split("\t")[:2] == ["L'atelier du samedi", "La cause"]
    assert len(text.split("\n")) == 2


def test_on_a_phone_a_row_is_a_card_that_fingers_hit(site, device) -> None:
    page = device.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site.at(SORTING))
    page.locator("[name=fill]").first.click()
    expect(page.locator(".row").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(".table-scroll").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    small = """(all) => all.filter((one) => one.checkVisibility())
      .map((one) => one.getBoundingClientRect())
      .filter(({ width, height }) => Math.min(width, height) < 44).length"""
    targets = page.locator(".row :is(button, textarea, select), .worksheet-tools button")
    assert targets.evaluate_all(small) == 0


@pytest.mark.parametrize("sheet", [MATRIX, CHANGE, SORTING, MAP])
def test_axe_finds_nothing_in_a_table_that_is_filled_in(site, device, lang, sheet) -> None:
    page = begin(device, site.at(sheet, lang))
    page.locator(".row textarea").first.fill("Lire")
    page.locator(".row textarea").first.blur()
    expect(page.locator("agir-worksheet .said p").first).to_be_visible()
    page.locator(".contents details").evaluate("(fold) => { fold.open = true }")
    assert violations(page, 320, 1280) == []
