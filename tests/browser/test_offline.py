"""After one visit the whole site is there without a network, as it was built."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from agir.pages.pack import is_packed
from offline import keeps
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

DIGESTS = """async ([root, paths]) => {
  const two = (byte) => byte.toString(16).padStart(2, "0");
  const hex = (buffer) => Array.from(new Uint8Array(buffer), two);
  const found = await Promise.all(paths.map(async (path) => {
    const answer = await fetch(root + path.replace(/index\\.html$/, ""));
    const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
    return [path, [hex(digest).join(""), answer.headers.get("Content-Type").split(";")[0]]];
  }));
  return Object.fromEntries(found);
}"""
# The page asked to be told first: it was, before us.
IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))"
TYPES = {
    "html": "text/html", "js": "text/javascript", "json": "application/json",
    "svg": "image/svg+xml", "woff2": "font/woff2", "webmanifest": "application/manifest+json",
}  # fmt: skip


@pytest.fixture
def away(strict, person) -> Page:
    """A page of a device that visited one page, then lost its network."""
    page = person(width=360, height=740)
    page.goto(strict.at("intention"))
    keeps(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    return page


@pytest.mark.each_address
def test_pages_of_both_languages_open_search_finds_and_ticks_stay(strict, away, lang) -> None:
    for id_ in ("common-agenda", "tools", "notebooks"):
        away.goto(strict.at(id_, lang))
        expect(away.locator("html")).to_have_attribute("lang", f"{lang}-CA")
        expect(away.locator("h1")).to_be_visible()
    away.goto(strict.at("intention", lang))
    away.locator("[data-question]").first.check()
    away.keyboard.press("/")
    away.keyboard.type("confiance" if lang == "fr" else "trust")
    away.locator(".search-results a").first.click()
    away.wait_for_url(lambda url: url.partition("#")[0] != strict.at("intention", lang))
    expect(away.locator("h1")).to_be_visible()
    away.goto(strict.at("intention", lang))
    expect(away.locator("[data-question]").first).to_be_checked()


@pytest.mark.parametrize("id_", ["relationship-map", "what-should-last"])
def test_what_a_page_loads_when_it_is_used_is_there_too(strict, away, lang, id_) -> None:
    failed = []
    away.on("requestfailed", lambda request: failed.append(request.url))
    away.goto(strict.at(id_, lang))
    away.wait_for_load_state("networkidle")
    assert failed == []


def test_every_page_and_file_is_the_one_that_was_built(strict, away) -> None:
    expected = strict.read("manifest.json")["files"]
    paths = [path for path in expected if is_packed(path)]
    assert len(paths) > len(strict.paths)
    for path, (digest, kind) in away.evaluate(DIGESTS, [strict.url, paths]).items():
        assert digest == expected[path], path
        assert kind == TYPES[path.rpartition(".")[2]], path


def test_the_pack_and_the_worker_are_in_the_manifest(site) -> None:
    manifest = site.read("manifest.json")["files"]
    pack = next(path for path in manifest if path.startswith("assets/offline.") and "bin" in path)
    content = (site.folder / pack).read_bytes()
    assert hashlib.sha256(content).hexdigest() == manifest[pack]
    assert pack in (site.folder / "sw.js").read_text("utf-8")


def test_an_unknown_page_is_told_in_its_language(strict, device, label, lang) -> None:
    page = device.new_page()
    page.goto(strict.at("intention"))
    keeps(page)
    device.set_offline(True)
    answer = page.goto(f"{strict.url}{'en/' if lang == 'en' else ''}nowhere/")
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text(label("offline", lang))
    expect(page.locator("html")).to_have_attribute("lang", f"{lang}-CA")
    page.get_by_role("link", name=label("back_home", lang)).click()
    page.wait_for_url(strict.at("home", lang))


@pytest.mark.each_address
def test_an_address_without_its_last_stroke_leads_to_the_page(strict, away) -> None:
    away.goto(strict.at("common-agenda").rstrip("/"))
    assert away.url == strict.at("common-agenda")


def test_pages_of_the_copy_have_the_headers_of_the_host(strict, away) -> None:
    answer = away.goto(strict.at("tools"))
    assert answer.from_service_worker
    assert answer.header_value("content-security-policy").startswith("default-src 'none'")
    assert answer.header_value("referrer-policy") == "no-referrer"


def test_someone_who_saves_data_gets_no_copy(strict, person) -> None:
    page = person()
    page.add_init_script("Object.defineProperty(navigator.connection, 'saveData', {value: true})")
    page.goto(strict.at("home"))
    page.evaluate(IDLE)
    assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []
    assert page.evaluate("caches.keys()") == []
