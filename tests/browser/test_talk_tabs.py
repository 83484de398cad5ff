"""What several tabs, or a store that refuses, do to what a group ticks and writes: no harm."""

from __future__ import annotations

import json

import pytest
from devices import NO_PAUSES
from playwright.sync_api import expect
from talk import OTHER, QUESTION, box, kept, row, visit, write

BLOCKED = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
CLOSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"  # noqa: E501


def test_two_tabs_show_what_either_keeps(site, device) -> None:
    one, other = (visit(device, site.at("intention", lang)) for lang in ("fr", "en"))
    box(one).check()
    write(other, "From the other tab", OTHER)
    expect(box(other)).to_be_checked()
    expect(row(one, OTHER).locator("textarea")).to_have_value("From the other tab")


def test_two_tabs_that_write_in_one_answer_keep_both(site, device) -> None:
    device.add_init_script(NO_PAUSES)
    one, other = (visit(device, site.at("intention")) for _ in range(2))
    for page, text in ((one, "Ici"), (other, "Là-bas")):
        row(page).locator("summary").click()
        row(page).locator("textarea").evaluate("(area, text) => { area.value = text }", text)
    # Both write before either hears of the other.
    for page in (one, other):
        row(page).locator("textarea").dispatch_event("input")
    for page in (one, other):
        row(page).locator("textarea").dispatch_event("change")
    both = "(n) => JSON.parse(localStorage['agir:n1:intention-for-whom']).note.kept.length === n"
    for page in (one, other):
        page.wait_for_function(both, arg=2)
    answer = json.loads(kept(one)[f"agir:n1:{QUESTION}"])
    assert {item["value"] for item in answer["note"]["kept"]} == {"Ici", "Là-bas"}


def test_what_a_tab_wrote_over_unknowingly_comes_back(site, device) -> None:
    page = visit(device, site.at("intention"))
    write(page, "Ici")
    # What a tab in another process does, which has not heard of « Ici » yet.
    there = {"kept": [{"by": "wx", "n": 1, "at": 1, "value": "Là-bas"}], "seen": {"wx": 1}}
    other = device.new_page()
    other.goto(site.at("about"))
    over = "(text) => localStorage.setItem('agir:n1:intention-for-whom', text)"
    other.evaluate(over, json.dumps({"v": 1, "note": there}))
    page.wait_for_function(
        "() => JSON.parse(localStorage['agir:n1:intention-for-whom']).note.kept.length > 1"
    )
    answer = json.loads(kept(page)[f"agir:n1:{QUESTION}"])
    assert {item["value"] for item in answer["note"]["kept"]} == {"Ici", "Là-bas"}


def test_two_tabs_a_thousand_toggles_each_lose_nothing(site, device) -> None:
    tabs = [visit(device, site.at("intention")) for _ in range(2)]
    toggle = """(odd) => {
      const all = [...document.querySelectorAll("[data-question]")];
      const boxes = all.filter((_, i) => i % 2 === odd);
      window.done = (async () => {
        for (let i = 0; i < 1000; i += 1) {
          boxes[Math.floor(Math.random() * boxes.length)].click();
          if (i % 20 === 0) await new Promise((later) => setTimeout(later));
        }
        return boxes.map((box) => [box.dataset.question, box.checked]);
      })();
    }"""
    for odd, page in enumerate(tabs):
        page.evaluate(toggle, odd)  # both run at once
    expected = [pair for page in tabs for pair in page.evaluate("window.done")]
    for page in (*tabs, visit(device, site.at("intention"))):
        for question, checked in expected:
            expect(box(page, question)).to_be_checked(checked=checked)


@pytest.mark.parametrize("broken", [BLOCKED, CLOSED], ids=["full", "closed to us"])
def test_without_a_store_ticking_goes_on_and_one_message_says_so(
    site, device, lang, label, broken
) -> None:
    device.add_init_script(broken)
    page = visit(device, site.at("intention", lang))
    box(page).check()
    write(page, "Encore là", OTHER)
    box(page, OTHER).check()
    expect(box(page)).to_be_checked()
    expect(row(page, OTHER).locator("textarea")).to_have_value("Encore là")
    expect(page.locator("agir-checklist [role=status]")).to_have_text(label("talk_unsaved", lang))


@pytest.mark.parametrize("broken", ["{", "[]", '"x"', '{"v":"1"}', "null"])
def test_what_cannot_be_read_is_set_aside_not_written_over(site, device, broken) -> None:
    page = visit(device, site.at("intention"))
    page.evaluate("(text) => localStorage.setItem('agir:n1:intention-for-whom', text)", broken)
    page.reload()
    expect(box(page)).not_to_be_checked()
    box(page).check()
    page.reload()
    expect(box(page)).to_be_checked()
    assert broken in kept(page).values()
