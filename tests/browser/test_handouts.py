"""What leaves « Prochaine rencontre »: paper, the clipboard, calendars."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.test_calendar import read
from browser.test_checklist_copy import FIELD, READ
from browser.test_meeting import ANSWERS, fill, open_in
from browser.test_print import text_on_each_sheet
from kept import MADE, keep
from playwright.sync_api import expect


@pytest.fixture
def context(browser):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        keep(context, "Table; Nord, «é»", **ANSWERS)
        yield context


@pytest.fixture
def page(site, context, lang):
    """An agenda of three points that starts at nine."""
    page = open_in(context, site, lang)
    fill(page)
    return page


def events(page, button: str) -> tuple[str, list[dict[str, str]]]:
    """What a button downloads: the name of the file and its events."""
    with page.expect_download() as download:
        page.locator(f".meeting [name={button}]").press("Enter")
    found = download.value
    return found.suggested_filename, read(Path(found.path()).read_bytes().decode())


def test_the_agenda_prints_alone_on_one_sheet(page) -> None:
    page.locator(".meeting [name=print]").press("Enter")
    page.wait_for_function("() => window.printed.length")
    assert page.evaluate("window.printed") == ["meeting"]
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text().splitlines()
    assert shown[0].endswith("Table; Nord, «é»")
    assert shown[-1] == page.locator(".agenda-total").inner_text()
    expect(page.locator(".agenda table")).to_be_visible()
    for paper in ("Letter", "A4"):
        page.evaluate("document.documentElement.dataset.print = 'meeting'")
        (sheet,) = text_on_each_sheet(page.pdf(format=paper))
        assert sheet > 0


@pytest.mark.each_address
def test_it_pastes_with_its_table_and_its_links(page, site) -> None:
    page.locator(".meeting [name=copy]").press("Enter")
    expect(page.locator(".tool-status")).not_to_be_empty()
    text, html = page.evaluate(READ)
    assert text.startswith("# ")
    for gone in ("class=", "id=", "aria-", "hidden"):
        assert gone not in html
    page.evaluate(FIELD)
    page.keyboard.press("Control+V")
    pasted = page.locator("[contenteditable]")
    expect(pasted.locator("tbody tr")).to_have_count(4)
    expect(pasted.locator("h3")).to_contain_text("Table; Nord")
    assert pasted.locator("a").first.get_attribute("href").startswith(site.url)


def test_it_copies_as_markdown(page, lang) -> None:
    page.locator(".meeting [name=markdown]").press("Enter")
    expect(page.locator(".tool-status")).not_to_be_empty()
    text = page.evaluate("navigator.clipboard.readText()").replace("\xa0", " ")
    lines = text.splitlines()
    nine = {"fr": "9 h", "en": "9:00 a.m."}[lang]
    assert lines[0].startswith("# ")
    assert lines[4].startswith(f"- **{nine}** ")
    assert lines[5].startswith("  - Appeler Ève · Marie · ")
    assert sum(line.startswith("- **") for line in lines) == 4
    assert "#conditions-strongest) (15 min)" in text


def test_a_meeting_goes_to_a_calendar(page, lang) -> None:
    name, (event,) = events(page, "calendar")
    assert name == {"fr": "rencontre-2026-12-01.ics", "en": "meeting-2026-12-01.ics"}[lang]
    assert event["DTSTART"] == "20261201T090000"
    assert event["DTEND"] == "20261201T095000"
    assert event["LOCATION"] == "Salle B, 2e étage"
    assert event["SUMMARY"].endswith("Table; Nord, «é»")
    assert event["UID"] == f"c-meeting.n1.{MADE}@agir-ensemble"
    assert event["DESCRIPTION"].count("\n") == 3


def test_due_dates_go_to_a_calendar_with_ids_that_stay(page) -> None:
    _name, found = events(page, "dues")
    assert [event["SUMMARY"] for event in found] == ["Appeler Ève – Marie", "Écrire – Karim"]
    assert [event["DTSTART;VALUE=DATE"] for event in found] == ["20260105", "29991201"]
    questions = ("conditions-strongest", "conditions-needs-care")
    assert [event["URL"].partition("#")[2] for event in found] == list(questions)
    ids = [event["UID"] for event in found]
    assert ids == [f"{question}.n1.{MADE}@agir-ensemble" for question in questions]
    page.reload()
    expect(page.locator(".points li")).to_have_count(3)
    assert [event["UID"] for event in events(page, "dues")[1]] == ids


def test_without_a_date_it_asks_for_one(page, label, lang) -> None:
    page.fill("[name=date]", "")
    page.locator(".meeting [name=calendar]").press("Enter")
    expect(page.locator(".tool-status")).to_have_text(label("meeting_no_date", lang))
    expect(page.locator("[name=date]")).to_be_focused()


def test_without_due_dates_it_says_so(site, browser, label, lang) -> None:
    with browser.new_context() as context:
        page = open_in(context, site, lang)
        page.locator(".meeting [name=dues]").press("Enter")
        expect(page.locator(".tool-status")).to_have_text(label("meeting_no_dues", lang))
