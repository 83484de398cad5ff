"""Parts of a page that wake while others are late or lost: nothing is lost, nothing comes twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from devices import NO_WORKER, TRIES
from late_files import first, hold
from playwright.sync_api import expect
from talk import box, is_talked, keeps, kept, row

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route


@pytest.fixture
def page(unread: Page) -> Page:
    unread.add_init_script(NO_WORKER)  # it would answer for files that are late or lost
    unread.add_init_script(TRIES)
    return unread


TERMS = re.compile(r"/assets/term\.[0-9a-f]+\.js$")


def late(page: Page, file: re.Pattern[str], address: str) -> Route:
    """Open a page one of whose files is on its way until its route continues."""
    held = hold(page, file)
    page.goto(address)
    page.keyboard.press("Shift")
    return first(page, held)


def test_what_was_left_comes_back_once_however_often_waking_fails(site, page) -> None:
    words = re.compile(r"/assets/added\..*\.html$")
    page.route(words, lambda route: route.abort())
    remark = page.locator("[data-remark]").first
    page.goto(site.at("five-conditions"))
    remark.fill("Vu en mars")
    page.goto(site.at("about"))
    page.goto(site.at("five-conditions"))
    expect(remark).to_have_value("Vu en mars")
    remark.fill("Vu en avril")
    for many in (1, 2, 3):
        page.wait_for_function("(many) => self.tries >= many", arg=many)
        expect(remark).to_have_value("Vu en avril")
        if many == 3:
            page.unroute(words)
        page.locator("h1").click()
    page.wait_for_function("() => Object.values(localStorage).join().includes('avril')")
    assert "mars" not in "".join(kept(page).values())


def test_what_is_typed_while_a_part_is_on_its_way_stays_as_it_was_typed(site, page) -> None:
    way = late(page, re.compile(r"/assets/search-page\.[0-9a-f]+\.js$"), site.at("site-index"))
    field = page.locator("#page-q")
    field.press_sequentially("conflu")
    field.press("Backspace")
    way.continue_()
    expect(page.locator(".search-page .search-results li").first).to_be_visible()
    expect(field).to_have_value("confl")


def test_what_is_done_on_a_part_that_woke_stands_when_a_later_one_comes(site, page) -> None:
    way = late(page, TERMS, site.at("intention"))
    box(page).check()
    keeps(page)
    row(page).locator("select").select_option("deepen")
    expect(box(page)).not_to_be_checked()
    way.continue_()
    page.wait_for_function("() => !localStorage.getItem(`agir-left ${location.pathname}`)")
    page.locator(".term").first.click()
    expect(page.locator(".bubble:popover-open")).to_be_visible()
    assert not is_talked(page)


def test_a_tick_taken_back_does_not_come_from_an_earlier_visit(site, page) -> None:
    modules = re.compile(r"/assets/(checklist|term)\.[0-9a-f]+\.js$")
    page.route(modules, lambda route: route.abort())
    page.goto(site.at("intention"))
    box(page).check()
    page.goto(site.at("about"))
    page.unroute(modules)
    page.route(TERMS, lambda route: route.abort())
    page.goto(site.at("intention"))
    keeps(page)
    box(page).uncheck()
    page.wait_for_function("() => !Object.values(localStorage).join().includes('talked')")
    page.goto(site.at("about"))
    page.unroute(TERMS)
    page.goto(site.at("intention"))
    expect(row(page).locator("select")).to_be_attached()
    page.wait_for_function("() => !localStorage.getItem(`agir-left ${location.pathname}`)")
    expect(box(page)).not_to_be_checked()
    assert not is_talked(page)


@pytest.mark.parametrize("file", [r"/words\.html\?\w+$", r"/assets/transfer\.\w+\.js$"])
def test_what_a_part_shows_comes_once_however_often_waking_fails(site, page, file) -> None:
    lost = re.compile(file)
    page.route(lost, lambda route: route.abort())
    page.goto(site.at("notebooks"))
    page.keyboard.press("Shift")
    for many in (1, 2):
        page.wait_for_function("(many) => self.tries >= many", arg=many)
        expect(page.locator("[name=download]")).to_be_hidden()
        if many == 2:
            page.unroute(lost)
        page.locator("h1").click()
    expect(page.locator("[name=download]")).to_be_visible()
    expect(page.locator("[name=new]")).to_be_visible()
    for shown in ("[name=download]", "[name=new]", ".agenda", ".notebook"):
        expect(page.locator(shown)).to_have_count(1)
