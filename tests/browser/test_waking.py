"""What a page loads before anybody reads it, and what is done on it before its modules come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from devices import NO_WORKER
from late_files import IDLE, first, hold
from playwright.sync_api import expect
from talk import OTHER, QUESTION, box, is_talked, keeps, kept

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

MODULES = re.compile(r"/assets/(asleep|checklist|portrait)\.[0-9a-f]+\.js$")
MOVES = """() => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


def arrive(page: Page, held: list[Route], many: int = 2) -> None:
    """Let the modules of a page come, one after the other: what wakes its parts, and a part."""
    for _ in range(many):
        first(page, held).continue_()


def test_before_a_sign_of_a_reader_a_page_asks_for_five_files_at_most(
    site, unread, kinds, lang
) -> None:
    for kind in kinds:
        unread.goto("about:blank")  # what the page before asks for late is not of this one
        unread.asked.clear()
        unread.goto(site.at(kind, lang))
        unread.evaluate(IDLE)
        files = {url.rpartition("/")[2].partition(".")[0] for url in unread.asked}
        # The page itself; once the device keeps the site, what asks for a newer one.
        assert files - {"", "offline"} <= {"agir", "agir-heading", "favicon"}, kind
        assert len(unread.asked) <= 5, unread.asked
    assert unread.heard == []


def test_a_scroll_wakes_the_questions_and_nothing_moves(site, unread, lang) -> None:
    unread.add_init_script(f"({MOVES})()")
    unread.goto(site.at("intention", lang))
    unread.evaluate("scrollTo(0, document.getElementById('questions').offsetTop)")
    expect(unread.locator("agir-checklist select").first).to_be_visible()
    unread.evaluate(IDLE)
    assert unread.evaluate("window.moved") <= 0.01


def test_a_tick_in_the_task_that_loads_the_page_is_kept(site, unread) -> None:
    unread.add_init_script(
        f"document.addEventListener('DOMContentLoaded', () => document.getElementById('c-{QUESTION}').click())"  # noqa: E501
    )
    unread.goto(site.at("intention"))
    keeps(unread)
    expect(box(unread)).to_be_checked()


def test_a_tick_by_keyboard_is_kept(site, unread) -> None:
    unread.goto(site.at("intention"))
    box(unread).focus()
    unread.keyboard.press("Space")
    keeps(unread)
    expect(box(unread)).to_be_checked()
    expect(box(unread)).to_be_focused()


def test_ticks_made_while_modules_are_on_their_way_are_kept(site, unread) -> None:
    held = hold(unread, MODULES)
    unread.goto(site.at("intention"))
    box(unread).check()
    box(unread, OTHER).check()
    box(unread, OTHER).uncheck()
    arrive(unread, held)
    keeps(unread)
    expect(box(unread)).to_be_checked()
    expect(box(unread, OTHER)).not_to_be_checked()
    assert not is_talked(unread, OTHER)


def test_a_tick_made_without_a_network_is_kept_once_it_is_back(site, unread) -> None:
    unread.add_init_script(NO_WORKER)  # it would answer without a network, once it is there
    unread.goto(site.at("intention"))
    unread.context.set_offline(True)
    box(unread).check()
    unread.evaluate(IDLE)
    assert not kept(unread)
    unread.context.set_offline(False)
    keeps(unread)
    expect(unread.locator("agir-checklist select").first).to_have_value("talked")


def test_a_page_left_before_its_modules_came_is_found_as_it_was(site, unread) -> None:
    unread.route(MODULES, lambda route: route.abort())
    unread.goto(site.at("intention"))
    box(unread).check()
    unread.goto(site.at("about"))
    unread.unroute(MODULES)
    unread.goto(site.at("intention"))
    keeps(unread)
    expect(box(unread)).to_be_checked()
    assert not [key for key in kept(unread) if not key.startswith("agir:")]


def test_a_remark_written_while_modules_are_on_their_way_stands_beside_the_one_kept(
    site, unread
) -> None:
    unread.add_init_script(NO_WORKER)  # it would answer for modules that are to be held
    remark = unread.locator("[data-remark]").first
    unread.goto(site.at("five-conditions"))
    remark.fill("Celle de mars")
    unread.wait_for_function("() => Object.values(localStorage).join().includes('mars')")
    held = hold(unread, re.compile(r"/assets/((asleep|portrait)\..*\.js|added\..*\.html)$"))
    unread.goto(site.at("five-conditions"))
    remark.fill("Celle de juin")
    remark.blur()
    arrive(unread, held, 3)
    expect(remark).to_have_value(re.compile("mars(.|\n)*juin"))
    assert all(word in "".join(kept(unread).values()) for word in ("mars", "juin"))


def test_a_page_left_twice_before_its_modules_came_is_found_as_both_left_it(site, unread) -> None:
    unread.route(MODULES, lambda route: route.abort())
    for question in (QUESTION, OTHER):
        unread.goto(site.at("intention"))
        box(unread, question).check()
        unread.goto(site.at("about"))
    unread.unroute(MODULES)
    unread.goto(site.at("intention"))
    keeps(unread)
    keeps(unread, OTHER)


@pytest.mark.parametrize("text", ["{", "null", "1", "[null]"])
def test_a_page_wakes_whatever_it_finds_that_it_was_left_with(site, unread, text) -> None:
    unread.goto(site.at("intention"))
    unread.evaluate("(text) => localStorage.setItem(`agir-left ${location.pathname}`, text)", text)
    unread.reload()
    expect(unread.locator("agir-checklist select").first).to_be_attached()
    unread.wait_for_function("() => !Object.keys(localStorage).length")


def test_a_button_pressed_before_its_module_came_does_what_it_is_for(site, unread) -> None:
    unread.add_init_script("window.printed = 0; window.print = () => window.printed++")
    held = hold(unread, MODULES)
    unread.goto(site.at("intention"))
    for _ in range(2):  # nothing seems to happen
        unread.locator(".talk-tools .print").click()
    arrive(unread, held)
    unread.wait_for_function("() => window.printed === 1")


def test_a_button_of_a_part_that_is_awake_does_it_once_while_others_are_on_their_way(
    site, unread, lang
) -> None:
    held = hold(unread, re.compile(r"/assets/contents\.[0-9a-f]+\.js$"))
    unread.goto(site.at("notebooks", lang))
    unread.keyboard.press("Shift")
    expect(unread.locator(".books > li")).to_have_count(1)
    unread.locator("button[name=new]").click()
    expect(unread.locator("dialog[open] input")).to_be_focused()
    held.pop().continue_()
    expect(unread.locator("#open progress")).to_be_attached()
    unread.keyboard.type("Table Nord")
    unread.keyboard.press("Enter")
    expect(unread.locator(".books h3 span:first-child")).to_have_text(["Table Nord"])
    assert unread.heard == []


def test_what_is_kept_here_shows_without_any_sign(site, unread) -> None:
    unread.goto(site.at("intention"))
    box(unread).check()
    keeps(unread)
    unread.goto(site.at("about"))
    unread.goto(site.at("intention"))
    expect(box(unread)).to_be_checked()


def test_a_tick_in_another_tab_shows_on_a_page_that_slept(site, unread) -> None:
    unread.goto(site.at("intention"))
    other = unread.context.new_page()
    other.goto(site.at("intention"))
    box(other).check()
    expect(box(unread)).to_be_checked()
