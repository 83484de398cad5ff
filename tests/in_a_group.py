"""What tests of « Faire le point en groupe » share: people who answer, a room that counts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

ANSWERS = ("not-yet", "a-little", "mostly", "fully")
CODES = (*ANSWERS, "unknown")
SHORT = "ten-minutes"
# As a phone makes them, from the built files: [[id, code]…] of each person -> the links.
_LINKS = """async ([folder, ballot, asked, portrait, people]) => {
  const [{ toLetters, MARK, freshChance }, { askedIn }] = await Promise.all(
    [ballot, asked].map((file) => import(new URL(folder + file, location.href))));
  const { form } = askedIn(document.querySelector(".group"), portrait);
  return people.map((said) => location.origin + location.pathname + MARK +
    toLetters(form, new Map(said), freshChance()));
}"""
_STATEMENTS = """(id) => Array.from(
  document.querySelector(`template[data-name="${id}"]`).content.querySelectorAll("ol > li"),
  (one) => one.dataset.id)"""


def awake(page: Page) -> None:
    """Wait for what the views show, which comes at the first sign of somebody."""
    page.keyboard.press("Shift")
    page.locator("template[data-name=names]").wait_for(state="attached")


def lead(page: Page, site: Any, lang: str = "fr", portrait: str = SHORT) -> None:
    """Open a room on a page."""
    page.goto(site.at("group", lang))
    page.locator(f"button[name=lead][value={portrait}]").click()
    expect(page.locator(".room h2")).to_be_visible()


def join(page: Page, site: Any, lang: str = "fr", portrait: str = SHORT) -> None:
    """Open the page to answer, as the code of the room does."""
    page.goto(site.at("group", lang, f"#answer-{portrait}"))
    expect(page.locator(".answering h2").first).to_be_visible()


def statements(page: Page, portrait: str = SHORT) -> list[str]:
    awake(page)
    found: list[str] = page.evaluate(_STATEMENTS, portrait)
    return found


def people(page: Page, many: int, portrait: str = SHORT, seed: int = 1) -> list[dict[str, str]]:
    """As many people, who each answer every statement."""
    chance = random.Random(seed)
    ids = statements(page, portrait)
    return [{id_: chance.choice(CODES) for id_ in ids} for _ in range(many)]


def links(
    page: Page, site: Any, said: Iterable[dict[str, str]], portrait: str = SHORT
) -> list[str]:
    """The link that the phone of each person shows."""
    awake(page)
    ballot, asked = (
        next((site.folder / "assets").glob(f"{name}.*.js")).name for name in ("ballot", "asked")
    )
    start = page.evaluate("document.querySelector('.group').dataset.asleep").rpartition("/")[0]
    given = [list(person.items()) for person in said]
    found: list[str] = page.evaluate(_LINKS, [f"{start}/", ballot, asked, portrait, given])
    return found


def take(page: Page, *texts: str) -> None:
    """Paste links into the room."""
    page.locator("[name=links]").fill("\n".join(texts))
    page.locator("[name=paste]").click()
    expect(page.locator("[name=links]")).to_have_value("")


def came(page: Page, many: int) -> None:
    expect(page.locator(".room > .came")).to_contain_text(str(many))


def open_answers(page: Page) -> None:
    page.locator("[name=open]").click()
    expect(page.locator(".outcome")).to_be_visible()


def kept(page: Page) -> dict[str, str]:
    return dict(page.evaluate("Object.entries(localStorage)"))
