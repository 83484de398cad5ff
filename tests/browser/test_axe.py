"""axe-core with every rule on, AAA and best practices included: it finds nothing."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
  const { violations } = await axe.run({ rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}"""
UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""


@pytest.fixture(params=[320, 1280], ids=lambda width: f"{width}px")
def wide(open_page, request):
    return open_page(request.param)


def violations(page) -> list[str]:
    """What axe finds on the page as it is, in light and in dark colours."""
    page.evaluate(AXE)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in page.evaluate(RUN)]
    return found


def test_axe_finds_nothing(site, wide, kind, lang) -> None:
    wide.goto(site.at(kind, lang))
    wide.evaluate(UNFOLD)
    assert violations(wide) == []


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
