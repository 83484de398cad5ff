"""« Copier »: questions and answers to paste, as text and with their lists."""

from __future__ import annotations

import pytest
from kept import answer, keep, step
from playwright.sync_api import expect

READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const said = async (type) => (await item.getType(type)).text();
  return [await said("text/plain"), await said("text/html")];
}"""
NOTE = "Un mot <b>à nous</b>\n- [x] pas une question"
CLOSED = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
FIELD = """() => {
  const field = document.createElement("div");
  field.contentEditable = "true";
  document.body.append(field);
  field.focus();
}"""


@pytest.fixture
def context(browser):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        done = step("Écrire", "Ève", "2026-12-01")
        keep(
            context,
            intention_for_whom=answer("talked", NOTE),
            intention_one_sentence=answer("later", steps=(done,)),
        )
        yield context


def press_copy(page) -> None:
    page.locator(".talk-tools summary").press("Enter")
    page.locator(".talk-tools [name=copy]").press("Enter")
    expect(page.locator("agir-checklist > [role=status]")).not_to_be_empty()


@pytest.mark.each_address
def test_the_text_says_each_question_with_its_answer(site, context, label, lang) -> None:
    page = context.new_page()
    page.goto(site.at("intention", lang))
    press_copy(page)
    text, _html = page.evaluate(READ)
    lines = text.splitlines()
    title = page.locator("h1").inner_text()
    assert lines[0] == f"## {title}"
    assert sum(line.startswith("- [") for line in lines) == page.locator(".checklist > li").count()
    assert sum(line.startswith("- [x]") for line in lines) == 1
    tag = page.locator(".checklist .tag").first.inner_text()
    assert tag not in text
    assert label("step_said", lang).replace("{step}", "Écrire · Ève") in text


def test_pasted_with_formatting_it_is_a_list_where_a_note_stays_a_note(site, context, lang) -> None:
    page = context.new_page()
    page.goto(site.at("intention", lang))
    questions = page.locator(".checklist > li").count()
    press_copy(page)
    page.evaluate(FIELD)
    page.keyboard.press("Control+V")
    pasted = page.locator("[contenteditable]")
    expect(pasted.locator("ul")).to_have_count(1)
    expect(pasted.locator("li")).to_have_count(questions)
    expect(pasted.locator("h2")).to_have_text(page.locator("h1").inner_text())
    expect(pasted.locator("li").first).to_contain_text("Un mot <b>à nous</b>")
    expect(pasted.locator("b")).to_have_count(0)
    address = page.locator("link[rel=canonical]").get_attribute("href")
    expect(pasted.locator("a").first).to_have_attribute("href", f"{address}#intention-for-whom")


def test_where_the_clipboard_is_closed_to_pages_it_copies_all_the_same(site, context) -> None:
    page = context.new_page()
    page.add_init_script(CLOSED)
    page.goto(site.at("intention"))
    press_copy(page)
    page.evaluate(FIELD)
    page.keyboard.press("Control+V")
    expect(page.locator("[contenteditable] li").first).to_contain_text("à nous")


def test_it_says_when_copying_is_refused(site, context, label, lang) -> None:
    page = context.new_page()
    page.add_init_script(f"{CLOSED}; document.execCommand = () => false;")
    page.goto(site.at("intention", lang))
    press_copy(page)
    expect(page.locator("agir-checklist > [role=status]")).to_have_text(label("copied_not", lang))
