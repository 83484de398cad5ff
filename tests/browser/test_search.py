"""Search: how it opens, moves and closes, and what it finds for what people really type."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = yaml.safe_load(Path(__file__).with_name("search.yml").read_text("utf-8"))
TABLE = [(lang, text, id_) for lang, cases in CASES.items() for text, id_ in cases.items()]
RESULTS = ".search-results a"
FIELD = "#search-q"


# Types each text as a person pastes it, and waits for what the page says of it.
ASK = """async (texts) => {
  const field = document.querySelector("#search-q");
  const said = document.querySelector("dialog [role=status]");
  const found = {};
  for (const text of texts) {
    said.textContent = "";
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    while (!said.textContent) await new Promise((done) => setTimeout(done));
    const results = document.querySelectorAll(".search-results a");
    found[text] = [...results].map((one) => one.dataset.entry);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def answers(publish, context):
    """What the search of each language finds for every text of search.yml: ids, best first.

    Asked once, in a folder of a host: ids have no address.
    """
    site = publish("sub-path")
    found = {}
    for lang, cases in CASES.items():
        with context(1280, 800).new_page() as page:
            page.goto(site.at("about", lang))
            page.click(".search-open")
            found[lang] = page.evaluate(ASK, list(cases))
    return found


def found(page: Page, text: str) -> list[str]:
    """The ids of the results, best first."""
    page.fill(FIELD, "")
    expect(page.locator("dialog [role=status]")).to_be_empty()
    page.fill(FIELD, text)
    expect(page.locator("dialog [role=status]")).not_to_be_empty()
    return page.locator(RESULTS).evaluate_all("(all) => all.map((one) => one.dataset.entry)")


@pytest.mark.parametrize(("lang", "text", "id_"), TABLE, ids=str)
def test_what_people_type_finds_the_entry_they_mean(answers, lang, text, id_) -> None:
    assert id_ in answers[lang][text][:3]


@pytest.mark.parametrize("lang", CASES)
def test_the_entry_they_mean_mostly_comes_first(answers, lang) -> None:
    first = [answers[lang][text][:1] == [id_] for text, id_ in CASES[lang].items()]
    assert sum(first) / len(first) > 0.75


def test_results_are_pages_of_this_language_only(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    page.click(".search-open")
    assert found(page, "plan impact communication")
    links = page.locator(RESULTS).evaluate_all("(all) => all.map((one) => one.href)")
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


def test_enter_in_the_field_follows_the_best_result(site, page, lang) -> None:
    page.goto(site.at("evaluation", lang))
    page.keyboard.press("/")
    found(page, "intention")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("intention", lang))


def test_a_result_on_the_same_page_closes_search_and_comes_into_view(site, page) -> None:
    page.goto(site.at("glossary"))
    page.keyboard.press("/")
    found(page, "gouvernance")
    page.locator(f"{RESULTS}[data-entry=term-governance]").click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#term-governance")).to_be_in_viewport()


def test_the_number_of_results_is_said(site, page, label, lang) -> None:
    page.goto(site.at("home", lang))
    page.click(".search-open")
    status = page.get_by_role("dialog").get_by_role("status")
    assert found(page, "zzzzqqqq") == []
    expect(status).to_have_text(label("search_none", lang))
    found(page, "plan")
    expect(status).to_contain_text(label("search_many", lang).replace("{n}", "").strip())


def test_search_that_cannot_load_says_so(site, open_page, label, lang) -> None:
    page = open_page()
    page.route("**/search.*.json", lambda route: route.abort())
    page.goto(site.at("home", lang))
    page.click(".search-open")
    page.fill(FIELD, "plan")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text(label("search_fail", lang))


def test_nothing_is_loaded_before_search_opens(site, open_page) -> None:
    page, asked = open_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at("home"))
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))")
    before = len(asked)
    found_by = ("dialog.", "minisearch.", "engine.", "search.fr.")
    assert not [url for url in asked if url.rpartition("/")[2].startswith(found_by)]
    page.click(".search-open")
    assert found(page, "plan")
    assert {url.rpartition("/")[2].partition(".")[0] for url in asked[before:]} == {
        "added", "dialog", "minisearch", "engine", "search",
    }  # fmt: skip


def test_on_a_phone_search_fits_the_screen(site, phone) -> None:
    phone.goto(site.at("home"))
    phone.locator(".search-open").tap()
    found(phone, "plan")
    expect(phone.locator("dialog")).to_be_in_viewport(ratio=0.95)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.locator(RESULTS).first.tap()
    expect(phone.locator("dialog")).to_be_hidden()
