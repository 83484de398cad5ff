"""« Mes carnets »: what the notebook in use holds, and all notebooks of the device."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from axe import violations
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

QUESTION, OTHER = "intention-for-whom", "common-agenda-whole-table"
STATE = {"v": 1, "state": {"is": "talked", "at": 1_700_000_000_000}}
STORE = "Object.fromEntries(Object.entries(localStorage).sort())"
FOREIGN = {"theme": "dark", "agir": "another site", "agirx:n1": "{}"}


@pytest.fixture
def own(browser, either_site, lang) -> Iterator[Any]:
    """`own()` opens « Mes carnets » in a profile of its own, with what its store holds."""
    with browser.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True
    ) as made:

        def start(store: dict[str, Any] | None = None, width: int = 1280) -> Page:
            page = made.new_page()
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(either_site.at("notebooks", lang))
            fill(page, store or {})
            page.reload()
            expect(page.locator(".books > li").first).to_be_visible()
            return page

        yield start


def fill(page: Page, store: dict[str, Any]) -> None:
    texts = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in store.items()
    }
    page.evaluate(
        "(all) => Object.entries(all).forEach(([k, v]) => localStorage.setItem(k, v))", texts
    )


def answer(
    state: str = "talked", note: str = "", step: Any = None, at: int = 1_700_000_000_000
) -> Any:
    def texts(value: Any) -> Any:
        return {"kept": [{"by": "w1", "n": 1, "at": at, "value": value}], "seen": {"w1": 1}}

    found: dict[str, Any] = {"v": 1, "state": {"is": state, "at": at}}
    return found | ({"note": texts(note)} if note else {}) | ({"step": texts(step)} if step else {})


def book(name: str, made: int = 1) -> Any:
    return {"v": 1, "name": name, "at": made, "made": made}


def books(page: Page) -> list[str]:
    return page.locator(".books h3 > span:first-child").all_inner_texts()


def act(page: Page, name: str, word: str) -> None:
    """Press the button of a notebook's card that bears a word."""
    card = page.locator(".books > li", has=page.locator("h3", has_text=name)).first
    card.locator(f"button[name={word}]").click()


def test_an_empty_notebook_says_so_and_leads_to_the_questions(own, label, lang) -> None:
    page = own()
    part = page.locator("#open")
    expect(part).to_contain_text(label("contents_empty", lang))
    links = part.locator("details[open] a")
    links.first.click()
    expect(page.locator("#questions")).to_be_in_viewport()


def test_answers_stand_by_page_with_their_state_note_step_and_count(own, label, lang) -> None:
    step = {"what": "Appeler", "who": "Amina", "due": "2027-02-03", "done": True}
    note = "Les familles\n<b>d'ici</b>"
    page = own({f"agir:n1:{QUESTION}": answer("deepen", note, step)})
    section = page.locator("#open section")
    expect(section).to_have_count(1)
    expect(section.locator(".tag")).to_have_text(label("state_deepen", lang))
    expect(section).to_contain_text(note, use_inner_text=True)
    day = "3 février 2027" if lang == "fr" else "February 3, 2027"
    expect(section).to_contain_text(f"Appeler · Amina · {day} · {label('step_done', lang)}")
    progress = section.locator("progress")
    expect(progress).to_have_js_property("value", 1)
    of = progress.evaluate("(one) => one.max")
    said = label("talk_done", lang).format(done=1, of=of)
    expect(section.locator(".talk-count")).to_contain_text(said)
    assert "%" not in page.locator("#open").inner_text()
    section.get_by_role("link").nth(1).click()
    expect(page.locator(f"#{QUESTION}")).to_be_in_viewport()


def test_both_notes_that_were_written_apart_are_shown_with_their_dates(own) -> None:
    found = answer("talked", "Premier")
    found["note"]["kept"].append({"by": "w2", "n": 1, "at": 1_800_000_000_000, "value": "Second"})
    page = own({f"agir:n1:{QUESTION}": found})
    kept = page.locator("#open .kept")
    expect(kept).to_have_count(2)
    expect(kept.last).to_contain_text("2027")


def test_the_contents_follow_what_another_tab_notes(own, either_site, lang) -> None:
    page = own()
    other = page.context.new_page()
    other.goto(either_site.at("intention", lang))
    other.locator(f"#c-{QUESTION}").check()
    expect(page.locator("#open section li")).to_have_count(1)
    expect(page.locator(".books .muted")).to_contain_text("1")
    other.locator(f"#c-{QUESTION}").uncheck()
    expect(page.locator("#open section")).to_have_count(0)


def test_an_answer_to_a_question_that_the_site_does_not_know_is_shown_by_its_id(
    own, label, lang
) -> None:
    page = own(
        {"agir:n1:from-tomorrow": answer("talked", "Gardé"), "agir:n1:odd": {"v": 1, "rows": 3}}
    )
    part = page.locator("#open section")
    expect(part).to_contain_text(label("orphans", lang))
    expect(part.locator("li")).to_have_count(1)
    expect(part.locator("code")).to_have_text("from-tomorrow")
    expect(part).to_contain_text("Gardé")


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
    assert books(page) == [label("notebook_first", lang)]
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
             "agir:n2:x~3": "?", "agir:open": "n2"}  # fmt: skip
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
    assert page.evaluate(STORE) == FOREIGN
    page.get_by_role("button", name=label("books_undo", lang)).press("Enter")
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
    unit = "Ko" if lang == "fr" else "kB"
    assert re.search(rf"(1 réponse|1 answer) · 7.{unit} · ", facts)
    assert "2023" in facts


def test_what_cannot_be_read_is_kept_and_can_be_saved_as_text(
    own, either_site, label, lang
) -> None:
    page = own({"agir:n1": book("A"), f"agir:n1:{QUESTION}": "{ é broken"})
    expect(page.locator(".unread")).to_contain_text(label("unread_one", lang))
    page.goto(either_site.at("intention", lang))
    page.locator(f"#c-{QUESTION}").check()  # ticking goes on
    page.reload()
    expect(page.locator(f"#c-{QUESTION}")).to_be_checked()
    page.goto(either_site.at("notebooks", lang))
    with page.expect_download() as saved:
        page.get_by_role("link", name=label("unread_save", lang)).click()
    text = saved.value.path().read_text("utf-8")
    assert re.fullmatch(rf"agir:n1:{QUESTION}~\d+\n{{ é broken\n", text)
    assert saved.value.suggested_filename == "agir-ensemble.txt"


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_notebooks_and_their_dialogs(own, width) -> None:
    page = own(
        {"agir:n1": book("A" * 80), f"agir:n1:{QUESTION}": answer("talked", "x"), "agir:n1:q": "{",
         "agir:n1:gone": answer("deepen")},
        width,
    )  # fmt: skip
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for open_ in ("new", "erase"):
        page.locator(f"button[name={open_}]").click()
        assert violations(page) == []
        page.reload()
        page.wait_for_selector(".books > li")
    page.locator("button[name=delete]").click()
    assert violations(page) == []
    small = """[...document.querySelectorAll("#open button, #all button")].filter((one) =>
      one.checkVisibility() && one.getBoundingClientRect().height < 43.5).length"""
    assert page.evaluate(small) == 0
