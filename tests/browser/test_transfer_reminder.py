"""A reminder of copies: when one is due, until somebody puts it away."""

from __future__ import annotations

from typing import Any

import pytest
from notebooks import ANSWERS, device, filled, seed
from playwright.sync_api import expect

DAY = 24 * 3600 * 1000


@pytest.fixture
def note(person, strict, lang):
    """`note(answers, copied=…)`: the reminder on a device that keeps these; ages are in days."""
    page = person()

    def start(many: int, last: Any = None, **days: int):
        now = page.evaluate("Date.now()")
        more = {name: now - age * DAY for name, age in days.items()}
        answers = dict(list(ANSWERS.items())[:many])
        if last:
            answers["left-the-site"] = last
        seed(page, strict.at("notebooks", lang), device(answers, **more))
        expect(page.locator("#keep [name=download]")).to_be_visible()
        return page.locator("#keep .note")

    return start


def test_it_shows_when_there_is_no_copy_of_more_than_five_answers(note, word) -> None:
    expect(note(6)).to_contain_text(word("copy_none"))


def test_it_does_not_show_for_five_answers(note) -> None:
    expect(note(5)).not_to_be_visible()


def test_it_does_not_count_what_was_ticked_then_unticked(note) -> None:
    expect(note(6, {"v": 1, "state": {"is": "", "at": 5}})).not_to_be_visible()


def test_it_does_not_show_when_a_copy_is_a_month_old(note) -> None:
    expect(note(6, copied=29)).not_to_be_visible()


def test_it_says_the_date_of_a_copy_that_is_older(note, word, lang) -> None:
    shown = note(6, copied=31)
    options = f"['{lang}-CA', {{ dateStyle: 'long' }}]"
    date = shown.page.evaluate(
        f"new Date(Date.now() - {31 * DAY}).toLocaleDateString(...{options})"
    )
    date = f"1er {date[2:]}" if lang == "fr" and date.startswith("1 ") else date
    expect(shown).to_contain_text(filled(word("copy_last"), date=date))


def test_put_away_it_stays_away_for_a_month(note, word) -> None:
    shown = note(6)
    shown.get_by_role("button", name=word("copy_later")).press("Enter")
    expect(shown).not_to_be_visible()
    expect(shown.page.locator("#keep [name=download]")).to_be_focused()
    shown.page.reload()
    expect(shown.page.locator("#keep [name=download]")).to_be_visible()
    expect(shown).not_to_be_visible()
    expect(note(6, reminded=31)).to_be_visible()


def test_a_copy_takes_it_away(note) -> None:
    shown = note(6)
    with shown.page.expect_download():
        shown.page.click("#keep [name=download]")
    expect(shown).not_to_be_visible()
    shown.page.reload()
    expect(shown.page.locator("#keep [name=download]")).to_be_visible()
    expect(shown).not_to_be_visible()
