"""The page of results: its address, its marks, what it says, and how it looks at an axe."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import expect

RESULTS = ".search-page .search-results a"
FIELD = "#page-q"
MISSPELT = {"fr": ("mobillisasion", "mobilisation"), "en": ("stakehoder", "stakeholder")}
FOUND = {"fr": ("equite", "Équité"), "en": ("EQUITY", "Equity")}


@pytest.fixture
def equity(site, page, lang):
    """A page of results, opened as somebody opens a link they were sent."""
    page.goto(site.at("site-index", lang, f"#q={FOUND[lang][0]}"))
    expect(page.locator(RESULTS).first).to_be_visible()
    return page


def test_a_query_in_the_address_shows_its_results_at_once(equity, label, lang) -> None:
    expect(equity.locator(FIELD)).to_have_value(FOUND[lang][0])
    expect(equity.locator("h1")).to_have_text(label("search_title", lang))
    expect(equity).to_have_title(
        f"{FOUND[lang][0]} – {label('search_title', lang)} – Agir ensemble"
    )
    expect(equity.locator(RESULTS).first).to_have_text(FOUND[lang][1])
    expect(equity.locator(".letters")).to_be_hidden()


def test_words_are_marked_whatever_their_accents_and_letters(equity, lang) -> None:
    expect(equity.locator(f"{RESULTS} mark").first).to_have_text(FOUND[lang][1])


def test_a_result_says_its_kind_its_part_and_an_excerpt(equity, label, lang) -> None:
    first = equity.locator(".search-results li").first
    expect(first.locator(".tag").first).to_have_text(label("kind_glossary", lang))
    expect(first.locator(".tag").nth(1)).to_have_text({"fr": "Outils", "en": "Tools"}[lang])
    expect(first.locator("p")).not_to_be_empty()


def test_the_status_says_how_many_results_the_list_has(equity, label, lang) -> None:
    shown = equity.locator(RESULTS).count()
    assert shown > 1
    status = equity.locator(".search-page").get_by_role("status")
    expect(status).to_have_text(label("search_many", lang).replace("{n}", str(shown)))


def test_without_a_query_the_page_is_the_index(site, page, lang) -> None:
    page.goto(site.at("site-index", lang))
    expect(page.locator(FIELD)).to_be_visible()
    expect(page.locator(".letters")).to_be_visible()
    expect(page.locator(".search-page [role=status]")).to_be_empty()


def test_a_query_that_others_write_as_a_search_is_answered_too(site, page, lang) -> None:
    page.goto(site.at("site-index", lang, "?q=plan"))
    expect(page.locator(FIELD)).to_have_value("plan")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_what_people_search_is_never_sent(site, open_page, lang) -> None:
    page, asked = open_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at("home", lang))
    page.keyboard.press("/")
    page.keyboard.type("impact")
    expect(page.locator("#search li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.reload()
    expect(page.locator(RESULTS).first).to_be_visible()
    assert not [url for url in asked if "impact" in url.partition("#")[0]]


def test_a_search_from_the_dialog_on_the_page_of_results_shows_its_own(equity, site, lang) -> None:
    equity.click(".search-open")
    equity.fill("#search-q", "plan")
    equity.locator("#search-q").press("Enter")
    expect(equity).to_have_url(site.at("site-index", lang, "#q=plan"))
    expect(equity.locator(FIELD)).to_have_value("plan")
    expect(equity.locator("#search")).to_be_hidden()


@pytest.mark.each_address
def test_a_search_enters_the_address_and_back_returns_to_the_one_before(equity, site, lang) -> None:
    before = equity.locator(RESULTS).count()
    equity.fill(FIELD, "plan")
    equity.get_by_role("search").get_by_role("button").click()
    expect(equity).to_have_url(site.at("site-index", lang, "#q=plan"))
    equity.reload()
    expect(equity.locator(FIELD)).to_have_value("plan")
    equity.go_back()
    expect(equity.locator(FIELD)).to_have_value(FOUND[lang][0])
    expect(equity.locator(RESULTS)).to_have_count(before)
    equity.fill(FIELD, "")
    equity.locator(FIELD).press("Enter")
    expect(equity).to_have_url(site.at("site-index", lang))
    expect(equity.locator(".letters")).to_be_visible()
    expect(equity.locator(RESULTS)).to_have_count(0)


@pytest.mark.each_address
def test_back_from_a_result_returns_to_the_results(equity, site, lang) -> None:
    equity.locator(RESULTS).first.click()
    expect(equity).to_have_url(site.at("glossary", lang, "#term-equity"))
    equity.go_back()
    expect(equity.locator(RESULTS).first).to_have_text(FOUND[lang][1])


def test_the_language_switch_keeps_the_query(equity, site, lang) -> None:
    other = {"fr": "en", "en": "fr"}[lang]
    equity.click("a.language")
    expect(equity).to_have_url(site.at("site-index", other, f"#q={FOUND[lang][0]}"))


@pytest.mark.parametrize("lang", MISSPELT)
def test_a_word_nobody_wrote_is_asked_about(site, page, label, lang) -> None:
    typed, meant = MISSPELT[lang]
    page.goto(site.at("site-index", lang, f"#q={typed}"))
    status = page.locator(".search-page").get_by_role("status")
    expect(status).to_contain_text(label("search_meant", lang).replace("{query}", meant))
    expect(page.locator(".search-page mark").first).to_have_text(meant, ignore_case=True)
    status.get_by_role("link").click()
    expect(page).to_have_url(site.at("site-index", lang, f"#q={meant}"))
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(".search-page [role=status] a")).to_have_count(0)


@pytest.mark.parametrize(("lang", "name"), [("fr", "backbone"), ("en", "bienveillance")])
def test_an_entry_found_by_another_name_says_which(site, page, label, lang, name) -> None:
    page.goto(site.at("site-index", lang, f"#q={name}"))
    row = page.locator(".search-results li", has_text=label("search_called", lang)).first
    expect(row.locator(".muted mark")).to_have_text(name, ignore_case=True)


def test_an_entry_found_by_its_text_says_the_word_and_leads_to_it(site, page, label) -> None:
    page.goto(site.at("site-index", "fr", "#q=décrochage"))
    row = page.locator(".search-results li", has_text=label("search_inside", "fr")).first
    expect(row.locator("p").last.locator("mark")).to_have_text("décrochage")
    assert ":~:text=d%C3%A9croch" in row.get_by_role("link").evaluate("(one) => one.href")
    row.get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("décrochage")
    expect(page).not_to_have_url(site.at("site-index", "fr", "#q=décrochage"))


def test_the_index_stays_in_sight_when_nothing_is_found(site, page, label, lang) -> None:
    page.goto(site.at("site-index", lang, "#q=zzzzqqqq"))
    status = page.locator(".search-page").get_by_role("status")
    expect(status).to_have_text(label("search_none", lang).replace("{query}", "zzzzqqqq"))
    expect(page.locator(".letters")).to_be_visible()
    way = page.get_by_role("link", name=label("search_way_tools", lang))
    assert way.evaluate("(one) => one.href") == site.at("tools", lang)


@pytest.mark.parametrize("text", ["plan", "zzzzqqqq"])
def test_a_query_taken_back_leaves_nothing_of_its_answer(site, page, lang, text) -> None:
    page.goto(site.at("site-index", lang, f"#q={text}"))
    status = page.locator(".search-page [role=status]")
    expect(status).not_to_be_empty()
    page.fill(FIELD, "")
    expect(status).to_be_empty()
    expect(page.locator(".search-page :is(.search-results, .search-ways)")).to_have_text(["", ""])
    expect(page.locator(".letters")).to_be_visible()


def test_what_is_typed_is_never_markup(site, page) -> None:
    page.goto(site.at("site-index", "fr", "?q=<img src=x onerror=alert(1)>"))
    expect(page.locator(FIELD)).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator(".search-page [role=status]")).not_to_be_empty()
    assert page.locator(".search-page img").count() == 0


def test_the_keyboard_alone_searches_chooses_and_follows(site, page, lang) -> None:
    page.goto(site.at("site-index", lang))
    page.locator(FIELD).focus()
    page.keyboard.type("plan")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("site-index", lang, "#q=plan"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(RESULTS).nth(1)
    expect(second).to_be_focused()
    wanted = second.evaluate("(one) => one.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(wanted)


def test_screen_readers_hear_a_search_a_status_and_a_list(equity, label, lang) -> None:
    title, field = label("search_title", lang), label("search_label", lang)
    expect(equity.locator("main")).to_match_aria_snapshot(
        f"""
        - heading "{title}" [level=1]
        - search "{title}":
          - text: {field}
          - paragraph:
            - searchbox "{field}": {FOUND[lang][0]}
            - button "{label("search", lang)}"
        - status:
          - paragraph: /\\d+/
        - list:
          - listitem:
            - link "{FOUND[lang][1]}"
        """
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("text", ["plan", "mobillisasion", "zzzzqqqq"])
def test_axe_finds_nothing_on_the_page_of_results(site, tab, lang, width, text) -> None:
    page = tab(width)
    page.goto(site.at("site-index", lang, f"#q={text}"))
    expect(page.locator(".search-page [role=status]")).not_to_be_empty()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_index_stands_alone(site, plain_page, lang) -> None:
    plain_page.goto(site.at("site-index", lang, "?q=plan"))
    expect(plain_page.locator(".search-page")).to_be_hidden()
    expect(plain_page.locator(".letters")).to_be_visible()
