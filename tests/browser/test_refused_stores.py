"""A device that refuses to keep answers, or holds some that cannot be read: work goes on."""

from __future__ import annotations

import pytest
from kept import wait_for_state
from playwright.sync_api import expect

REFUSALS = {
    "blocked": """Object.defineProperty(window, "localStorage", { get() {
      throw new DOMException("blocked", "SecurityError");
    } })""",
    "full": """Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    }""",
}
BOX, ROW = "#c-intention-for-whom", "#intention-for-whom"
BROKEN = ["{", "null", "5", '"text"', '{"v":"1"}', "[]", "\u0000"]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_ticking_and_writing_go_on_and_one_message_says_what_is_not_kept(
    own, site, label, lang, refusal
) -> None:
    own.add_init_script(REFUSALS[refusal])
    own.goto(site.at("intention", lang))
    own.locator(BOX).check()
    own.locator(f"{ROW} summary").click()
    own.locator(f"{ROW} textarea").fill("Nos mots")
    own.locator(f"{ROW} textarea").blur()
    status = own.locator("agir-checklist [role=status]").first
    expect(status).to_have_text(label("talk_unsaved", lang))
    expect(own.locator(BOX)).to_be_checked()
    expect(own.locator(f"{ROW} textarea")).to_have_value("Nos mots")
    own.locator(BOX).uncheck()
    expect(own.locator(".talk-count").first).to_contain_text("0")


def test_without_a_store_the_page_of_notebooks_says_so_and_still_works(
    own, site, label, lang
) -> None:
    own.add_init_script(REFUSALS["blocked"])
    own.goto(site.at("notebooks", lang))
    expect(own.locator("#all [role=status]")).to_have_text(label("books_blocked", lang))
    own.locator("button[name=new]").click()
    own.keyboard.type("Table Nord")
    own.keyboard.press("Enter")
    expect(own.locator(".books h3")).to_contain_text("Table Nord")
    expect(own.locator("#all [role=status]")).to_have_text(label("books_blocked", lang))


def test_with_a_full_store_a_new_notebook_is_there_until_the_page_closes(
    own, site, label, lang
) -> None:
    own.add_init_script(REFUSALS["full"])
    own.goto(site.at("notebooks", lang))
    expect(own.locator("#all [role=status]")).to_have_text("")
    own.locator("button[name=new]").click()
    own.keyboard.type("Table Nord")
    own.keyboard.press("Enter")
    expect(own.locator(".books h3")).to_contain_text("Table Nord")
    expect(own.locator("#all [role=status]")).to_have_text(label("talk_unsaved", lang))


def test_room_that_a_deletion_makes_is_for_what_waits(own, site, label) -> None:
    own.goto(site.at("notebooks"))
    own.evaluate("""() => {
      const text = JSON.stringify({ v: 1, name: "Gros", at: 1, made: 1 });
      localStorage.setItem("agir:nbig", text);
      localStorage.setItem("agir:nbig:x", JSON.stringify({ v: 1, rows: "x".repeat(5_000_000) }));
      for (let n = 200_000; n; n = Math.floor(n / 2)) {
        try {
          for (;;) localStorage.setItem(`other-${n}-${localStorage.length}`, "y".repeat(n));
        } catch { /* no more room */ }
      }
    }""")
    own.reload()
    own.locator("button[name=new]").click()
    own.keyboard.type("Petit")
    own.keyboard.press("Enter")
    status = own.locator("#all [role=status]")
    expect(status).to_have_text(label("talk_unsaved", "fr"))
    own.locator("[data-book=nbig] [name=delete]").click()
    expect(status).to_have_text("")
    own.reload()
    expect(own.locator(".books h3", has_text="Petit")).to_have_count(1)


@pytest.mark.parametrize("text", BROKEN)
def test_what_cannot_be_read_is_set_aside_when_the_question_is_ticked(own, site, text) -> None:
    own.goto(site.at("intention"))
    key = "agir:n1:intention-for-whom"
    own.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    own.reload()
    own.locator(BOX).check()
    wait_for_state(own, key, "talked")
    own.reload()
    expect(own.locator(BOX)).to_be_checked()
    aside = own.evaluate("""() => Object.entries(localStorage)
      .filter(([key]) => key.includes("~")).map(([key, text]) => [key.split("~")[0], text])""")
    assert aside == [[key, text]]


def test_what_cannot_be_read_is_never_written_over_when_there_is_no_room_to_set_it_aside(
    own, site, label
) -> None:
    own.goto(site.at("intention"))
    own.evaluate("localStorage.setItem('agir:n1:intention-for-whom', '{ a long text cut sh')")
    own.add_init_script("""{
      const keep = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.includes("~")) throw new DOMException("full", "QuotaExceededError");
        keep.call(this, key, text);
      };
    }""")
    own.reload()
    own.locator(BOX).check()
    expect(own.locator("[role=status]").first).to_have_text(label("talk_unsaved", "fr"))
    expect(own.locator(BOX)).to_be_checked()
    kept = own.evaluate("localStorage['agir:n1:intention-for-whom']")
    assert kept == "{ a long text cut sh"
