"""axe with every rule on what notebooks show in each of their states, and what fingers must hit.

Each state is looked at in the light and the dark, in one language and at one width by turns;
`ALL=1` has them all looked at in both languages and at both widths.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from axe import violations
from notebooks import ANSWERS, device, file, link, received, seed, shared, text
from playwright.sync_api import expect
from taking_stock import answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

LANGS, WIDTHS = ("fr", "en"), (320, 1280)
TWO = text("Élus et parents")
TWO["kept"].append({"by": "wab2", "n": 1, "at": 1_790_000_500_000, "value": "Nous tous"})
CONFLICT = device(ANSWERS | {"intention-for-whom": ANSWERS["intention-for-whom"] | {"note": TWO}})
ROW = text({"order": "n", "cells": {"reinforcing-matrix-goal": "Lire"}})
OTHER = {"order": "n", "cells": {"reinforcing-matrix-goal": "Conter"}}
ROW["kept"].append(ROW["kept"][0] | {"by": "wab2", "value": OTHER})
ROWS = device({"reinforcing-matrix-rows.r1": {"v": 1, "row": ROW}})
CARD = {"relationship-map-activity": "Halte", "relationship-map-area": "relationship-map-area-play"}
CARDS = device({"relationship-map-cards.r1": {"v": 1, "row": text({"order": "n", "cells": CARD})}})
SMALL = """() => [...document.querySelectorAll(
    "button, select, summary, input:not([type=radio]), textarea, label:has(> [type=radio])"
  )].filter((one) => one.checkVisibility() && !one.closest("label:not(:has(> [type=radio]))"))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && Math.min(width, height) < 24)
  .map(([one]) => one.outerHTML)"""


def answered(page: Page) -> None:
    """A question ticked, its answer open, and what is under « Plus »."""
    expect(page.locator("#intention-for-whom select")).to_be_visible()  # what is kept is shown
    page.locator("#c-intention-for-whom").check()
    page.locator("#intention-for-whom summary").click()
    page.locator(".talk-tools summary").click()
    label = page.locator("#intention-for-whom > label")
    style = "(one) => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).opacity]"
    assert label.evaluate(style) == ["none", "1"]  # what is done stays as legible as the rest


def refused(page: Page) -> None:
    """A device that keeps nothing."""
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    first_tick(page)


def first_tick(page: Page) -> None:
    answered(page)
    expect(page.locator("agir-checklist > [role=status]")).not_to_be_empty()


def two(page: Page) -> None:
    answered(page)
    expect(page.locator(".versions")).to_be_visible()


def open_all(page: Page) -> None:
    expect(page.locator(".books > li").first).to_be_visible()
    page.locator("main details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")


def deleted(page: Page) -> None:
    page.locator(".books [name=delete]").click()
    expect(page.locator(".taken .note")).to_be_visible()


def sharing(page: Page) -> None:
    shared(page).locator("[name=notes]").check()
    expect(page.locator("dialog.share .qr svg")).to_be_visible()


def looking(page: Page) -> None:
    received(page).locator("[name=look]").click()


def wrong_file(page: Page) -> None:
    wrong = {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}
    expect(page.locator("#keep [type=file]")).to_be_visible()
    page.locator("#keep [type=file]").set_input_files(wrong)
    received(page)


def planned(page: Page) -> None:
    page.locator("[name=own]").fill("Pause")
    page.locator("form.add button").click()
    expect(page.locator(".agenda td").first).to_be_visible()


def taken_stock(page: Page) -> None:
    answer(page)
    page.locator("[name=keep]").click()
    answer(page, {"point-agenda-parents": "not-yet"})
    page.locator("[name=then]").select_option(index=1)
    page.locator("details.radar summary").click()
    expect(page.locator("details.radar svg")).to_be_visible()


def sorted_out(page: Page) -> None:
    answer(page, {"point-cause": "keep", "point-partnership": "hand-over"})
    expect(page.locator("#results .said")).not_to_be_empty()


def filled(page: Page) -> None:
    expect(page.locator("tbody.row").first).to_be_visible()


def started(page: Page) -> None:
    page.locator("[name=ready]").last.click()
    page.locator(".adding summary").click()
    page.locator("[name=find]").fill("vision")
    page.locator("[name=share]").click()
    expect(page.locator(".sending svg")).to_be_visible()


def on_the_wall(page: Page) -> None:
    page.locator("[name=project]").click()
    expect(page.locator(".says > p").first).to_be_visible()
    for _ in range(3):  # past the arrival and the opening: the moments of a sheet, its time
        page.keyboard.press("PageDown")
    expect(page.locator(".says b")).to_have_count(5)


def a_section_on_the_wall(page: Page) -> None:
    page.locator(".talk-tools summary").click()
    page.locator(".pieces select").select_option("common-agenda-signs")
    page.locator(".pieces [name=project]").click()
    expect(page.locator(".projection .code svg")).to_be_visible()


def mapped(page: Page) -> None:
    expect(page.locator(".board [data-row]")).to_be_visible()


# What is open: the page, what the device keeps, the end of the address, and what is done there.
STATES: dict[str, tuple[str, dict[str, Any], str, Callable[[Page], object]]] = {
    "a checklist in use": ("intention", {}, "", first_tick),
    "two versions of a note": ("intention", CONFLICT, "", two),
    "nothing is kept": ("intention", {}, "", refused),
    "no notebook yet": ("notebooks", {}, "", open_all),
    "a full notebook": ("notebooks", device(), "", open_all),
    "portraits and rows": ("notebooks", ROWS | CARDS, "", open_all),
    "a notebook deleted": ("notebooks", device(), "", deleted),
    "a link made": ("notebooks", device(), "", sharing),
    "a link opened": ("notebooks", device(), link(file()), looking),
    "a damaged link": ("notebooks", {}, "#carnet=x", lambda page: received(page).focus()),
    "a file refused": ("notebooks", device(), "", wrong_file),
    "an agenda": ("notebooks", device(), "", planned),
    "results compared": ("five-conditions", {}, "", taken_stock),
    "what should last": ("what-should-last", {}, "", sorted_out),
    "a row written twice": ("reinforcing-matrix", ROWS, "", filled),
    "a workshop": ("workshop", {}, "", started),
    "a workshop sent": (
        "workshop",
        {},
        "#carnet=x",
        lambda page: expect(page.locator(".sent")).to_be_visible(),
    ),
    "a workshop on the wall": ("workshop", {}, "#ready-good-start", on_the_wall),
    "a ready workshop": (
        "good-start",
        {},
        "",
        lambda page: expect(page.locator(".moments")).to_be_visible(),
    ),
    "a section on the wall": ("common-agenda", {}, "", a_section_on_the_wall),
    "a relationship map": ("relationship-map", CARDS, "", mapped),
}
EVERY = [(name, lang, width) for name in STATES for lang in LANGS for width in WIDTHS]
# Each state once, the four ways by turns: each way is seen with some five states.
TURNS = [(name, LANGS[i % 2], WIDTHS[i // 2 % 2]) for i, name in enumerate(STATES)]


@pytest.mark.parametrize(("state", "lang", "width"), EVERY if os.environ.get("ALL") else TURNS)
def test_axe_finds_nothing_in_any_state(publish, fresh, state, lang, width) -> None:
    id_, kept, then, act = STATES[state]
    site = publish("root")
    fresh.set_viewport_size({"width": width, "height": 800})
    seed(fresh, site.at(id_, lang), kept)
    if then:
        fresh.goto("about:blank")
        fresh.goto(site.at(id_, lang, then))
    act(fresh)
    assert fresh.evaluate("document.documentElement.scrollWidth") <= width
    assert fresh.evaluate(SMALL) == []
    assert violations(fresh) == []
