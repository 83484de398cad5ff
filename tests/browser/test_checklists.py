"""Checklists: native boxes that anybody can tick, see and print."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BOX = "#c-intention-for-whom"
ROW = "#intention-for-whom"
DIFFERENCE = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
  }));
  let different = 0;
  for (let i = 0; i < one.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs(one[i + k] - other[i + k]) > 40)) different += 1;
  return different;
}"""


def pixels_that_change(page: Page, shown: Locator, change: str) -> int:
    """How many pixels of an element a script clearly changes, once the page changes no more."""
    expect(page.locator(f"{ROW} select")).to_be_attached()
    before = shown.screenshot()
    page.evaluate(change)
    pictures = [base64.b64encode(one).decode() for one in (before, shown.screenshot())]
    return int(page.evaluate(DIFFERENCE, pictures))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_box_ticks_by_mouse_keyboard_and_label(site, tab, lang, scripts) -> None:
    page = tab(java_script_enabled=scripts)
    page.goto(site.at("intention", lang))
    box, label = page.locator(BOX), page.locator(f"{ROW} > label")
    expect(box).not_to_be_checked()
    box.click()
    expect(box).to_be_checked()
    box.press("Space")
    expect(box).not_to_be_checked()
    label.click()
    expect(box).to_be_checked()


def test_a_box_ticks_by_a_finger(site, phone) -> None:
    phone.goto(site.at("intention"))
    phone.locator(f"{ROW} > label").tap()
    expect(phone.locator(BOX)).to_be_checked()


def test_every_box_is_named_by_its_question(site, page, lang) -> None:
    page.goto(site.at("intention", lang))
    boxes = page.locator("[data-question]").all()
    assert boxes
    for box in boxes:
        name = page.locator(f"label[for={box.get_attribute('id')}]").inner_text()
        expect(box).to_have_accessible_name(" ".join(name.split()))
        assert box.evaluate("(one) => getComputedStyle(one).appearance") == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_a_ticked_box_looks_different(site, tab, scheme) -> None:
    page = tab(forced_colors="active", color_scheme=scheme)
    page.goto(site.at("intention"))
    tick = f"document.querySelector('{BOX}').checked = true"
    assert pixels_that_change(page, page.locator(BOX), tick) > 50


def test_ticked_and_unticked_boxes_print_differently(site, page) -> None:
    page.goto(site.at("intention"))
    row = page.locator(ROW)
    expect(row.locator("select")).to_be_visible()
    page.emulate_media(media="print")
    tick = f"document.querySelector('{BOX}').checked = true"
    assert pixels_that_change(page, row, tick) > 20
    shown = "(label) => getComputedStyle(label, '::before').content"
    boxes = page.locator(".checklist > li > label")
    printed = {boxes.nth(i).evaluate(shown).strip('" ') for i in range(boxes.count())}
    assert printed == {"☑", "☐"}
