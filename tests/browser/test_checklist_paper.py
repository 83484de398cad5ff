"""Checklists on paper: blank or as they are, whole, with the code of their page."""

from __future__ import annotations

import re

import pytest
from browser.test_print import text_on_each_sheet
from browser.test_qr import DRAWN, by_another_hand, squares
from kept import answer, keep, step
from playwright.sync_api import expect

SECRET = "Une note « à nous »."
LONG = "Été, 50 % – l’avenir.\n" * 400
GLYPH = "(label) => getComputedStyle(label, '::before').content.replace(/[\" ]/g, '')"
STATES = {
    "for-whom": ("talked", "☑"),
    "one-sentence": ("deepen", "◐"),
    "needs-many": ("later", "▷"),
    "champions": ("not-us", "✕"),
}


@pytest.fixture
def page(browser):
    """A page with a note in each state, and one that would fill five sheets."""
    with browser.new_context() as context:
        answers = {
            f"intention_{id_.replace('-', '_')}": answer(state, SECRET)
            for id_, (state, _glyph) in STATES.items()
        }
        answers["intention_history"] = answer(
            "", LONG, steps=(step("Écrire", "Ève", "2026-12-01"),)
        )
        keep(context, "Table Nord, 2027", **answers)
        yield context.new_page()


def awake(page, address: str) -> None:
    """Open a page, whose modules bring the fields of its questions and their style on paper."""
    page.goto(address)
    expect(page.locator("#intention-for-whom select")).to_be_visible()


def on_paper(page, which: str) -> None:
    """Press a button under the list, and see what is printed."""
    if which == "blank":
        page.locator(".talk-tools summary").press("Enter")
    page.locator(f".talk-tools [name={which}]").press("Enter")
    page.wait_for_function("() => window.printed.length")
    assert page.evaluate("window.printed") == [which]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_a_blank_copy_shows_nothing_of_what_was_answered(site, page, lang) -> None:
    awake(page, site.at("intention", lang))
    on_paper(page, "blank")
    labels = page.locator(".checklist > li > label")
    assert {labels.nth(i).evaluate(GLYPH) for i in range(labels.count())} == {"☐"}
    assert SECRET not in page.locator("body").inner_text()
    assert "Table Nord" not in page.locator("body").inner_text()
    for room in page.locator(".written").all():
        assert room.bounding_box()["height"] > 55  # 16 mm to write by hand, 60 pixels
    key = page.locator(".key").inner_text()
    assert [glyph for _state, glyph in STATES.values()] == [one[0] for one in key.split("\u2003")]


def test_what_was_blank_is_back_after_printing(site, page, lang) -> None:
    awake(page, site.at("intention", lang))
    on_paper(page, "blank")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.print ?? null") is None
    assert SECRET in page.locator("#intention-for-whom .written").inner_text()
    expect(page.locator(".key")).to_be_hidden()


def test_the_state_prints_as_a_sign_and_in_words(site, page, lang) -> None:
    awake(page, site.at("intention", lang))
    words = page.locator("#intention-for-whom option")
    names = dict(words.evaluate_all("(all) => all.map((one) => [one.value, one.text])"))
    on_paper(page, "list")
    for id_, (state, glyph) in STATES.items():
        row = page.locator(f"#intention-{id_}")
        assert row.locator("> label").evaluate(GLYPH) == glyph
        assert row.locator(".written").inner_text() == f"{names[state]}\n{SECRET}"
    expect(page.locator(".talk-tools a").first).to_contain_text("Table Nord, 2027")
    parts = page.locator(".page-body > *").filter(visible=True)
    assert parts.count() == parts.filter(has=page.locator("agir-checklist")).count() == 1


def test_each_question_prints_the_id_that_its_address_and_its_export_have(site, page) -> None:
    awake(page, site.at("intention"))
    page.emulate_media(media="print")
    codes = page.locator(".checklist > li > .permalink")
    said = codes.evaluate_all("""(all) => all.map((one) => [
      one.checkVisibility(), getComputedStyle(one, "::after").content.slice(1, -1)])""")
    boxes = page.locator("[data-question]")
    ids = boxes.evaluate_all("(all) => all.map((one) => one.dataset.question)")
    assert said == [[True, f"#{id_}"] for id_ in ids]


def test_a_long_note_prints_whole(site, page, lang) -> None:
    awake(page, site.at("intention", lang))
    on_paper(page, "list")
    written = page.locator("#intention-history .written")
    assert LONG.strip() in written.inner_text()
    assert "Écrire · Ève · 2026-12-01" in written.inner_text()
    hidden = "(one) => [one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth]"
    assert max(written.evaluate(hidden)) <= 1


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("which", ["list", "blank", ""])
def test_no_sheet_is_blank_whatever_is_printed(site, page, paper, which) -> None:
    awake(page, site.at("intention"))
    page.evaluate("(which) => { if (which) document.documentElement.dataset.print = which }", which)
    sheets = text_on_each_sheet(page.pdf(format=paper))
    assert min(sheets) > 0
    assert len(sheets) < {"list": 12, "blank": 3, "": 16}[which]


@pytest.mark.each_address
def test_the_code_of_the_page_is_printed_and_asks_for_nothing(site, page, lang) -> None:
    asked = []
    page.goto(site.at("intention", lang))
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.url)))
    on_paper(page, "list")
    address = page.locator("link[rel=canonical]").get_attribute("href")
    code = page.locator(".print-url .qr-code")
    expect(code).to_be_visible()
    found = squares(code.evaluate(DRAWN))
    assert found == by_another_hand(address, found)
    expect(page.locator(".print-url")).to_contain_text(address)
    # The modules of the page, and what they add to it in its language: its address goes nowhere.
    own = rf"assets/([\w-]+\.\w+\.js|added\.{lang}\.\w+\.html)"
    assert [path for path in asked if not re.fullmatch(own, path)] == []
    scripts = len(asked)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(code).to_have_count(1)
    assert len(asked) == scripts


# The browser prints once the script that draws is there.
PRINTED = """() => {
  dispatchEvent(new Event("beforeprint"));
  return document.querySelector(".print-url .qr-code");
}"""


def test_the_browsers_own_print_has_the_code_and_the_whole_page(site, page) -> None:
    awake(page, site.at("intention"))
    with page.expect_response(lambda got: "/qr." in got.url):
        page.keyboard.press("Control")
    page.wait_for_function(PRINTED)
    page.emulate_media(media="print")
    expect(page.locator(".print-url .qr-code")).to_be_visible()
    expect(page.locator("main h2").first).to_be_visible()


def test_a_list_prints_without_its_tools(site, page) -> None:
    page.route("**/tools.*.js", lambda route: route.abort())
    page.goto(site.at("intention"))
    page.locator(".talk-tools .print").click()
    page.wait_for_function("() => window.printed.length")
