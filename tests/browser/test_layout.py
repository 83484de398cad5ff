"""On any screen: nothing sticks out, everything is large enough to hit, the focus is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

# WCAG 1.4.12: what a reader may set without losing anything.
TEXT_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""
UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""
# What scrolls in a box of its own, such as a wide table, may be wider than the screen.
STICKING_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll("body *")].filter((one) =>
    one.checkVisibility() && one.getBoundingClientRect().right > wide + 1
    && !one.closest(".table-scroll, .visually-hidden, dialog, [popover]"));
  return document.documentElement.scrollWidth > wide
    ? out.map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).concat("the page scrolls sideways")
    : out.map((one) => one.outerHTML.slice(0, 120)).slice(0, 5);
}"""
# A link or button in a sentence takes the height of its line; a card is hit as a whole.
SMALL_TARGETS = """() => {
  const inSentence = (one) => {
    const block = one.closest("p, li, dd, dt, td, figcaption, label, caption, blockquote");
    if (!block || one.matches("input, summary")) return false;
    const clone = block.cloneNode(true);
    for (const other of clone.querySelectorAll("a, button, ul, ol, .muted, .tag")) other.remove();
    return /\\p{L}/u.test(clone.textContent);
  };
  const target = (one) =>
    getComputedStyle(one, "::after").position === "absolute" ? one.closest(".card") : one;
  return [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((one) => one.checkVisibility() && !one.closest(".skip") && !inSentence(one))
    .map((one) => [one, target(one).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([one, box]) => `${box.width | 0}x${box.height | 0} ${one.outerHTML.slice(0, 120)}`);
}"""
# What lies over the middle of what has focus is of it or around it: no header, no dialog. A bubble
# closes a moment after its word lost focus, which other tests see to.
UNSEEN_FOCUS = """() => {
  const faults = [];
  const stops = "a[href], button, input, select, summary, textarea, [tabindex='0']";
  const isCovered = (one) => {
    const { left, top, right, bottom } = one.getClientRects()[0];  // a link may take two lines
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const over = document.elementFromPoint(
      middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    return !one.contains(over) && !over?.contains(one) && !over?.closest("[popover]");
  };
  for (const one of document.querySelectorAll(stops)) {
    one.focus();
    // A bubble waits for its word to have focus, which other tests see to.
    if (document.activeElement !== one || one.closest("[popover]")) continue;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const seen = box.width && box.height && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight && style.opacity > 0.9;
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const isUnder = box.width && isCovered(one);
    const said = [!seen && "unseen", !outlined && "no outline", isUnder && "covered"];
    if (said.some(Boolean)) faults.push(`${said.filter(Boolean)} ${one.outerHTML.slice(0, 120)}`);
  }
  document.activeElement.blur();
  return faults;
}"""
# The policy of a page refuses a <style> that it does not name, but no sheet that a script makes.
RESTYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""


def restyle(page: Page, css: str) -> None:
    """Add a style as a reader does who sets their own; it comes after those of the page."""
    page.evaluate(RESTYLE, css)


def test_nothing_sticks_out_on_any_screen(site, page, kind, lang) -> None:
    page.goto(site.at(kind, lang))
    for width in (1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(STICKING_OUT) == [], f"{width} px"
    page.evaluate(UNFOLD)
    assert page.evaluate(STICKING_OUT) == [], "unfolded"
    restyle(page, TEXT_SPACING)
    assert page.evaluate(STICKING_OUT) == [], "with text spacing"


def test_text_may_be_twice_as_large(site, page, kind) -> None:
    page.goto(site.at(kind))
    restyle(page, "html { font-size: 200% }")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate(STICKING_OUT) == []


def test_what_can_be_touched_is_large_enough(site, page, kind, lang) -> None:
    page.goto(site.at(kind, lang))
    page.evaluate(UNFOLD)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL_TARGETS) == [], f"{width} px"


def test_the_focus_is_always_seen(site, page, kind, lang) -> None:
    page.goto(site.at(kind, lang))
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN_FOCUS) == [], f"{width} px"


# 1280 by 1024 at 400 % (WCAG 1.4.10).
ENLARGED = {"width": 320, "height": 256}


def test_search_can_be_used_enlarged_four_times(site, tab, lang) -> None:
    page = tab(**ENLARGED)
    page.goto(site.at("home", lang))
    page.keyboard.press("/")
    page.keyboard.type("plan")
    results = page.locator(".search-results a")
    expect(results.first).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_be_in_viewport()
        if page.evaluate("document.activeElement.matches('.search-results a')"):
            break
    expect(page.locator(".search-results a:focus")).to_have_count(1)
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= ENLARGED["width"]


def test_the_menu_can_be_used_enlarged_four_times(site, tab, lang) -> None:
    page = tab(**ENLARGED)
    page.goto(site.at("home", lang))
    page.locator(".menu summary").press("Enter")
    for link in page.locator(".menu a").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport(ratio=0.9)


MOVING = """() => {
  const parts = [...document.querySelectorAll("*")].flatMap((one) =>
    ["", "::before", "::after"].map((part) => [one, getComputedStyle(one, part)]));
  const slow = parts.filter(([, { transitionDuration, scrollBehavior }]) =>
    parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth");
  const running = document.getAnimations().filter((one) => one.timeline === document.timeline);
  return [...slow.map(([one]) => one.outerHTML.slice(0, 120)), ...running.map(String)];
}"""


def test_nothing_moves_for_who_wants_no_motion(site, tab, kind) -> None:
    page = tab(reduced_motion="reduce")
    page.goto(site.at(kind))
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_goes_through_a_page_from_top_to_end(site, page, lang, width) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at("home", lang))
    last = page.locator(".footer a").last
    for _ in range(90):
        page.keyboard.press("Tab")
        if last.evaluate("(one) => one === document.activeElement"):
            break
        expect(page.locator(":focus")).to_be_in_viewport()
    expect(last).to_be_focused()


# WCAG 1.4.8, whatever the font of the device: a width of the text by the mean width of its letters.
LONG_LINES = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const letters = (one) => {
    const { fontSize, fontFamily } = getComputedStyle(one);
    pen.font = `${fontSize} ${fontFamily}`;
    const wide = pen.measureText(one.textContent).width / one.textContent.length;
    return one.getBoundingClientRect().width / wide;
  };
  return [...document.querySelectorAll(".prose > p")]
    .filter((one) => one.checkVisibility() && one.textContent.length > 90 && letters(one) > 81)
    .map((one) => `${letters(one) | 0} ${one.outerHTML.slice(0, 120)}`);
}"""


@pytest.mark.parametrize("width", [768, 1920])
def test_a_line_of_text_is_not_too_long_to_read(site, page, kind, width) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at(kind))
    page.evaluate(UNFOLD)
    assert page.evaluate(LONG_LINES) == []
