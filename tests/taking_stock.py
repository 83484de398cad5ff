"""What tests of « Faire le point » share: known answers, giving them, reading what they show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Known answers: one condition is strong, one has answers far apart, one nobody knows.
GIVEN = {
    "point-agenda": "in-place",
    "point-agenda-same-change": "fully",
    "point-agenda-plain-words": "mostly",
    "point-agenda-parents": "mostly",
    "point-activities-who-does-what": "not-yet",
    "point-activities-adjusted": "not-yet",
    "point-activities-strengths": "fully",
    "point-activities-before-new": "fully",
    "point-learning-half-page": "unknown",
    "point-learning-what-failed": "a-little",
    "point-communication-absent": "a-little",
}


def choose(page: Page, name: str, value: str) -> None:
    """Give an answer; one that comes while the page wakes is taken up, if not at that instant."""
    radio = page.locator(f"input[name={name}][value={value}]")
    radio.click()
    expect(radio).to_be_checked()


def answer(page: Page, given: dict[str, str] = GIVEN) -> None:
    for name, value in given.items():
        choose(page, name, value)


def kept(page: Page, question: str) -> str:
    said = page.evaluate("(key) => localStorage.getItem(key)", f"agir:n1:{question}")
    return str(json.loads(said)["state"]["is"]) if said else ""


def rows(page: Page, table: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(f"{table} tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return found
