"""axe-core with every rule on, AAA and best practices included: it finds nothing."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import expect

UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""


WIDTHS = (320, 1280)


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def wide(tab, request):
    return tab(request.param)


def test_axe_finds_nothing(site, page, kind, lang) -> None:
    page.goto(site.at(kind, lang))
    page.evaluate(UNFOLD)
    assert violations(page, *WIDTHS) == []


def test_axe_finds_nothing_in_search(site, wide, lang) -> None:
    wide.goto(site.at("home", lang))
    wide.click(".search-open")
    wide.fill("#search-q", "plan")
    expect(wide.locator(".search-results a").first).to_be_visible()
    assert violations(wide) == []


def test_axe_finds_nothing_in_an_open_explanation(site, wide, lang) -> None:
    wide.goto(site.at("intention", lang))
    wide.locator("button.term").first.click()
    assert violations(wide) == []


def test_axe_finds_nothing_on_the_page_of_lost_addresses(site, wide) -> None:
    wide.goto(site.url + "nowhere")
    assert violations(wide) == []
