"""Copies and links by keyboard alone, at 320 px, and under axe."""

from __future__ import annotations

import pytest
from axe import violations
from notebooks import ANSWERS, answers_in, device, file, kept, link, received, seed, shared
from playwright.sync_api import expect

FOCUSED = """() => {
  const one = document.activeElement;
  return (one.labels?.[0] ?? one).innerText.trim();
}"""


@pytest.fixture
def address(strict, lang) -> str:
    return strict.at("notebooks", lang)


def test_a_link_is_made_and_opened_by_keyboard_alone(person, address, word) -> None:
    page = person()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seed(page, address, device())
    expect(page.locator("#keep [name=share]")).to_be_visible()

    def tab_to(name: str, key: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate(FOCUSED) == word(name):
                page.keyboard.press(key)
                return
        pytest.fail(f"{name} was not reached by Tab")

    tab_to("share_open", "Enter")
    expect(page.locator("dialog.share")).to_be_visible()
    tab_to("share_notes", "Space")
    tab_to("share_names", "Space")
    tab_to("share_copy", "Enter")
    expect(page.locator(".copied")).to_have_text(word("copy_copied"))
    page.keyboard.press("Escape")
    expect(page.locator("#keep [name=share]")).to_be_focused()

    other = person()
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    look = received(other).get_by_role("button", name=word("received_look"))
    expect(look).to_be_focused()
    other.keyboard.press("Enter")
    expect(other.locator(".look")).to_contain_text("Zoé Tremblay")
    other.keyboard.press("Tab")
    other.keyboard.press("Enter")
    expect(other.locator("dialog.received .close")).to_be_focused()
    other.keyboard.press("Enter")
    expect(other.locator("dialog.received")).not_to_be_visible()
    assert answers_in(other, kept(other)["agir:open"]) == ANSWERS


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("shown", ["page", "share", "received"])
def test_axe_finds_nothing_and_nothing_goes_past_the_edge(
    person, address, word, width, shown
) -> None:
    page = person(width)
    seed(page, address, device())
    expect(page.locator("#keep .note")).to_be_visible()
    page.locator("#keep details > summary").click()
    if shown == "share":
        shared(page).get_by_label(word("share_notes")).check()
    if shown == "received":
        page.goto(address + link(file()))
        received(page).locator("[name=look]").click()
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= width
    inside = "(one) => one.scrollWidth - one.clientWidth"
    assert [one.evaluate(inside) for one in page.locator("dialog[open]").all()] in ([], [0])
    assert violations(page) == []
