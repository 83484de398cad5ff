"""The planning cycle: a drawing whose seats are links, and the same links as a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

STEPS = ("intention", "situation-analysis", "planning", "implementation", "evaluation")
ADDRESSES = "(links) => links.map((link) => new URL(link.getAttribute('href'), location).href)"
PLACES = {"home": ".cycle-list a", "steps": "#list-steps .card h3 a"}


@pytest.mark.parametrize("place", PLACES)
def test_the_same_links_stand_in_the_drawing_and_in_a_list(site, page, lang, place) -> None:
    page.goto(site.at(place, lang))
    wanted = [site.at(step, lang) for step in STEPS]
    for links in (".cycle a", PLACES[place]):
        assert page.locator(links).evaluate_all(ADDRESSES) == wanted


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_goes_round_the_cycle_in_its_order(site, page, lang, place) -> None:
    page.goto(site.at(place, lang))
    names = [" ".join(one.split()) for one in page.locator(PLACES[place]).all_inner_texts()]
    links = page.locator(".cycle a")
    links.first.focus()
    for number, name in enumerate(names, 1):
        link = links.nth(number - 1)
        expect(link).to_be_focused()
        expect(link).to_have_accessible_name(f"{number} {name}")
        page.keyboard.press("Tab")


def test_a_seat_shows_that_it_has_focus(site, page) -> None:
    page.goto(site.at("steps"))
    links = page.locator(".cycle a")
    page.locator(".permalink, a").first.focus()
    drawing = page.locator(".cycle")
    drawing.scroll_into_view_if_needed()
    before = drawing.screenshot()
    links.first.focus()
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    outlined = links.nth(1).evaluate("(one) => getComputedStyle(one).outlineStyle") != "none"
    assert outlined
    assert drawing.screenshot() != before


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_a_seat_leads_to_its_step(site, page, lang, key) -> None:
    page.goto(site.at("steps", lang))
    seat = page.locator(".cycle a").nth(2)
    seat.click() if key == "click" else seat.press("Enter")
    expect(page).to_have_url(site.at("planning", lang))


def test_the_words_of_the_drawing_stay_readable_on_the_smallest_phone(site, tab) -> None:
    page = tab(320, 640)
    page.goto(site.at("steps"))
    script = "(all) => Math.min(...all.map((one) => one.getBoundingClientRect().height))"
    assert page.locator(".cycle tspan").evaluate_all(script) >= 12
