"""What tests of « Faire le point » share: known answers, giving them, reading what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept import wait_for_state
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


def keeps(page: Page, question: str, state: str) -> None:
    """Wait until the device keeps this of a question: at once, unless the page is still waking."""
    wait_for_state(page, f"agir:n1:{question}", state)


def rows(page: Page, table: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(f"{table} tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return found
