"""A part of the site in a frame of another: as high as what it holds, and nothing is touched."""

from __future__ import annotations

import re

import pytest
from axe import violations
from playwright.sync_api import expect

HOST = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Ailleurs</title></head>
<body><h1>Ailleurs</h1><p id="far">…</p>{}<p>Fin</p></body></html>"""
# What filters leave of a frame: FilterHtml of Drupal, as our page says to set it, and
# wp_filter_oembed_result of WordPress, which adds the sandbox.
LEFT = ("src", "title", "width", "height", "frameborder")
ADDED = {"Drupal": "", "WordPress": ' sandbox="allow-scripts" security="restricted"'}
HEIGHT = "document.documentElement.offsetHeight"
IS_AS_HIGH = "(high) => document.querySelector('iframe').height == high"
KEPT = "[localStorage.length, sessionStorage.length, document.cookie]"


@pytest.fixture
def host(serve, tmp_path):
    """`host(html)`: the address of a page of another origin that shows it."""

    def write(html: str) -> str:
        (tmp_path / "index.html").write_text(HOST.format(html), "utf-8")
        return serve(tmp_path)

    return write


@pytest.fixture
def snippet(strict, tab, lang):
    """`snippet(link, fitted=True)`: what is offered to paste for a link of a page."""

    def offered(link: str, *, fitted: bool = True, id_: str = "common-agenda") -> str:
        page = tab()
        page.goto(strict.at(id_, lang))
        page.locator(link).press("Enter")
        page.locator(".embedding > summary").click()
        page.locator("[name=fitted]").set_checked(fitted)
        text = page.locator(".sharing textarea").input_value()
        public = page.locator("link[rel=canonical]").get_attribute("href")
        public = public.removesuffix(strict.paths[id_, lang])
        origin, theirs = ("/".join(one.split("/")[:3]) for one in (strict.url, public))
        return text.replace(theirs, origin)

    return offered


def framed(page):
    expect(page.locator("iframe")).to_be_attached()
    page.locator("iframe").scroll_into_view_if_needed()
    frame = page.frames[1]
    frame.locator("main.embed").wait_for()
    return frame


@pytest.mark.each_address
def test_a_section_stands_in_another_site_and_touches_nothing_there(
    own, host, snippet, lang
) -> None:
    address = host("<div style='height:2000px'></div>" + snippet("#questions > .permalink"))
    own.goto(address)
    assert own.evaluate("scrollY") == 0
    frame = framed(own)
    expect(frame.locator("#questions")).to_be_visible()
    expect(frame.locator(".embed > .section:visible")).to_have_count(1)
    expect(frame.locator("html")).to_have_attribute("lang", f"{lang}-CA")
    expect(frame.locator("footer a").first).to_have_attribute("href", re.compile(r"^\.\./"))
    own.wait_for_function(IS_AS_HIGH, arg=frame.evaluate(HEIGHT))
    before = int(own.locator("iframe").get_attribute("height"))
    own.set_viewport_size({"width": 360, "height": 800})  # narrower, it is higher
    own.wait_for_function("(old) => document.querySelector('iframe').height > old", arg=before)
    own.wait_for_function(IS_AS_HIGH, arg=frame.evaluate(HEIGHT))
    box = frame.locator("[data-question]").first
    box.check()
    assert frame.evaluate(KEPT) == own.evaluate(KEPT) == [0, 0, ""]
    own.reload()
    expect(framed(own).locator("[data-question]").first).not_to_be_checked()


@pytest.mark.parametrize("way", ADDED)
def test_what_editors_leave_of_a_frame_is_enough(own, host, snippet, way) -> None:
    frame = snippet("a.cite", fitted=False, id_="steps")
    tag, rest = frame.split(">", 1)
    attributes = dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
    assert set(LEFT) <= set(attributes)
    assert "script" not in rest
    left = " ".join(f'{name}="{attributes[name]}"' for name in LEFT)
    own.goto(host(f"<iframe {left}{ADDED[way]}></iframe>"))
    shown = framed(own)
    expect(shown.locator(".cycle")).to_be_visible()
    assert own.locator("iframe").get_attribute("height") == "600"


def test_only_the_pages_for_a_frame_may_stand_in_one(strict, page, host, lang) -> None:
    whole = strict.at("common-agenda", lang)
    page.goto(host(f'<iframe src="{whole}" title="x"></iframe>'))
    page.wait_for_load_state("networkidle")
    assert page.frames[1].url.startswith("chrome-error:")


@pytest.mark.parametrize(
    "part", ["en/embed/cycle/", "integrer/common-agenda/#questions", "en/embed/relationship-map/"]
)
def test_axe_finds_nothing_in_what_is_embedded(site, page, part) -> None:
    page.goto(site.url + part)
    assert violations(page, 320, 1280) == []
