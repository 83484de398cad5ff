"""axe with every rule on, AAA and best practices too: light and dark, on a phone and a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe import violations

from audit.judging import Bar, counted
from audit.tools import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

AXE = Bar("axe")
BARS = (AXE,)
WIDTHS = (320, 1280)
_UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page, with all that it folds away open."""
    with browser() as chromium:
        tab = chromium.new_page(viewport={"width": WIDTHS[0], "height": 800})
        for page in site.pages:
            tab.goto(site.address(page))
            tab.evaluate(_UNFOLD)
            yield counted(page.path, AXE, violations(tab, *WIDTHS))
