"""The site under the headers that it asks for: nothing it needs is refused by a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from agir.pages.rendering import load, render
from agir.pages.site import Settings
from playwright.sync_api import Error, expect
from project import copy_project
from turns import ADDRESSES

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOVED = "addresses: [{old: /ancien/lieu/, to: intention}]\nids: []\n"
REFUSED = """() => {
  window.refused = [];
  addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
}"""

FONTS = "Promise.all([...document.fonts].map((font) => font.load())).then((all) => all.length)"


@pytest.fixture(scope="module", params=ADDRESSES)
def strict(request, tmp_path_factory, serve) -> tuple[str, dict[tuple[str, str], str]]:
    """A site with an address that moved, behind a server that reads its `_headers`."""
    url = ADDRESSES[request.param]
    folder = tmp_path_factory.mktemp("strict")
    copy_project(folder)
    (folder / "data/moved.yml").write_text(MOVED, "utf-8")
    site = load(folder, Settings(url))
    for path, content in render(site):
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    paths = {(page.id, page.lang): page.path for page in site.all_pages}
    return serve(folder / "site", urlsplit(url).path, headers=True), paths


@pytest.fixture
def watched(open_page) -> Page:
    """A page that keeps what its browser refuses, and what it says in the console."""
    page = open_page()
    page.heard = []
    page.add_init_script(f"({REFUSED})()")
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    return page


def refused(page: Page) -> list[str]:
    return page.evaluate("window.refused") + page.heard


def test_a_browser_refuses_nothing_on_a_page_of_each_kind(strict, watched, kinds, lang) -> None:
    root, paths = strict
    for kind in kinds:
        answer = watched.goto(root + paths[kind, lang])
        assert "'unsafe" not in answer.headers["content-security-policy"]
        assert watched.evaluate(FONTS), kind
        assert watched.locator("body").evaluate("(one) => getComputedStyle(one).margin") == "0px"
        assert refused(watched) == [], kind


@pytest.mark.each_address
def test_search_works_and_closes(strict, watched, lang) -> None:
    root, paths = strict
    watched.goto(root + paths["evaluation", lang])
    watched.keyboard.press("/")
    watched.keyboard.type("plan")
    expect(watched.locator(".search-results a").first).to_be_visible()
    watched.locator("#search form button").click()
    expect(watched.locator("#search")).to_be_hidden()
    assert refused(watched) == []


def test_the_finder_and_the_bubbles_of_terms_work(strict, watched, lang) -> None:
    root, paths = strict
    watched.goto(root + paths["tools", lang])
    shown = watched.locator(".results > li:visible")
    before = shown.count()
    watched.select_option("form.finder [name=step]", "evaluation")
    expect(shown).not_to_have_count(before)
    watched.reload()
    expect(shown).not_to_have_count(before)
    watched.goto(root + paths["evaluation", lang])
    watched.locator("button.term").first.focus()
    watched.keyboard.press("Enter")
    expect(watched.locator("[popover]:popover-open")).to_be_visible()
    assert refused(watched) == []


@pytest.mark.each_address
def test_a_lost_address_has_its_page_and_its_style(strict, watched) -> None:
    root, _paths = strict
    assert watched.goto(f"{root}nulle/part/").status == 404
    assert watched.locator("body").evaluate("(one) => getComputedStyle(one).margin") == "0px"
    assert [said for said in refused(watched) if "404" not in said] == []


@pytest.mark.each_address
def test_an_address_that_moved_leads_on(strict, watched) -> None:
    root, paths = strict
    watched.goto(f"{root}ancien/lieu/#intention-why")
    watched.wait_for_url(f"{root}{paths['intention', 'fr']}#intention-why")
    assert refused(watched) == []


def test_no_other_policy_of_trusted_types_is_made(strict, site, watched) -> None:
    make = "trustedTypes.createPolicy('other', { createHTML: (text) => text })"
    for address in (strict[0] + strict[1]["about", "fr"], site.at("about")):  # headers, then none
        watched.goto(address)
        with pytest.raises(Error, match='Policy "other" disallowed'):
            watched.evaluate(make)


EVIL = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><i style='margin:0'></i>"


def test_what_came_in_with_the_content_would_not_run(strict, watched) -> None:
    root, paths = strict

    def spoil(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{EVIL}</main>"))

    watched.route("**/a-propos/", spoil)
    watched.goto(root + paths["about", "fr"])
    # Each is refused twice: by the header, and by the policy that the page carries itself.
    watched.wait_for_function("() => window.refused.length >= 6")
    assert watched.evaluate("window.ran") is None
    directives = [said.partition(":")[0] for said in watched.evaluate("window.refused")]
    assert sorted(directives) == [
        *("script-src-attr", "script-src-attr"),
        *("script-src-elem", "script-src-elem"),
        *("style-src-attr", "style-src-attr"),
    ]
