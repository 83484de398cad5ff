"""What a permalink and the foot of a page open: the address, a code, how to cite, what to embed."""

from __future__ import annotations

import pytest
from axe import violations
from codes import DRAWN, QUIET, squares
from playwright.sync_api import expect

# The reader of codes is another library than the one that draws them.
READ = """const [rows, size] = given, side = rows.length * size;
const data = new Uint8ClampedArray(4 * side * side).fill(255);
for (let at = 0; at < side * side; at += 1)
  if (rows[Math.trunc(at / side / size)][Math.trunc((at % side) / size)])
    data.fill(0, 4 * at, 4 * at + 3);
return decode({ width: side, height: side, data });"""
SIZE = 4  # pixels of a square
PLACE = "common-agenda-own-words"  # a question


def public(page) -> str:
    return page.locator("link[rel=canonical]").get_attribute("href")


def framed(rows: list[list[int]]) -> list[list[int]]:
    """The squares of a code with the white around it."""
    side = len(rows) + 2 * QUIET
    blank = [[0] * side for _ in range(QUIET)]
    around = [0] * QUIET
    return [*blank, *([*around, *row, *around] for row in rows), *blank]


def opened(page, address: str, link: str):
    page.goto(address)
    page.locator(link).press("Enter")
    expect(page.locator(".sharing .qr-code")).to_be_visible()
    return page.locator(".sharing")


@pytest.mark.each_address
def test_a_permalink_gives_its_address_as_text_and_as_a_code(strict, own, script, lang) -> None:
    page = own
    permalink = f"#{PLACE} > .permalink"
    window = opened(page, strict.at("common-agenda", lang), permalink)
    assert page.url.endswith(f"#{PLACE}")  # it stays the link that it is
    address = f"{public(page)}#{PLACE}"
    for either in (False, True):
        window.locator("[name=either]").set_checked(either)
        if either:  # what leads to the entry in the language of whoever opens it
            root = public(page).removesuffix(strict.paths["common-agenda", lang])
            address = f"{root}a/{PLACE}/"
        expect(window.locator(".address")).to_have_text(address)
        rows = framed(squares(window.locator(".qr-code").evaluate(DRAWN)))
        assert script(["qr/qr-decode.lazy.js"], READ, [rows, SIZE]) == address
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(page.locator(permalink)).to_be_focused()


def test_the_foot_of_a_page_shares_and_cites_it(strict, person, word, lang) -> None:
    page = person(permissions=["clipboard-read", "clipboard-write"])
    window = opened(page, strict.at("common-agenda", lang), "a.cite")
    window.locator("[name=copy]").click()
    expect(window.locator("[role=status]")).to_have_text(word("copy_copied"))
    assert page.evaluate("navigator.clipboard.readText()") == public(page)
    window.locator(".citations > summary").click()
    title = page.locator("h1").inner_text()
    expect(window.locator(".apa")).to_contain_text(f"). {title}. {public(page)}")
    window.get_by_role("button", name=word("cite_copy")).click()
    window.locator(".citations details summary").click()
    window.get_by_role("button", name=word("cite_copy_bibtex")).click()
    expect(window.locator("[role=status]")).to_have_text(word("copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"@misc{{agir-ensemble-common-agenda-{lang},")


def test_the_page_of_references_lets_copy_each_of_them(strict, person, word, lang) -> None:
    page = person(permissions=["clipboard-read", "clipboard-write"])
    page.goto(strict.at("reuse", lang, "#cite-common-agenda"))
    one = page.locator("li:has(> p #cite-common-agenda)")
    one.get_by_role("button", name=word("cite_copy")).click()
    expect(page.locator(".citations > [role=status]")).to_have_text(word("copied"))
    said = page.evaluate("navigator.clipboard.readText()")
    assert said == one.locator(".apa").inner_text()


def test_without_scripts_links_lead_to_the_place_and_to_the_reference(
    site, plain_page, lang
) -> None:
    plain_page.goto(site.at("common-agenda", lang))
    plain_page.locator("a.cite").click()
    expect(plain_page).to_have_url(site.at("reuse", lang, "#cite-common-agenda"))
    expect(plain_page.locator("#cite-common-agenda")).to_be_visible()


def test_axe_finds_nothing_in_the_window(site, tab, lang) -> None:
    page = tab()
    window = opened(page, site.at("common-agenda", lang), f"#{PLACE} > .permalink")
    window.locator(".citations > summary").click()
    expect(window.locator(".apa")).to_be_visible()
    window.locator(".embedding > summary").click()
    window.locator("pre").evaluate("(one) => (one.parentElement.open = true)")
    assert violations(page, 320, 1280) == []


def test_axe_finds_nothing_on_the_page_of_references(site, page) -> None:
    page.goto(site.at("reuse", "fr", "#cite-common-agenda"))
    page.locator("#cite-common-agenda").wait_for()
    assert violations(page, 320, 1280) == []


WHO = {
    "fr": ({"locale": "en-CA"}, "en"),  # the language of the browser…
    "en": ({"locale": "fr-CA"}, "fr"),
}


@pytest.mark.each_address
def test_a_short_address_leads_on_in_the_language_of_the_reader(strict, person, lang) -> None:
    options, theirs = WHO[lang]
    page = person(**options)
    short = f"{strict.url}a/common-agenda/?vue=animation#common-agenda-own-words"
    kept = "?vue=animation#common-agenda-own-words"
    page.goto(short)
    page.wait_for_url(strict.at("common-agenda", theirs, kept))
    assert page.evaluate("Object.keys(localStorage)") == []
    page.locator("a.language").click()  # … until somebody chose another one
    page.wait_for_url(strict.at("common-agenda", lang, kept))
    page.goto(f"{strict.url}a/{PLACE}/")
    page.wait_for_url(strict.at("common-agenda", lang, f"#{PLACE}"))
    page.goto(strict.at("notebooks", lang))
    page.locator("button[name=erase]").click()
    page.locator("dialog[open] button[value=yes]").click()
    page.wait_for_function("Object.keys(localStorage).every((key) => key !== 'agir-language')")


def test_without_scripts_a_short_address_offers_both_languages(site, plain_page, lang) -> None:
    plain_page.goto(f"{site.url}a/{PLACE}/")
    links = plain_page.locator("a").all()
    assert [link.get_attribute("hreflang") for link in links] == ["fr-CA", "en-CA"]
    plain_page.locator(f"a[lang={lang}-CA]").click()
    expect(plain_page).to_have_url(site.at("common-agenda", lang, f"#{PLACE}"))
