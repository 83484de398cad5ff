"""axe-core on a page, with every rule on, AAA and best practices included."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

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


def violations(page: Page, *widths: int) -> list[str]:
    """What axe finds on the page as it is, then on its colours, in the light and in the dark.

    A scheme changes colours and nothing else, which a test of the style sheets makes sure of.
    """
    page.evaluate(AXE)
    found: list[str] = []

    now = page.viewport_size or {"width": 1280, "height": 800}

    def look(scheme: Literal["light", "dark"], *, colours: bool) -> None:
        page.emulate_media(color_scheme=scheme)
        for width in widths or (now["width"],):
            if widths:
                page.set_viewport_size({"width": width, "height": 800})
            found.extend(f"{width}px, {scheme}: {one}" for one in page.evaluate(RUN, colours))

    look("light", colours=False)
    page.evaluate(THIN_OUT)
    look("light", colours=True)
    look("dark", colours=True)
    return found
