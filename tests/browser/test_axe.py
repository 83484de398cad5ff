"""axe-core with every rule on, AAA and best practices included: it finds nothing."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Which rules look at colours: those three take longer than the hundred others together.
RUN = """async (colours) => {
  const chosen = (rule) => rule.tags.includes("cat.color") === colours;
  const rules = axe.getRules().map((rule) => [rule.ruleId, { enabled: chosen(rule) }]);
  const options = { rules: Object.fromEntries(rules), resultTypes: ["violations"] };
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}"""
# Of neighbours that differ in their words alone, three stay: colours do not hang on words.
THIN_OUT = """() => {
  const telling = ["class", "style", "lang", "open", "aria-current"];
  const looks = (one) => [
    one.localName, one.getAttributeNames(), telling.map((name) => one.getAttribute(name)),
    [...one.children].map(looks),
  ];
  for (const parent of document.querySelectorAll("main *")) {
    const seen = {};
    for (const one of [...parent.children]) {
      const look = JSON.stringify(looks(one));
      seen[look] = (seen[look] ?? 0) + 1;
      if (seen[look] > 3) one.remove();
    }
  }
}"""
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


def violations(page, *widths: int) -> list[str]:
    """What axe finds on the page as it is, then on its colours, in the light and in the dark.

    A scheme changes colours and nothing else, which a test of the style sheets makes sure of.
    """
    page.evaluate(AXE)
    found = []

    def look(scheme: str, *, colours: bool) -> None:
        page.emulate_media(color_scheme=scheme)
        for width in widths or (page.viewport_size["width"],):
            if page.viewport_size["width"] != width:
                page.set_viewport_size({"width": width, "height": 800})
            found.extend(f"{width}px, {scheme}: {one}" for one in page.evaluate(RUN, colours))

    look("light", colours=False)
    page.evaluate(THIN_OUT)
    look("light", colours=True)
    look("dark", colours=True)
    return found


def test_axe_finds_nothing(either_site, page, kind, lang) -> None:
    page.goto(either_site.at(kind, lang))
    page.evaluate(UNFOLD)
    assert violations(page, *WIDTHS) == []


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
