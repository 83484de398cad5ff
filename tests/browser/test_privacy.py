"""A visit leaves no trace before the first tick, and that one only on the device: no failure."""

from __future__ import annotations

import os

import pytest
from offline import keeps
from playwright.sync_api import expect

ALL = os.environ.get("ALL")  # ALL=1 visits every page, else one of each kind

KEPT = """async (root) => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: (await caches.keys()).filter((name) => !name.startsWith(`agir ${root} `)),
})"""
# What the copy for use offline holds: the public pages, and which open page is of which version.
COPY = """async (root) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(`agir ${root} `));
  const inside = async (name) => (await (await caches.open(name)).keys()).map((one) => one.url);
  return (await Promise.all(names.map(inside))).flat();
}"""
IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))"
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": []}


def failure(request) -> list[str]:
    """A failed request, unless it is one that we left behind by going to the next page."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


@pytest.mark.each_address
def test_a_visit_leaves_no_trace(site, browser, kinds, lang) -> None:
    with browser.new_context() as context:
        page, asked, heard = context.new_page(), [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: heard.extend(failure(request)))
        page.on(
            "response", lambda got: got.status > 399 and heard.append(f"{got.status} {got.url}")
        )
        for id_ in [id_ for id_, its in site.paths if its == lang] if ALL else kinds:
            page.goto(site.at(id_, lang))
            assert page.evaluate(KEPT, site.url) == NOTHING, id_
        keeps(page)
        assert {url.removeprefix(site.url) for url in page.evaluate(COPY, site.url)} <= {
            "?site", "?pages",
        }  # fmt: skip
        page.goto(site.at("notebooks", lang))
        expect(page.locator(".books > li")).to_have_count(1)
        page.goto(site.at("intention", lang))
        page.keyboard.press("/")
        page.keyboard.type("plan")
        result = page.locator(".search-results a").first
        address = result.evaluate("(one) => one.href")
        result.click()
        page.wait_for_url(address)
        page.evaluate(IDLE)
        assert heard == []
        assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
        assert page.evaluate(KEPT, site.url) == NOTHING
        page.goto(site.at("intention", lang))
        page.locator(".checklist [data-question]").first.check()
        page.evaluate(IDLE)
        kept = page.evaluate(KEPT, site.url)
        assert all(key.startswith("agir:") for key in kept["local"])
        assert kept | {"local": []} == NOTHING
        assert kept["local"]
        assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
        assert heard == []
        assert context.cookies() == []


@pytest.mark.each_address
def test_a_first_visit_asks_for_four_small_files_at_most(site, browser) -> None:
    with browser.unread() as context:
        page, sizes = context.new_page(), {}
        page.on(
            "response", lambda got: sizes.update({got.url.removeprefix(site.url): len(got.body())})
        )
        page.goto(site.at("common-agenda"))
        page.evaluate(IDLE)
    assert {name.partition(".")[0] for name in sizes} - {"conditions/vision-commune/"} <= {
        "assets/agir", "assets/agir-heading", "assets/favicon", "assets/offline", "sw",
    }  # fmt: skip
    assert sum(sizes.values()) < 110_000
