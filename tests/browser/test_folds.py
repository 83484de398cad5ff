"""Links that lead into something folded open it."""

from __future__ import annotations

from playwright.sync_api import expect

SITUATIONS = ("first-meeting", "new-member", "plan-to-renew", "disagreement", "funding-ends")


def test_an_address_with_a_folded_place_opens_it(site, page, lang) -> None:
    page.goto(site.at("home", lang, "#first-meeting"))
    place = page.locator("#first-meeting")
    expect(place).to_have_attribute("open", "")
    expect(place.locator("summary")).to_be_in_viewport()
    expect(place.locator("li a").first).to_be_visible()


def test_the_last_folded_place_comes_into_view_on_a_phone(site, phone, lang) -> None:
    phone.goto(site.at("home", lang, f"#{SITUATIONS[-1]}"))
    expect(phone.locator(f"#{SITUATIONS[-1]} summary")).to_be_in_viewport()
    expect(phone.locator(f"#{SITUATIONS[-1]} li").first).to_be_visible()


def test_going_to_a_folded_place_on_the_same_page_opens_it(site, page, lang) -> None:
    page.goto(site.at("home", lang))
    for situation in SITUATIONS:
        page.evaluate("(id) => { location.hash = id }", situation)
        expect(page.locator(f"#{situation}")).to_have_attribute("open", "")
        expect(page.locator(f"#{situation} summary")).to_be_in_viewport()
        expect(page.locator(".situations details[open]")).to_have_count(1)
    page.go_back()
    expect(page.locator(f"#{SITUATIONS[-2]}")).to_have_attribute("open", "")


def test_a_situation_leads_to_its_questions_and_its_sheet(site, page, lang) -> None:
    page.goto(site.at("home", lang, "#first-meeting"))
    links = page.locator("#first-meeting a")
    expect(links).to_have_count(4)
    links.first.click()
    expect(page).to_have_url(site.at("intention", lang, "#intention-for-whom"))
    expect(page.locator("#intention-for-whom")).to_be_in_viewport()


def test_an_address_with_an_unknown_place_harms_nothing(site, open_page) -> None:
    page, errors = open_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.at("home", "fr", "#nowhere"))
    page.goto(site.at("home", "fr", "#%"))
    page.evaluate("location.hash = '%E0%A4%A'")
    expect(page.locator("h1")).to_be_visible()
    assert not errors
