"""Without JavaScript: the same content, and another way to what scripts add."""

from __future__ import annotations

from playwright.sync_api import expect

# Texts that scripts may not hide or add; what is for scripts alone says so by its class.
TEXT = """() => {
  for (const one of document.querySelectorAll(".with-scripts")) one.remove();
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  return [...document.querySelectorAll("main, footer")].map((one) => one.innerText).join(" ");
}"""


def test_a_page_says_the_same_without_scripts(site, page, plain_page, kind, lang) -> None:
    address = site.at(kind, lang)
    page.goto(address)
    plain_page.goto(address)
    with_scripts, without = page.evaluate(TEXT).split(), plain_page.evaluate(TEXT).split()
    if kind == "tools":  # its form is for scripts only
        words = set(page.locator("form.finder").inner_text().split())
        with_scripts, without = (
            [w for w in one if w not in words] for one in (with_scripts, without)
        )
    assert with_scripts == without


def test_folded_parts_open_without_scripts(site, plain_page) -> None:
    plain_page.goto(site.at("home"))
    fold = plain_page.locator("#first-meeting")
    fold.locator("summary").click()
    expect(fold.locator("li a").first).to_be_visible()


def test_the_menu_opens_without_scripts(site, tab, lang) -> None:
    page = tab(360, 740, java_script_enabled=False)
    page.goto(site.at("home", lang))
    page.locator(".menu summary").press("Enter")
    page.locator(".menu a").first.click()
    expect(page).to_have_url(site.at("why", lang))


def test_the_search_link_leads_to_the_index(site, plain_page, lang) -> None:
    plain_page.goto(site.at("evaluation", lang))
    expect(plain_page.locator("dialog")).to_be_hidden()
    plain_page.click(".search-open")
    expect(plain_page).to_have_url(site.at("site-index", lang))


def test_the_index_lists_every_page_of_its_language(site, plain_page, lang) -> None:
    plain_page.goto(site.at("site-index", lang))
    listed = (
        plain_page.locator("main, footer, .header")
        .locator("a")
        .evaluate_all("(all) => all.map((one) => one.href.split('#')[0])")
    )
    pages = {site.at(id_, code) for id_, code in site.paths if code == lang}
    assert pages <= set(listed)


def test_the_other_language_is_one_link_away_without_scripts(site, plain_page) -> None:
    plain_page.goto(site.at("evaluation"))
    plain_page.click("a.language")
    expect(plain_page).to_have_url(site.at("evaluation", "en"))
