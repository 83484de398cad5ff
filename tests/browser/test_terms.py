"""Glossary terms: explained on the spot, by any means of pointing, and out of the way after."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PAGE = "intention"


@pytest.fixture
def explained(site, page, lang):
    """The first term of a page, and its bubble."""
    page.goto(site.at(PAGE, lang))
    return both(page)


def both(page):
    term = page.locator("button.term").first
    return term, page.locator(f"#{term.get_attribute('popovertarget')}")


def let_timers_run(page) -> None:
    """Wait in the page itself: its own timers, all shorter and set earlier, have run by then."""
    page.evaluate("new Promise((done) => setTimeout(done, 400))")


def test_a_term_opens_by_click_and_closes_by_escape(page, explained) -> None:
    term, bubble = explained
    expect(bubble).to_be_hidden()
    term.click()
    expect(bubble).to_be_visible()
    expect(bubble.locator("a")).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    let_timers_run(page)
    expect(bubble).to_be_hidden()


def test_a_term_opens_by_focus_and_closes_by_escape(page, explained) -> None:
    term, bubble = explained
    term.focus()
    page.keyboard.press("Shift+Tab")
    expect(bubble).to_be_hidden()
    page.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(bubble).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(term).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_closed_term_opens_again_by_key(explained, key) -> None:
    term, bubble = explained
    term.press("Escape")
    expect(bubble).to_be_hidden()
    term.press(key)
    expect(bubble).to_be_visible()


def test_the_keyboard_goes_from_a_term_into_its_bubble_and_on(page, explained) -> None:
    term, bubble = explained
    term.press("Enter")
    page.keyboard.press("Tab")
    expect(bubble.locator("a")).to_be_focused()
    let_timers_run(page)
    expect(bubble).to_be_visible()
    page.keyboard.press("Tab")
    expect(bubble).to_be_hidden()


def test_escape_inside_a_bubble_closes_it_and_returns_to_its_term(page, explained) -> None:
    term, bubble = explained
    term.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(term).to_be_focused()
    let_timers_run(page)
    expect(bubble).to_be_hidden()


def test_a_term_opens_on_hover_and_the_pointer_may_enter_its_bubble(page, explained) -> None:
    term, bubble = explained
    term.hover()
    expect(bubble).to_be_visible()
    link = bubble.locator("a").bounding_box()
    word = term.bounding_box()
    x, y = link["x"] + link["width"] / 2, link["y"] + link["height"] / 2
    gap = abs(y - word["y"])
    assert gap < 400, "the bubble stands far from its word"
    page.mouse.move(x, y, steps=2)  # a slow one would leave
    let_timers_run(page)
    expect(bubble).to_be_visible()
    page.mouse.move(1, 1)
    expect(bubble).to_be_hidden()


def test_a_bubble_stays_within_the_window_near_its_word(page, explained) -> None:
    term, bubble = explained
    for height in (800, 420):  # where there is room below the word, and where there is none
        page.set_viewport_size({"width": 1280, "height": height})
        term.scroll_into_view_if_needed()
        term.click()
        expect(bubble).to_be_in_viewport(ratio=1)
        word, box = term.bounding_box(), bubble.bounding_box()
        below = box["y"] - word["y"] - word["height"]
        above = word["y"] - box["y"] - box["height"]
        assert 0 <= max(below, above) < 40
        page.keyboard.press("Escape")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_term_opens_and_closes_by_taps(site, tab, lang, scripts) -> None:
    page = tab(360, 740, has_touch=True, is_mobile=True, java_script_enabled=scripts)
    page.goto(site.at(PAGE, lang))
    term, bubble = both(page)
    term.tap()
    if scripts:
        let_timers_run(page)
    expect(bubble).to_be_in_viewport(ratio=1)
    page.touchscreen.tap(180, 20)
    expect(bubble).to_be_hidden()


def test_the_bubble_leads_to_the_glossary(site, page, lang) -> None:
    page.goto(site.at(PAGE, lang))
    term, bubble = both(page)
    id_ = bubble.get_attribute("id").removeprefix("b-")
    term.click()
    bubble.locator("a").click()
    expect(page).to_have_url(site.at("glossary", lang, f"#{id_}"))
    expect(page.locator(f"#{id_}")).to_be_in_viewport()
