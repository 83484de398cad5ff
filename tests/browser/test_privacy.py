"""A visit leaves no trace before the first tick, and that one only on the device: no failure."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))"
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0}


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
        for kind in kinds:
            page.goto(site.at(kind, lang))
        assert page.evaluate(KEPT) == NOTHING
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
        assert page.evaluate(KEPT) == NOTHING
        page.goto(site.at("intention", lang))
        page.locator(".checklist [data-question]").first.check()
        page.evaluate(IDLE)
        kept = page.evaluate(KEPT)
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
        "assets/agir", "assets/agir-heading", "assets/favicon",
    }  # fmt: skip
    assert sum(sizes.values()) < 110_000
