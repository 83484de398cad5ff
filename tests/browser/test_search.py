"""The search dialog: how it opens, moves and closes, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from devices import NO_WORKER
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

RESULTS = "#search .search-results a"
FIELD = "#search-q"
MODULES = {"dialog", "listing", "engine", "synonyms", "alike", "index", "language"}


def found(page: Page, text: str) -> list[str]:
    """The addresses of the results, best first."""
    page.fill(FIELD, "")
    expect(page.locator("#search [role=status]")).to_be_empty()
    page.fill(FIELD, text)
    expect(page.locator("#search [role=status]")).not_to_be_empty()
    return page.locator(RESULTS).evaluate_all("(all) => all.map((one) => one.href)")


def test_results_are_pages_of_this_language_only(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    page.click(".search-open")
    links = found(page, "plan impact communication")
    assert links
    addresses = {site.at(id_, code) for id_, code in site.paths if code == lang}
    assert {link.partition("#")[0] for link in links} <= addresses


@pytest.mark.parametrize("key", ["/", "Enter", "Space", "click"])
def test_search_opens_by_its_button_and_by_a_slash(site, page, lang, key) -> None:
    page.goto(site.at("intention", lang))
    opener = page.locator(".search-open")
    expect(opener).to_have_role("button")
    if key == "click":
        opener.click()
    elif key == "/":
        page.keyboard.press(key)
    else:
        opener.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page).to_have_url(site.at("intention", lang))


def test_a_slash_opens_search_after_a_box_was_ticked(site, page) -> None:
    page.goto(site.at("intention"))
    page.locator(".checklist input").first.check()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")


def test_a_slash_stays_a_slash_inside_the_field(site, page) -> None:
    page.goto(site.at("home"))
    page.keyboard.press("/")
    page.keyboard.type("et/ou")
    expect(page.locator(FIELD)).to_have_value("et/ou")


@pytest.mark.parametrize("text", ["", "confiance"])
def test_escape_closes_search_and_returns_to_where_one_was(site, page, text) -> None:
    page.goto(site.at("home"))
    page.locator(".search-open").press("Enter")
    if text:
        found(page, text)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator(".search-open")).to_be_focused()


def test_the_close_button_closes_search(site, page, label, lang) -> None:
    page.goto(site.at("home", lang))
    page.click(".search-open")
    page.get_by_role("button", name=label("close", lang)).click()
    expect(page.locator("dialog")).to_be_hidden()


def test_arrows_go_through_the_results_and_enter_follows_one(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    page.keyboard.press("/")
    assert len(found(page, "plan")) > 2
    links = page.locator(RESULTS)
    for key, number in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowDown", 1)):
        page.keyboard.press(key)
        expect(links.nth(number)).to_be_focused()
    wanted = links.nth(1).evaluate("(one) => one.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(wanted)


def test_arrow_up_from_the_first_result_returns_to_the_field(site, page) -> None:
    page.goto(site.at("home"))
    page.keyboard.press("/")
    found(page, "plan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()


def test_arrows_go_on_to_the_link_to_all_results(site, page, label, lang) -> None:
    page.goto(site.at("home", lang))
    page.keyboard.press("/")
    shown = len(found(page, "plan"))
    for _ in range(shown + 1):
        page.keyboard.press("ArrowDown")
    words = label("search_all", lang).partition("{n}")[0]
    expect(page.locator("#search .search-ways a")).to_be_focused()
    expect(page.locator("#search .search-ways a")).to_contain_text(words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("site-index", lang, "#q=plan"))


def test_enter_in_the_field_leads_to_all_results(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    page.keyboard.press("/")
    found(page, "mise en œuvre")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("site-index", lang, "#q=mise%20en%20%C5%93uvre"))
    expect(page.locator("#page-q")).to_have_value("mise en œuvre")


def test_enter_before_the_search_is_loaded_leads_there_once_it_is(site, person, lang) -> None:
    page, held = person(), []
    page.add_init_script(NO_WORKER)
    page.route("**/assets/dialog.*.js", lambda route: held.append(route) or None)
    page.goto(site.at("about", lang))
    page.click(".search-open")
    page.keyboard.type("confiance" if lang == "fr" else "trust")
    page.keyboard.press("Enter")
    held.pop().continue_()
    page.wait_for_url("**#q=*")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".search-page .search-results li").first).to_be_visible()


def test_a_result_on_the_same_page_closes_search_and_comes_into_view(site, page) -> None:
    page.goto(site.at("glossary"))
    page.keyboard.press("/")
    assert found(page, "gouvernance")[0].endswith("#term-governance")
    page.locator(RESULTS).first.click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#term-governance")).to_be_in_viewport()


def test_the_number_of_results_is_said(site, page, label, lang) -> None:
    page.goto(site.at("home", lang))
    page.click(".search-open")
    status = page.get_by_role("dialog").get_by_role("status")
    assert len(found(page, "plan")) == 8
    expect(status).to_contain_text(label("search_many", lang).replace("{n}", "").strip())


def test_without_a_result_search_says_so_and_offers_ways_on(site, page, label, lang) -> None:
    page.goto(site.at("home", lang))
    page.click(".search-open")
    assert found(page, "zzzzqqqq") == []
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(
        label("search_none", lang).replace("{query}", "zzzzqqqq")
    )
    for id_, word in (("site-index", "search_way_index"), ("tools", "search_way_tools")):
        way = dialog.get_by_role("link", name=label(word, lang))
        assert way.evaluate("(one) => one.href") == site.at(id_, lang)


def test_search_that_cannot_load_says_so_and_tries_again(site, open_page, label, lang) -> None:
    page = open_page()
    page.route("**/search.*.json", lambda route: route.abort())
    page.goto(site.at("home", lang))
    page.click(".search-open")
    page.fill(FIELD, "plan")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text(label("search_fail", lang))
    page.unroute("**/search.*.json")
    page.fill(FIELD, "planning")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_nothing_is_loaded_before_search_opens(site, open_page) -> None:
    page, asked = open_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at("home"))
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))")
    before = {url.rpartition("/")[2].partition(".")[0] for url in asked}
    assert not before & {*MODULES, "search"}
    opened = len(asked)
    page.click(".search-open")
    assert found(page, "plan")
    names = {url.rpartition("/")[2].partition(".")[0] for url in asked[opened:]}
    assert names == {*MODULES, "added", "search"}


def test_screen_readers_hear_a_named_dialog_a_status_and_a_list_of_short_links(
    site, page, label, lang
) -> None:
    page.goto(site.at("home", lang))
    page.click(".search-open")
    found(page, "fiche" if lang == "fr" else "sheet")
    title = page.locator(RESULTS).first.text_content()
    expect(page.locator("#search")).to_match_aria_snapshot(
        f"""
        - dialog "{label("search_title", lang)}":
          - heading "{label("search_title", lang)}" [level=2]
          - button "{label("close", lang)}"
          - text: {label("search_label", lang)}
          - searchbox "{label("search_label", lang)}"
          - status:
            - paragraph: /\\d+/
          - list:
            - listitem:
              - link "{title}"
        """
    )


def test_on_a_phone_search_fits_the_screen(site, phone) -> None:
    phone.goto(site.at("home"))
    phone.locator(".search-open").tap()
    found(phone, "plan")
    expect(phone.locator("dialog")).to_be_in_viewport(ratio=0.95)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.locator(RESULTS).first.tap()
    expect(phone.locator("dialog")).to_be_hidden()
