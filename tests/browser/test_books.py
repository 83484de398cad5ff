"""All the notebooks of a device: made, named, opened, copied, deleted, erased, with undo."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from my_notebooks import QUESTION, STORE, answer, book, fill, opened
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

FOREIGN = {"theme": "dark", "agir": "another site", "agirx:n1": "{}"}


@pytest.fixture
def own(browser, site, lang) -> Iterator[Any]:
    """`own(store)` opens « Mes carnets » in a profile of its own, whose store holds that."""
    with browser.new_context() as made:
        yield partial(opened, made, site.at("notebooks", lang))


def books(page: Page) -> list[str]:
    return page.locator(".books h3 > span:first-child").all_inner_texts()


def act(page: Page, name: str, word: str) -> None:
    """Press the button of a notebook's card that bears a word."""
    card = page.locator(".books > li", has=page.locator("h3", has_text=name)).first
    card.locator(f"button[name={word}]").click()


def test_notebooks_are_made_named_opened_copied_and_deleted_by_keyboard(own, label, lang) -> None:
    page = own({f"agir:n1:{QUESTION}": answer("talked", "Oui"), "agir:n1": book("")})
    first = label("notebook_first", lang)
    page.locator("button[name=new]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("  Table Nord,   2027 ")
    page.keyboard.press("Enter")
    expect(page.locator(".books > li")).to_have_count(2)
    assert books(page) == [first, "Table Nord, 2027"]
    expect(page.locator("#open b").first).to_have_text("Table Nord, 2027")
    expect(page.locator("#open")).to_contain_text(label("contents_empty", lang))
    act(page, first, "use")
    expect(page.locator("#open section li")).to_have_count(1)
    page.keyboard.press("Tab")  # from the first button of the open notebook, which has the focus
    assert page.evaluate("document.activeElement.name") == "duplicate"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    copy = label("book_copy_of", lang).format(name=first)
    expect(page.locator("#open b").first).to_have_text(copy)
    expect(page.locator("#open section li")).to_have_count(1)
    act(page, copy, "delete")
    expect(page.locator(".books > li")).to_have_count(2)
    expect(page.locator("#open b").first).to_have_text("Table Nord, 2027")  # changed last
    undo = page.get_by_role("button", name=label("books_undo", lang))
    expect(undo).to_be_focused()
    expect(undo).to_have_accessible_description(label("book_deleted", lang).format(name=copy))
    page.keyboard.press("Enter")
    expect(page.locator("#open b").first).to_have_text(copy)
    assert sorted(books(page)) == sorted([first, "Table Nord, 2027", copy])


def test_a_name_is_kept_short_and_an_empty_one_is_the_first_name(own, label, lang) -> None:
    page = own({"agir:n1": book("Ancien")})
    act(page, "Ancien", "rename")
    field = page.get_by_role("textbox", name=label("book_name", lang))
    expect(field).to_have_value("Ancien")
    expect(field).to_have_attribute("maxlength", "80")
    field.fill("   ")
    page.keyboard.press("Enter")
    names = page.locator(".books h3 > span:first-child")
    expect(names).to_have_text([label("notebook_first", lang)])
    assert json.loads(page.evaluate("localStorage['agir:n1']"))["name"] == ""


def test_escape_changes_nothing(own) -> None:
    page = own({"agir:n1": book("A")})
    before = page.evaluate(STORE)
    for button in ("rename", "duplicate"):
        act(page, "A", button)
        page.keyboard.type("Autre")
        page.keyboard.press("Escape")
    for button in ("new", "erase"):
        page.locator(f"button[name={button}]").click()
        page.keyboard.press("Escape")
    assert page.evaluate(STORE) == before


def test_undoing_a_deletion_restores_the_device_to_the_letter(own, label, lang) -> None:
    store = {
        "agir:n1": book("A"), f"agir:n1:{QUESTION}": answer("talked", "x"), "agir:n1:y": "{ broken",
        "agir:n1:y~17": "older", "agir:n2": book("B", 2), f"agir:n2:{QUESTION}": answer(),
        "agir:n10": book("C", 3),
    }  # fmt: skip
    page = own(store | FOREIGN)
    before = page.evaluate(STORE)
    act(page, "A", "delete")
    after = page.evaluate(STORE)
    assert {key for key in before if key not in after} == {
        "agir:n1", f"agir:n1:{QUESTION}", "agir:n1:y", "agir:n1:y~17"
    }  # fmt: skip
    assert after["agir:open"] in ("n2", "n10")
    page.get_by_role("button", name=label("books_undo", lang)).click()
    assert page.evaluate(STORE) == before


def test_the_only_notebook_can_be_deleted_and_a_new_answer_meets_it_again(own, label, lang) -> None:
    page = own({f"agir:n1:{QUESTION}": answer("talked", "Avant"), "agir:n1": book("")})
    act(page, label("notebook_first", lang), "delete")
    assert page.evaluate(STORE) == {}
    expect(page.locator("#open")).to_contain_text(label("contents_empty", lang))
    fill(page, {f"agir:n1:{QUESTION}": answer("deepen", "", None, 1_800_000_000_000)})
    page.get_by_role("button", name=label("books_undo", lang)).click()
    expect(page.locator("#open .tag")).to_have_text(label("state_deepen", lang))
    expect(page.locator("#open .kept")).to_contain_text("Avant")


def test_erasing_everything_says_what_goes_and_takes_exactly_our_keys(own, label, lang) -> None:
    store = {"agir:n1": book("A"), f"agir:n1:{QUESTION}": answer(), "agir:n2": book("B", 2),
             "agir:n2:x~3": "?", "agir:open": "n2",
             "agir-left /en/x/": '[["own", "Une note"]]'}  # fmt: skip
    page = own(store | FOREIGN)
    before = page.evaluate(STORE)
    page.locator("button[name=erase]").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(label("books_erase_what", lang).format(books=2, answers=1))
    copy = dialog.get_by_role("link", name=label("books_erase_copy", lang))
    expect(copy).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    undo = page.get_by_role("button", name=label("books_undo", lang))
    expect(undo).to_be_focused()
    assert page.evaluate(STORE) == FOREIGN
    undo.press("Enter")
    assert page.evaluate(STORE) == before


def test_erasing_offers_a_copy_first(own, label, lang) -> None:
    page = own({f"agir:n1:{QUESTION}": answer()})
    before = page.evaluate(STORE)
    page.locator("button[name=erase]").click()
    page.get_by_role("link", name=label("books_erase_copy", lang)).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#keep")).to_be_in_viewport()
    assert page.evaluate(STORE) == before


def test_it_says_where_notebooks_are_kept_and_how_much_room_they_take(own, label, lang) -> None:
    page = own({"agir:n1": book("A"), f"agir:n1:{QUESTION}": answer("talked", "x" * 3000)})
    expect(page.locator("#all")).to_contain_text(label("books_where", lang))
    facts = page.locator(".books .muted").inner_text()
    unit = "ko" if lang == "fr" else "kB"
    assert re.search(rf"(1 réponse|1 answer) · 7.{unit} · ", facts)
    assert "2023" in facts


def test_what_cannot_be_read_is_kept_and_can_be_saved_as_text(own, site, label, lang) -> None:
    page = own({"agir:n1": book("A"), f"agir:n1:{QUESTION}": "{ é broken"})
    expect(page.locator(".unread")).to_contain_text(label("unread_one", lang))
    page.goto(site.at("intention", lang))
    page.locator(f"#c-{QUESTION}").check()  # ticking goes on
    page.reload()
    expect(page.locator(f"#c-{QUESTION}")).to_be_checked()
    page.goto(site.at("notebooks", lang))
    with page.expect_download() as saved:
        page.get_by_role("link", name=label("unread_save", lang)).click()
    text = saved.value.path().read_text("utf-8")
    assert re.fullmatch(rf"agir:n1:{QUESTION}~\d+\n{{ é broken\n", text)
    assert saved.value.suggested_filename == "agir-ensemble.txt"
