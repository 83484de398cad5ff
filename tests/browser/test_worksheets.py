"""Worksheets: what a group writes is kept row by row, in every tab, whatever befalls the store."""

from __future__ import annotations

import pytest
from devices import NO_PAUSES
from playwright.sync_api import expect
from worksheets import MATRIX, begin, cell, kept, rows_kept, visit, write

BLOCKED = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"


def test_a_visit_keeps_nothing_and_examples_are_never_kept(site, device) -> None:
    page = begin(device, site.at(MATRIX))
    assert kept(page) == {}
    write(page, 1, f"{MATRIX}-goal", "Lire ensemble")
    assert rows_kept(page) == [{f"{MATRIX}-goal": "Lire ensemble"}]


@pytest.mark.each_address
def test_what_was_written_is_there_after_the_page_was_closed_in_both_languages(
    site, device
) -> None:
    page = begin(device, site.at(MATRIX, "fr"))
    write(page, 1, f"{MATRIX}-goal", "Lire")
    write(page, 3, f"{MATRIX}-partner", "Le CPE")
    page.close()
    page = visit(device, site.at(MATRIX, "en"))
    expect(cell(page, 1, f"{MATRIX}-goal")).to_have_value("Lire")
    expect(cell(page, 2, f"{MATRIX}-partner")).to_have_value("Le CPE")


def test_every_field_is_named_by_its_column_and_its_row(site, device, lang) -> None:
    page = begin(device, site.at(MATRIX, lang))
    name = {"fr": "Partenaire (ligne 2)", "en": "Partner (row 2)"}[lang]
    page.get_by_role("textbox", name=name).fill("La bibliothèque")
    expect(cell(page, 2, f"{MATRIX}-partner")).to_have_value("La bibliothèque")


def test_the_first_words_say_where_they_are_kept(site, device, lang, label) -> None:
    page = begin(device, site.at(MATRIX, lang))
    write(page, 1, f"{MATRIX}-goal", "Lire")
    expect(page.locator("agir-worksheet .now")).to_have_text(label("talk_kept", lang))


def test_a_device_that_keeps_nothing_lets_people_write_and_says_so(site, device, label) -> None:
    device.add_init_script(BLOCKED)
    page = begin(device, site.at(MATRIX))
    write(page, 1, f"{MATRIX}-goal", "Lire")
    write(page, 2, f"{MATRIX}-goal", "Bouger")
    expect(cell(page, 1, f"{MATRIX}-goal")).to_have_value("Lire")
    expect(page.locator("agir-worksheet .now")).to_have_text(label("talk_unsaved", "fr"))


def test_a_row_is_added_moved_taken_out_and_put_back_by_keyboard_alone(site, device) -> None:
    page = visit(device, site.at(MATRIX))
    fill = page.locator("[name=fill]")
    expect(fill).to_be_enabled()
    fill.focus()
    page.keyboard.press("Enter")
    expect(cell(page, 1, f"{MATRIX}-goal")).to_be_focused()
    page.keyboard.type("Un")
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.locator(".row").first.locator("[name=down]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, 2, f"{MATRIX}-goal")).to_have_value("Un")
    expect(page.locator(".row").nth(1).locator("[name=down]")).to_be_focused()
    expect(page.locator("agir-worksheet .now")).to_have_text("C’est maintenant la ligne 2.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert rows_kept(page) == []
    undo = page.locator(".undo[name=undo]")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(undo).to_be_hidden()
    assert rows_kept(page) == [{f"{MATRIX}-goal": "Un"}]
    expect(page.locator("[name=add]")).to_be_focused()
    before = page.locator(".row").count()
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(before + 1)
    expect(cell(page, before + 1, f"{MATRIX}-goal")).to_be_focused()


def test_rows_keep_the_order_they_were_put_in(site, device) -> None:
    page = begin(device, site.at(MATRIX))
    for row, text in enumerate(("Un", "Deux", "Trois"), 1):
        write(page, row, f"{MATRIX}-goal", text)
    page.locator(".row").nth(2).locator("[name=up]").click()
    page.locator(".row").nth(1).locator("[name=up]").click()
    page.reload()
    goals = page.locator(f".row [name={MATRIX}-goal]")
    expect(goals.first).to_have_value("Trois")
    assert [goals.nth(i).input_value() for i in range(3)] == ["Trois", "Un", "Deux"]


def test_two_tabs_write_in_one_row_and_both_are_there(site, device) -> None:
    one = begin(device, site.at(MATRIX))
    write(one, 1, f"{MATRIX}-goal", "Lire")
    other = visit(device, site.at(MATRIX, "en"))
    expect(cell(other, 1, f"{MATRIX}-goal")).to_have_value("Lire")
    cell(one, 1, f"{MATRIX}-partner").press_sequentially("Le CPE")
    cell(other, 1, f"{MATRIX}-action").press_sequentially("Des sacs")
    cell(one, 1, f"{MATRIX}-partner").blur()
    cell(other, 1, f"{MATRIX}-action").blur()
    for tab in (one, other):
        expect(cell(tab, 1, f"{MATRIX}-partner")).to_have_value("Le CPE")
        expect(cell(tab, 1, f"{MATRIX}-action")).to_have_value("Des sacs")


def test_two_texts_for_one_cell_stay_in_sight_until_one_is_chosen(site, device) -> None:
    device.add_init_script(NO_PAUSES)
    one = begin(device, site.at(MATRIX))
    write(one, 1, f"{MATRIX}-goal", "Lire")
    other = visit(device, site.at(MATRIX))
    expect(cell(other, 1, f"{MATRIX}-goal")).to_have_value("Lire")
    for tab, text in ((one, "Lire ici"), (other, "Lire là-bas")):
        cell(tab, 1, f"{MATRIX}-goal").evaluate(
            "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})) }",  # noqa: E501
            text,
        )
    for tab in (one, other):
        cell(tab, 1, f"{MATRIX}-goal").dispatch_event("change")
    for tab in (one, other):
        expect(tab.locator(".others li")).to_have_count(1)
    value = cell(one, 1, f"{MATRIX}-goal").input_value()
    left = one.locator(".others li span").inner_text()
    assert {value, left} == {"Lire ici", "Lire là-bas"}
    one.locator(".others li button").click()
    for tab in (one, other):
        expect(tab.locator(".others")).to_have_count(0)
        expect(cell(tab, 1, f"{MATRIX}-goal")).to_have_value(left)


def test_another_notebook_shows_its_own_rows(site, device) -> None:
    page = begin(device, site.at(MATRIX))
    write(page, 1, f"{MATRIX}-goal", "Lire")
    other = visit(device, site.at(MATRIX))
    expect(cell(other, 1, f"{MATRIX}-goal")).to_have_value("Lire")
    page.evaluate("localStorage.setItem('agir:open', 'n2')")
    expect(cell(other, 1, f"{MATRIX}-goal")).to_have_value("")
    write(other, 1, f"{MATRIX}-goal", "Bouger")
    other.evaluate("localStorage.setItem('agir:open', 'n1')")
    page.reload()
    expect(cell(page, 1, f"{MATRIX}-goal")).to_have_value("Lire")
