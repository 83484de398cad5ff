"""What a list of 500 questions costs a phone: CPU time and counts, of a page made from a real one.

`python tools/many_questions.py` builds the site's page in site/ (make site) and prints them; the
tests count on the same page, and time nothing.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

import chromium
from pages_server import serving
from playwright.sync_api import sync_playwright
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

MANY = 500
PATH = "etapes/intention/"
QUESTION = "intention-for-whom"
# Counted from the start: what is kept, and what moves without anybody having touched anything.
COUNT = """window.counts = { writes: 0, shift: 0 };
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (...all) { counts.writes += 1; return put.apply(this, all); };
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) counts.shift += one.value;
})).observe({ type: "layout-shift", buffered: true });"""
FIGURES = ("TaskDuration", "ScriptDuration", "LayoutCount", "RecalcStyleCount")


def many(html: str, count: int = MANY) -> str:
    """The page of an intention with one of its questions over and over: "question-0", "…-1"."""
    found = re.search(rf'<li id="{QUESTION}">.*?</li>', html, re.DOTALL)
    if not found:
        message = f"no question {QUESTION} on this page"
        raise ValueError(message)
    items = [found[0].replace(QUESTION, f"question-{i}") for i in range(count)]
    return html.replace(found[0], "\n".join(items))


def opened(page: Page, address: str) -> Callable[[], dict[str, float]]:
    """Open the page with many questions at an address; gives what counts what the page has done."""
    page.route(
        address, lambda route: route.fulfill(response=(got := route.fetch()), body=many(got.text()))
    )
    page.add_init_script(COUNT)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.evaluate("dispatchEvent(new Event('scroll'))")  # a sign of a reader, which wakes the page

    def counted() -> dict[str, float]:
        told = {
            one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]
        }
        counts: dict[str, float] = page.evaluate("counts")
        return {name: told[name] for name in FIGURES} | counts

    return counted


def main() -> None:
    """Print the cost of opening the page, then the middle and the worst of twenty of each act."""
    acts: dict[str, Callable[[Page, int], None]] = {
        "a box": lambda page, i: page.locator(f"#c-question-{i}").press("Space"),
        "a state": lambda page, i: page.locator(f"#question-{i} select").press("ArrowDown"),
    }
    with serving(ROOT / "site", "/") as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        page = browser.new_page(viewport={"width": 360, "height": 740})
        counted = opened(page, root + PATH)
        page.locator("#question-0 select").wait_for()
        print("opened:", {name: round(value, 3) for name, value in counted().items()})
        for name, act in acts.items():
            costs = []
            for i in range(20):
                page.locator(f"#c-question-{i}").focus()
                before = counted()
                act(page, i)
                page.wait_for_timeout(200)
                costs.append({key: value - before[key] for key, value in counted().items()})
            for key in costs[0]:
                values = [cost[key] for cost in costs]
                print(f"{name}, {key}: {median(values):.4f}, at most {max(values):.4f}")


if __name__ == "__main__":
    main()
