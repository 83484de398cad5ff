"""axe-core with every rule on, AAA and best practices included: it finds nothing."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# A scheme changes colours and nothing else (a test of the style sheets sees to it), so the rules
# that look at no colour would say the same again in the dark.
RUN = """async (tags) => {
  const wanted = axe.getRules(tags).map((rule) => [rule.ruleId, { enabled: true }]);
  const others = axe.getRules().map((rule) => [rule.ruleId, { enabled: false }]);
  const rules = Object.fromEntries([...others, ...wanted]);
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
def wide(tab, request):
    return tab(request.param)


def violations(page) -> list[str]:
    """What axe finds on the page as it is, in light and in dark colours."""
    page.evaluate(AXE)
    found = []
    for scheme, tags in (("light", []), ("dark", ["cat.color"])):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in page.evaluate(RUN, tags)]
    return found


def test_axe_finds_nothing(either_site, wide, kind, lang) -> None:
    wide.goto(either_site.at(kind, lang))
    wide.evaluate(UNFOLD)
    assert violations(wide) == []


def test_axe_finds_nothing_in_search(either_site, wide, lang) -> None:
    wide.goto(either_site.at("home", lang))
    wide.click(".search-open")
    wide.fill("#search-q", "plan")
    expect(wide.locator(".search-results a").first).to_be_visible()
    assert violations(wide) == []


def test_axe_finds_nothing_in_an_open_explanation(either_site, wide, lang) -> None:
    wide.goto(either_site.at("intention", lang))
    wide.locator("button.term").first.click()
    assert violations(wide) == []


def test_axe_finds_nothing_on_the_page_of_lost_addresses(either_site, wide) -> None:
    wide.goto(either_site.url + "nowhere")
    assert violations(wide) == []
