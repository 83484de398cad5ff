"""« Vue animation »: the switch keeps the place, both ways, and needs no script to lead there."""

from __future__ import annotations

import pytest
from agir.pages.addresses import ANIMATIONS
from axe import violations
from playwright.sync_api import expect

PLACES = {
    "relationship-map": "relationship-map-look",
    "planning": "planning-who-does-what",
}


def address(site, id_: str, lang: str) -> str:
    return f"{site.url}{ANIMATIONS[lang]}{id_}/"


@pytest.mark.parametrize("id_", PLACES)
def test_the_switch_follows_and_keeps_the_place_both_ways(site, page, id_, lang) -> None:
    place = PLACES[id_]
    page.goto(site.at(id_, lang))
    page.locator(f"#{place}").evaluate("(one) => one.scrollIntoView()")
    page.locator("a.floating").click()
    page.wait_for_url(f"{address(site, id_, lang)}#{place}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()
    page.locator("a.floating").press("Enter")
    page.wait_for_url(f"{site.at(id_, lang)}#{place}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_without_scripts_the_switch_leads_there_and_back(site, plain_page, label, lang) -> None:
    for id_ in PLACES:
        plain_page.goto(site.at(id_, lang))
        plain_page.get_by_role("link", name=label("animation", lang)).click()
        expect(plain_page).to_have_url(address(site, id_, lang))
        expect(plain_page.locator(".say").first).to_be_visible()
        expect(plain_page.locator("#traps")).to_be_visible()
        plain_page.get_by_role("link", name=label("animation_leave", lang)).click()
        expect(plain_page).to_have_url(site.at(id_, lang))


@pytest.mark.parametrize("id_", PLACES)
def test_axe_finds_nothing_in_the_animation_view(site, page, id_, lang) -> None:
    page.goto(address(site, id_, lang))
    assert violations(page, 320, 1280) == []
