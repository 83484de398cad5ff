"""« Mon atelier » on paper: the run sheet alone, or with each handout once."""

from __future__ import annotations

import io

import pytest
from dom import normal
from playwright.sync_api import expect
from pypdf import PdfReader


@pytest.fixture
def started(strict, own, lang):
    """The page of a workshop, that of ninety minutes, which a link started."""
    own.goto(strict.at("workshop", lang, "#ready-good-start"))
    expect(own.locator(".points li")).to_have_count(7)
    return own


def printed(page, button: str) -> None:
    """Press a button that prints, and wait until it does."""
    page.evaluate("() => { window.print = () => (window.paper = true); }")
    page.locator(f"[name={button}]").click()
    page.wait_for_function("() => window.paper")


def test_paper_shows_the_run_sheet_alone(started) -> None:
    started.evaluate("window.print = () => {}")
    started.locator("[name=print]").click()
    started.emulate_media(media="print")
    shown = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    assert len(started.locator("main :is(h1, h2, h3)").evaluate_all(shown)) == 1
    expect(started.locator(".agenda tbody tr")).to_have_count(7)
    expect(started.locator(".agenda table")).to_be_visible()


def test_paper_shows_the_run_sheet_then_each_handout_once_on_sheets_of_its_own(
    started, word
) -> None:
    printed(started, "print-all")
    handouts = started.locator(".handouts > .handout")
    titles = handouts.locator("h1").all_text_contents()
    assert len(titles) == len(set(titles)) == 2
    said = word("workshop_papers").replace("{n}", "2")
    expect(started.locator(".tool-status")).to_have_text(said)
    expect(handouts.first).to_be_hidden()
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(started.pdf())).pages]
    firsts = [text for text in pages if text.startswith(f"Agir ensemble · {word('handout')}")]
    assert [title in text for title, text in zip(titles, firsts, strict=True)] == [True, True]
    assert len(pages) <= 1 + 2 * len(titles)
    assert all(pages)


def test_paper_for_who_animates_has_what_to_say_do_and_bring_in_the_order_of_the_run_sheet(
    started, strict, lang, word
) -> None:
    started.fill("[name=start]", "13:30")
    started.press("[name=start]", "Tab")
    printed(started, "print-notes")
    expect(started.locator(".tool-status")).to_have_text(word("workshop_notes"))
    notes = started.locator(".handouts > .animation")
    expect(notes.locator("h1")).to_have_count(8)
    points = started.locator(".points .said").all_inner_texts()
    material, *titles = notes.locator("h1").all_text_contents()
    assert material == word("material")
    assert [point in title for point, title in zip(points, titles, strict=True)] == [True] * 7
    assert notes.locator(".say").count() == 10  # of both sheets
    assert notes.locator("[id], .permalink").count() == 0
    assert notes.locator("a:not([href^=http])").count() == 0
    entries = {one["id"]: one for one in strict.read("api/v1/entries.json")["entries"]}
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(started.pdf())).pages)
    for thing in [*entries["good-start"]["material"], *entries["opening-round"]["material"]]:
        assert thing[lang].replace("'", "’") in said.replace("\n", " ").replace("\xa0", " ")


def test_a_sheet_that_two_points_take_has_its_notes_once_and_a_title_each_time(
    started, strict, lang, word
) -> None:
    started.goto(strict.at("opening-round", lang))
    started.locator("#facts").get_by_role("link", name=word("piece_add")).click()
    expect(started.locator(".points li")).to_have_count(8)
    printed(started, "print-notes")
    notes = started.locator(".handouts > .animation")
    expect(notes.locator("h1")).to_have_count(9)  # that of the material first
    assert notes.locator(".say").count() == 10  # of both sheets


def test_what_two_ready_workshops_ask_to_bring_is_printed_once(started, strict, lang) -> None:
    entries = {one["id"]: one for one in strict.read("api/v1/entries.json")["entries"]}
    both = [entries[id_] for id_ in ("good-start", "vision-to-plan")]
    point = both[1]["points"][0]["id"]
    started.goto(strict.at("workshop", lang, f"?add={point}"))
    expect(started.locator(".points li")).to_have_count(8)
    printed(started, "print-notes")
    things = started.locator(".handouts > .animation > h1:first-child + ul > li").all_inner_texts()
    wanted = {normal(thing[lang]) for one in both for thing in one["material"]}
    assert sorted(normal(thing) for thing in things) == sorted(wanted)
    assert len(wanted) < sum(len(one["material"]) for one in both)


def test_paper_for_who_animates_goes_to_the_end_and_asks_what_a_section_asks(
    started, strict, lang
) -> None:
    started.goto(strict.at("workshop", lang, "?add=reliability.questions"))
    expect(started.locator(".points li")).to_have_count(8)
    started.locator(".adding summary").click()
    started.locator("[name=own]").fill("Mot de la fin")
    started.press("[name=own]", "Enter")
    printed(started, "print-notes")
    titles = started.locator(".handouts > .animation h1")
    expect(titles).to_have_count(10)
    points = started.locator(".points .said").all_inner_texts()
    assert points[-2] == "Mot de la fin"
    expect(titles.nth(8)).to_contain_text(points[-2])
    expect(titles.last).to_contain_text(points[-1])
    asked = titles.nth(7).locator("+ ul > li").all_inner_texts()
    entries = {one["id"]: one for one in strict.read("api/v1/entries.json")["entries"]}
    questions = [one["text"][lang] for one in entries["reliability"]["questions"]]
    assert [normal(one) for one in asked] == [normal(one) for one in questions]


def test_paper_without_notes_is_the_run_sheet_alone_and_the_page_says_so(
    strict, own, lang, word
) -> None:
    own.goto(strict.at("workshop", lang))
    own.locator("[name=own]").fill("Pause")
    own.press("[name=own]", "Enter")
    printed(own, "print-notes")
    expect(own.locator(".tool-status")).to_have_text(word("workshop_notes_none"))
    expect(own.locator(".handouts > *")).to_have_count(0)


def test_a_question_that_was_picked_brings_no_handout_of_its_page(strict, own, lang, word) -> None:
    own.goto(strict.at("workshop", lang))
    id_, text = next(
        iter(strict.read(f"assets/questions.{lang}.json")["pages"][0]["questions"].items())
    )
    own.locator("[name=find]").fill(text)
    own.locator(f"#take-{id_}").click()
    printed(own, "print-all")
    expect(own.locator(".tool-status")).to_have_text(word("workshop_papers").replace("{n}", "0"))


def test_without_a_network_paper_shows_the_run_sheet_and_the_page_says_what_is_missing(
    strict, device, lang, word
) -> None:
    page = device.new_page()
    page.goto(strict.at("workshop", lang, "#ready-good-start"))
    status = page.locator(".tool-status")
    page.evaluate("window.print = () => {}")
    page.locator("[name=print-all]").click()  # what prints is there
    expect(status).not_to_be_empty()
    page.wait_for_function("() => navigator.serviceWorker.controller")
    device.set_offline(True)
    page.locator("[name=print-all]").click()
    expect(status).to_contain_text(word("workshop_papers_missing").partition("{")[0])
    expect(page.locator("html")).to_have_attribute("data-print", "papers")
