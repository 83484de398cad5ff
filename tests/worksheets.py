"""What tests of worksheets share: a page whose table is being filled in, its cells, its rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

MATRIX, CHANGE, SORTING = "reinforcing-matrix", "theory-of-change", "sorting-what-lasts"
MAP = "relationship-map"


def visit(device: BrowserContext, address: str) -> Page:
    page = device.new_page()
    page.goto(address)
    return page


def begin(device: BrowserContext, address: str) -> Page:
    page = visit(device, address)
    page.locator("[name=fill]").first.click()
    expect(page.locator(".row").first).to_be_visible()
    return page


def cell(page: Page, row: int, column: str) -> Locator:
    return page.locator(".row").nth(row - 1).locator(f"[name={column}]")


def write(page: Page, row: int, column: str, text: str) -> None:
    field = cell(page, row, column)
    field.fill(text)
    field.blur()


def kept(page: Page) -> dict[str, str]:
    return dict(page.evaluate("Object.entries(localStorage)"))


def rows_kept(page: Page) -> list[dict[str, str]]:
    values = [json.loads(text) for key, text in kept(page).items() if "-rows." in key]
    found = [one["row"]["kept"][-1]["value"] for one in values if one["row"]["kept"]]
    return [row["cells"] for row in sorted(found, key=lambda row: row["order"])]
