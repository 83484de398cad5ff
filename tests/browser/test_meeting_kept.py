"""The next meeting in its notebook: found again, merged, never written over, or not kept at all."""

from __future__ import annotations

import json

import pytest
from browser.test_meeting import ANSWERS, fill, open_in, points, rows
from devices import NO_WORKER
from kept import answer, keep, kept_in, notes_in
from playwright.sync_api import expect

MEETING = "c-meeting"
BLOCKED = (
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
)


@pytest.fixture
def context(browser):
    with browser.new_context() as context:
        keep(context, "Table Nord", **ANSWERS)
        yield context


def test_the_agenda_is_in_the_notebook_as_other_answers_are(site, context, lang) -> None:
    opened = open_in(context, site, lang)
    fill(opened)
    kept = kept_in(opened, MEETING)
    (item,) = kept["note"]["kept"]
    assert set(kept) == {"v", "note"}
    ids = [one["id"] for one in json.loads(item["value"])["items"]]
    assert ids == ["conditions-strongest", "conditions-needs-care", "own-1"]
    before = rows(opened)
    opened.reload()
    expect(opened.locator(".points li")).to_have_count(3)
    assert rows(opened) == before
    expect(opened.locator("[name=start]")).to_have_value("09:00")


def test_two_agendas_made_apart_are_both_shown_until_one_is_chosen(site, browser, lang) -> None:
    one, other = (
        json.dumps(
            {"v": 1, "date": "", "start": start, "place": "", "review": 10}
            | {"items": [{"id": id_, "minutes": 5, "text": id_}]}
        )
        for start, id_ in (("09:00", "own-1"), ("10:00", "own-2"))
    )
    with browser.new_context() as context:
        keep(context, c_meeting=answer("", one, other))
        page = open_in(context, site, lang)
        panel = page.locator(".meeting .versions")
        expect(panel.locator(".kept")).to_have_count(2)
        assert points(page) == ["own-2"]
        panel.locator("[name=all]").press("Enter")
        expect(panel).to_have_count(0)
        assert points(page) == ["own-1", "own-2"]
        expect(page.locator("[name=start]")).to_have_value("10:00")
        expect(page.locator("[name=date]")).to_be_focused()


def test_an_agenda_that_cannot_be_read_is_not_written_over(site, browser) -> None:
    with browser.new_context() as context:
        keep(context, c_meeting=answer("", '{"v":9,"later":true}'))
        page = open_in(context, site)
        page.fill("[name=place]", "Ici")
        page.press("[name=place]", "Tab")
        expect(page.locator(".agenda-when")).to_have_text("Ici")
        assert notes_in(page, MEETING)[0] == '{"v":9,"later":true}'


def test_what_another_tab_answers_is_proposed_here(site, context) -> None:
    page, other = open_in(context, site), context.new_page()
    other.goto(site.at("intention"))
    other.locator("#intention-history select").select_option("later")
    expect(page.locator(".proposed li")).to_have_count(3)


def test_without_a_store_it_goes_on_and_says_so(site, browser, label, lang) -> None:
    with browser.new_context() as context:
        context.add_init_script(BLOCKED)
        page = open_in(context, site, lang)
        page.fill("[name=own]", "Pause")
        page.press("[name=own]", "Enter")
        expect(page.locator(".points li")).to_have_count(1)
        expect(page.locator(".meeting-status")).to_have_text(label("talk_unsaved", lang))


def test_without_the_questions_the_rest_works(site, context, label, lang) -> None:
    context.add_init_script(NO_WORKER)  # which would bring them past the route
    context.route("**/questions.*.json", lambda route: route.abort())
    page = open_in(context, site, lang)
    expect(page.locator(".meeting-status")).to_have_text(label("meeting_unread", lang))
    page.fill("[name=own]", "Pause")
    page.press("[name=own]", "Enter")
    assert points(page) == ["Pause"]
