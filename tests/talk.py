"""The checklists as visitors have them: a question, its box, its answer, what the device keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

QUESTION = "intention-for-whom"
OTHER = "intention-one-sentence"
TALKED = '"is":"talked"'


def visit(device: BrowserContext, address: str) -> Page:
    page = device.new_page()
    page.goto(address)
    expect(page.locator("agir-checklist select").first).to_be_attached()
    return page


def row(page: Page, question: str = QUESTION) -> Locator:
    return page.locator(f"#{question}")


def box(page: Page, question: str = QUESTION) -> Locator:
    return page.locator(f"#c-{question}")


def write(page: Page, text: str, question: str = QUESTION, field: str = "note") -> None:
    answer = row(page, question).locator(".answer")
    if answer.get_attribute("open") is None:
        answer.locator("summary").click()
    answer.locator(f"[name={field}]").fill(text)
    answer.locator(f"[name={field}]").blur()


def kept(page: Page) -> dict[str, str]:
    return dict(page.evaluate("Object.entries(localStorage)"))


def is_talked(page: Page, question: str = QUESTION) -> bool:
    return TALKED in kept(page).get(f"agir:n1:{question}", "")


def keeps(page: Page, question: str = QUESTION) -> None:
    """Wait until the device keeps that a question was talked about."""
    page.wait_for_function(
        "([key, said]) => localStorage.getItem(key)?.includes(said)",
        arg=[f"agir:n1:{question}", TALKED],
    )
