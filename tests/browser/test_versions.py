"""Texts written without seeing each other: both stay in sight until somebody chooses."""

from __future__ import annotations

import pytest
from browser.test_axe import violations
from devices import NO_PAUSES
from kept import answer, keep, notes_in, step
from playwright.sync_api import expect

QUESTION = "intention-for-whom"
OLD, NEW = "Les familles du quartier.", "Les tout-petits\net leurs parents."
STEPS = (step("Appeler Ève", "Marie", "2026-12-10"), step("Écrire", "Karim", "2026-12-03"))


@pytest.fixture
def context_of_two(browser):
    with browser.new_context() as context:
        keep(
            context,
            intention_for_whom=answer("later", OLD, NEW),
            intention_one_sentence=answer("", "Pareil", "Pareil"),
        )
        yield context


@pytest.fixture
def two(context_of_two, site, lang):
    """A question with two notes, at its page."""
    page = context_of_two.new_page()
    page.goto(site.at("intention", lang))
    expect(page.locator(f"#{QUESTION} .versions")).to_be_visible()
    return page


def panel(page, field="note"):
    return page.locator(f"#{QUESTION} .versions[data-field={field}]")


def test_both_are_in_sight_with_their_dates_older_first(two, lang) -> None:
    assert panel(two).locator(".kept").all_inner_texts() == [OLD, NEW]
    dates = panel(two).locator(".muted").all_inner_texts()
    days = {"fr": ("18 novembre 2026", "19 novembre 2026"), "en": ("November 18", "November 19")}
    assert all(day in date for day, date in zip(days[lang], dates, strict=True)), dates
    expect(two.locator(".versions")).to_have_count(1)


@pytest.mark.parametrize(("which", "left"), [(0, OLD), (1, NEW)])
def test_one_is_kept_from_the_keyboard_and_its_note_is_next(two, which, left) -> None:
    two.locator(f"#{QUESTION} summary").focus()
    for _ in range(which + 1):
        two.keyboard.press("Tab")
    expect(panel(two).locator("[name=one]").nth(which)).to_be_focused()
    two.keyboard.press("Enter")
    expect(panel(two)).to_have_count(0)
    note = two.locator(f"#{QUESTION} textarea")
    expect(note).to_be_focused()
    expect(note).to_have_value(left)
    assert notes_in(two, QUESTION) == [left]
    expect(two.locator("agir-checklist [role=status]").first).not_to_be_empty()


@pytest.mark.each_address
def test_both_are_kept_as_one_older_first(two) -> None:
    panel(two).locator("[name=all]").press("Enter")
    expect(two.locator(f"#{QUESTION} textarea")).to_have_value(f"{OLD}\n\n{NEW}")
    assert notes_in(two, QUESTION) == [f"{OLD}\n\n{NEW}"]
    two.reload()
    expect(two.locator(f"#{QUESTION} .has-note")).to_be_visible()
    expect(panel(two)).to_have_count(0)


def test_a_button_says_which_version_it_keeps(two) -> None:
    buttons = panel(two).locator("[name=one]")
    expect(buttons.nth(0)).to_have_accessible_description(OLD)
    expect(buttons.nth(1)).to_have_accessible_description(NEW.replace("\n", " "))


def test_two_next_steps_become_one_that_says_all(browser, site, lang) -> None:
    with browser.new_context() as context:
        keep(context, intention_for_whom=answer("", steps=STEPS))
        page = context.new_page()
        page.goto(site.at("intention", lang))
        panel(page, "step").locator("[name=all]").click()
        expect(page.locator(f"#{QUESTION} [name=what]")).to_be_focused()
        both = "Appeler Ève (Marie, 2026-12-10); Écrire (Karim, 2026-12-03)"
        (kept,) = notes_in(page, QUESTION, "step")
        assert kept == step(both, "Marie, Karim", "2026-12-03")


def test_what_another_tab_writes_meanwhile_is_not_chosen_away(context_of_two, two, site) -> None:
    other = context_of_two.new_page()
    other.goto(site.at("intention"))
    other.evaluate(
        """() => {
          const key = "agir:n1:intention-for-whom";
          const now = JSON.parse(localStorage.getItem(key));
          now.note.kept.push({ by: "w9", n: 1, at: 1795900000000, value: "Trois" });
          now.note.seen.w9 = 1;
          localStorage.setItem(key, JSON.stringify(now));
        }"""
    )
    expect(panel(two).locator(".kept")).to_have_count(3)
    panel(two).locator("[name=one]").first.click()
    assert notes_in(two, QUESTION) == [OLD]


def test_two_that_differ_are_made_by_two_tabs_that_write_at_once(browser, site) -> None:
    with browser.new_context() as context:
        context.add_init_script(NO_PAUSES)
        one, other = context.new_page(), context.new_page()
        for page in (one, other):
            page.goto(site.at("intention"))
            page.locator(f"#{QUESTION} summary").click()
        one.locator(f"#{QUESTION} textarea").type("Un")
        other.locator(f"#{QUESTION} textarea").type("Deux")
        for page in (one, other):
            page.locator(f"#{QUESTION} textarea").blur()
        expect(panel(one).locator(".kept")).to_have_count(2)
        expect(panel(other).locator(".kept")).to_have_count(2)
        assert sorted(notes_in(one, QUESTION)) == ["Deux", "Un"]


def test_both_are_printed(two) -> None:
    two.emulate_media(media="print")
    written = two.locator(f"#{QUESTION} .written").inner_text()
    assert OLD in written
    assert NEW in written


def test_axe_finds_nothing_in_versions(two) -> None:
    assert violations(two, 320, 1280) == []
