"""A first visit to each page: what it costs, and what it leaves behind, which is nothing.

Bytes are those that came over the wire, heads included, once the page is loaded and idle. What a
service worker fetches for later is not the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.judging import Bar, Finding, counted
from audit.tools import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Response

    from audit.judging import Page, Site

WEIGHT = Bar("kB", 14, of_lists=30)
WITH_FONTS = Bar("+fonts", 40, of_lists=55)
FILES = Bar("files", 5)
TRACES = Bar("traces")  # cookies, stores, other sites, failures, words in the console
BARS = (WEIGHT, WITH_FONTS, FILES, TRACES)
_KB = 1000
_ERRORS = 400
_IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))"
_KEPT = """async () => [
  ...document.cookie.split("; ").filter(Boolean).map((name) => `cookie ${name}`),
  ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
  ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
  ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
]"""


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page, each visited in a profile of its own."""
    with browser() as chromium:
        for page in site.pages:
            yield from _visit(chromium, site, page)


def _visit(chromium: Browser, site: Site, page: Page) -> Iterator[Finding]:
    asked: dict[str, str] = {}
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    heard: list[str] = []

    def sent(event: dict[str, Any]) -> None:
        asked[event["requestId"]] = event["request"]["url"]

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def loaded(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = event["encodedDataLength"] / _KB

    with chromium.new_context() as context:
        tab = context.new_page()
        wire = context.new_cdp_session(tab)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", sent)
        wire.on("Network.responseReceived", answered)
        wire.on("Network.loadingFinished", loaded)
        tab.on("console", lambda message: heard.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: heard.append(f"console: {error}"))
        tab.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
        tab.on("response", lambda got: heard.extend(_refused(got)))
        tab.goto(site.address(page))
        tab.evaluate(_IDLE)
        kept = tab.evaluate(_KEPT) + [f"cookie {one}" for one in context.cookies()]
    urls = [url for url in asked.values() if not url.startswith("data:")]
    elsewhere = [f"elsewhere: {url}" for url in urls if not url.startswith(site.url)]
    names = tuple(
        f"{size:.1f} kB  {asked[id_].removeprefix(site.url)}"
        for id_, size in sorted(sizes.items(), key=lambda one: -one[1])
    )
    plain = sum(size for id_, size in sizes.items() if kinds.get(id_) != "Font")
    yield Finding(page.path, WEIGHT.name, round(plain, 1), names)
    yield Finding(page.path, WITH_FONTS.name, round(sum(sizes.values()), 1), names)
    yield Finding(page.path, FILES.name, len(urls), names)
    yield counted(page.path, TRACES, [*heard, *elsewhere, *kept])


def _refused(answer: Response) -> list[str]:
    return [f"{answer.status}: {answer.url}"] if answer.status >= _ERRORS else []
