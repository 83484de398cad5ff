"""Finding one's way: the menu, the other language, neighbours, the page above, lost addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("(one) => document.activeElement.matches(one)", selector))


def tab_until(page: Page, selector: str, most: int = 40) -> list[str]:
    """Press Tab until the element has focus; what had it meanwhile, as HTML."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page, selector):
            return passed
        passed.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    raise AssertionError(f"{selector} is never reached: {passed}")


def test_the_menu_opens_and_closes_by_keyboard_alone(site, phone, lang) -> None:
    phone.goto(site.at("evaluation", lang))
    first = phone.locator(".menu a").first
    tab_until(phone, ".menu summary")
    expect(first).to_be_hidden()
    phone.keyboard.press("Enter")
    expect(first).to_be_visible()
    phone.keyboard.press("Tab")
    expect(first).to_be_focused()
    phone.keyboard.press("Shift+Tab")
    phone.keyboard.press("Space")
    expect(first).to_be_hidden()


def test_the_links_of_a_closed_menu_are_no_tab_stops(site, phone) -> None:
    phone.goto(site.at("evaluation"))
    passed = tab_until(phone, ".breadcrumb a")
    assert not [one for one in passed if "aria-current" in one]
    assert len(passed) == 5, passed  # skip link, home, search, language, menu: in any order


def test_a_link_of_the_menu_leads_to_its_part_by_keyboard(site, phone, lang) -> None:
    phone.goto(site.at("evaluation", lang))
    tab_until(phone, ".menu summary")
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(site.at("why", lang))
    expect(phone.locator(".menu a").first).to_have_attribute("aria-current", "page")


def test_wide_screens_show_the_menu_without_a_button(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    assert page.locator(".menu summary").is_hidden()
    links = page.locator(".menu a")
    assert [link.is_visible() for link in links.all()] == [True] * 6
    tab_until(page, ".menu li:first-child a")
    tab_until(page, ".menu li:last-child a", most=5)
    expect(page.locator(".menu [aria-current]")).to_have_count(1)


def test_the_skip_link_comes_first_and_leads_to_the_content(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.each_address
def test_the_other_language_keeps_the_page_and_the_place_on_it(site, page, lang) -> None:
    other = "en" if lang == "fr" else "fr"
    page.goto(site.at("intention", lang, "#intention-history"))
    page.click("a.language")
    expect(page).to_have_url(site.at("intention", other, "#intention-history"))
    expect(page.locator("#intention-history")).to_be_in_viewport()


def test_the_other_language_keeps_a_place_reached_on_the_page(site, page) -> None:
    page.goto(site.at("intention"))
    page.click(".contents a[href='#questions']")
    page.click("a.language")
    expect(page).to_have_url(site.at("intention", "en", "#questions"))


@pytest.mark.each_address
def test_the_other_language_keeps_the_filters(site, page) -> None:
    page.goto(site.at("tools", "fr", "?step=evaluation"))
    page.select_option("#f-kind", "tool")
    expect(page).to_have_url(site.at("tools", "fr", "?step=evaluation&kind=tool"))
    page.click("a.language")
    expect(page).to_have_url(site.at("tools", "en", "?step=evaluation&kind=tool"))
    expect(page.locator("#f-step")).to_have_value("evaluation")
    expect(page.locator("#f-kind")).to_have_value("tool")


def test_the_other_language_works_by_keyboard(site, page) -> None:
    page.goto(site.at("intention", "fr", "#questions"))
    page.focus("a.language")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("intention", "en", "#questions"))


@pytest.mark.each_address
def test_a_link_to_a_place_that_stands_on_another_page_finds_it(site, page, lang) -> None:
    page.goto(site.at("planning", lang, "#intention-history"))
    expect(page).to_have_url(site.at("intention", lang, "#intention-history"))
    page.goto(site.at("planning", lang, "#nowhere-at-all"))
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(site.at("planning", lang, "#nowhere-at-all"))


def test_next_and_previous_go_through_the_steps_in_order(site, page, lang) -> None:
    steps = ["intention", "situation-analysis", "planning", "implementation", "evaluation"]
    page.goto(site.at(steps[0], lang))
    assert page.locator(".pager [rel=prev]").count() == 0
    for step in steps[1:]:
        page.click(".pager [rel=next]")
        expect(page).to_have_url(site.at(step, lang))
    assert page.locator(".pager [rel=next]").count() == 0
    page.click(".pager [rel=prev]")
    expect(page).to_have_url(site.at(steps[-2], lang))


def test_the_breadcrumb_leads_up_to_the_home_page(site, page, lang) -> None:
    page.goto(site.at("common-agenda", lang))
    trail = page.locator(".breadcrumb a")
    names = trail.all_inner_texts()
    assert len(names) > 2
    trail.last.click()
    expect(page).to_have_url(site.at("conditions", lang))
    expect(page.locator(".breadcrumb a")).to_have_text(names[:-1])
    page.locator(".breadcrumb a").first.click()
    expect(page).to_have_url(site.at("home", lang))


@pytest.mark.each_address
@pytest.mark.parametrize("path", ["nowhere", "etapes/planification/no/such/page/", "en/steps/x/"])
def test_a_wrong_address_gets_a_page_in_both_languages(site, open_page, path) -> None:
    page, failed = open_page(), []
    page.on("response", lambda answer: answer.status == 404 and failed.append(answer.url))
    answer = page.goto(site.url + path)
    assert answer.status == 404
    assert failed == [site.url + path]  # the page itself: its files are found
    for code in ("fr-CA", "en-CA"):
        expect(page.locator(f"main [lang={code}] p").first).to_be_visible()
    links = page.locator("a")
    wanted = {site.at(one, code) for one in ("home", "site-index") for code in ("fr", "en")}
    assert set(links.evaluate_all("(all) => all.map((one) => one.href)")) == wanted
    for link in links.all():
        link.click(trial=True)  # nothing lies over it
    links.last.click()
    expect(page.locator(".header nav.menu")).to_be_attached()


def test_the_results_are_one_press_away_from_the_filters(site, phone, lang) -> None:
    phone.goto(site.at("tools", lang))
    phone.select_option("#f-kind", "tool")
    expect(phone).to_have_url(site.at("tools", lang, "?kind=tool"))
    phone.locator("form.finder [type=submit]").press("Enter")
    first = phone.locator(".results > li:not([hidden]) a").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(phone).to_have_url(site.at("tools", lang, "?kind=tool"))
