"""« Garder une copie », « Ouvrir une copie » : nothing lost, nothing run, nothing sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from devices import NO_WORKER
from notebooks import (
    ANSWERS,
    FIGURES,
    NAME,
    SCRIPT,
    answers_in,
    device,
    downloaded,
    file,
    filled,
    kept,
    seed,
)
from notebooks import text as written
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TODAY = "new Date().toLocaleDateString('sv')"
DROP = """(zone, [name, text, size]) => {
  const file = new File([text.padEnd(size)], name, { type: "application/json" });
  file.arrayBuffer = () => { window.wasRead = true; };
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  if (size) Object.defineProperty(dataTransfer, "files", { value: [file] });
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(own: Page) -> Page:
    return own


def open_file(page: Page, content: bytes, name: str = "x.json") -> Locator:
    """Choose a file; gives the dialog that follows."""
    expect(page.locator("[type=file]")).to_be_visible()
    page.locator("[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    dialog = page.locator("dialog.received")
    expect(dialog).to_be_visible()
    return dialog


def said(page: Page) -> Locator:
    return page.locator("#keep > div > [role=status]")


def test_a_copy_opens_again_elsewhere_as_it_was(address, person, word) -> None:
    page, asked = person(), []
    seed(page, address, device())
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    name, content = downloaded(page, "download")
    assert name == f"{NAME} {page.evaluate(TODAY)}.json"
    expect(said(page)).to_have_text(filled(word("copy_done"), file=name))
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert json.loads(content)["answers"] == ANSWERS

    other = person()
    other.goto(address)
    dialog = open_file(other, content)
    expect(dialog.locator("h3")).to_have_text(NAME)
    expect(dialog.locator(".holds")).to_contain_text(filled(word("received_holds"), **FIGURES))
    expect(dialog.locator(".holds")).to_contain_text(filled(word("received_unknown"), unknown=1))
    assert kept(other) == {}
    dialog.locator("[name=keep]").click()
    expect(dialog.locator("[role=status]")).to_contain_text(NAME)
    assert answers_in(other, kept(other)["agir:open"]) == ANSWERS
    other.keyboard.press("Escape")
    _name, again = downloaded(other, "download")
    dates = {"exported": "2027-03-01T12:00:00.000Z"}
    assert json.loads(again) | dates == json.loads(content) | dates


def test_looking_at_a_copy_shows_it_and_writes_nothing(page, address, word) -> None:
    seed(page, address, device({"intention-for-whom": {"v": 1, "note": written("Ici")}}))
    before = kept(page)
    dialog = open_file(page, file())
    dialog.locator("[name=look]").click()
    shown = dialog.locator(".look")
    expect(shown).to_contain_text("Élus 👩‍👧")
    expect(shown).to_contain_text("Zoé Tremblay")
    expect(shown).to_contain_text(word("state_deepen"))
    expect(shown.locator("h4").last).to_have_text(word("received_unknown_title"))
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    assert kept(page) == before


def test_merging_keeps_both_notes_and_what_only_one_side_had(page, address) -> None:
    mine = {
        "intention-for-whom": {"v": 1, "note": written("Ici", "wz9")},
        "gone-too": {"v": 1, "state": {"is": "later", "at": 5}},
    }
    seed(page, address, device(mine))
    open_file(page, file()).locator("[name=merge]").click()
    found = answers_in(page, "n1")
    assert found.keys() == {*ANSWERS, "gone-too"}
    notes = [item["value"] for item in found["intention-for-whom"]["note"]["kept"]]
    assert sorted(notes) == ["Ici", "Élus 👩‍👧\n\n« oui »"]
    assert found["gone-too"] == mine["gone-too"]
    rest = ANSWERS.keys() - {"intention-for-whom"}
    assert {id_: found[id_] for id_ in rest} == {id_: ANSWERS[id_] for id_ in rest}
    assert json.loads(kept(page)["agir:n1"])["name"] == NAME


def test_a_copy_kept_as_a_new_notebook_leaves_the_others_alone(page, address) -> None:
    seed(page, address, device({"intention-for-whom": {"v": 1, "note": written("Ici")}}))
    before = kept(page)
    open_file(page, file()).locator("[name=keep]").click()
    after = kept(page)
    assert {key: after[key] for key in before} == before
    book = json.loads(after[f"agir:{after['agir:open']}"])
    assert book["name"] == f"{NAME} (2)"


def test_a_copy_opens_when_it_is_dropped(page, address) -> None:
    page.goto(address)
    expect(page.locator("[type=file]")).to_be_visible()
    page.locator("#keep > div").evaluate(
        DROP.replace("file.arrayBuffer =", "file.unused ="), ["x.json", file().decode(), 0]
    )
    expect(page.locator("dialog.received h3")).to_have_text(NAME)


def test_fifty_megabytes_are_refused_before_they_are_read(page, address, word) -> None:
    page.goto(address)
    expect(page.locator("[type=file]")).to_be_visible()
    page.locator("#keep > div").evaluate(DROP, ["x.json", "{}", 50_000_000])
    expect(page.locator("dialog.received [role=status]")).to_have_text(word("refused_big"))
    assert page.evaluate("window.wasRead") is None


REFUSED = {
    "cut short": (file()[:-9], "broken"),
    "no UTF-8": (file().replace(b"Table", b"\xff"), "broken"),
    "no JSON": (b"PK\x03\x04", "broken"),
    "other JSON": (b'{"a": 1}', "foreign"),
    "of a later site": (file(version=2), "later"),
    "a name that no question has": (file({SCRIPT: {"v": 1}}), "wrong"),
    "a note that is no text": (file({"a": {"v": 1, "note": written(7)}}), "wrong"),
    "a state that objects have": (
        file({"a": {"v": 1, "state": {"is": "constructor", "at": 1}}}),
        "wrong",
    ),
    "a row without cells": (file({"map.r1": {"v": 1, "row": written({"order": "i"})}}), "wrong"),
    "a writer that objects have": (file({"a": {"v": 1, "note": written("", "valueOf")}}), "wrong"),
}


def test_what_cannot_be_opened_says_why_and_changes_nothing(page, address, word) -> None:
    seed(page, address, device())
    before = kept(page)
    for what, (content, why) in REFUSED.items():
        dialog = open_file(page, content)
        expect(dialog.locator("[role=status]"), what).to_have_text(word(f"refused_{why}"))
        expect(dialog.locator("[name=keep]"), what).not_to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog, what).not_to_be_visible()
    assert kept(page) == before


def test_an_opened_copy_runs_no_script(page, address) -> None:
    page.goto(address)
    answer = {"v": 1, "note": written(SCRIPT), "step": written(
        {"what": SCRIPT, "who": SCRIPT, "due": "", "done": False})}  # fmt: skip
    dialog = open_file(page, file({"intention-for-whom": answer, "unknown": answer}, SCRIPT))
    dialog.locator("[name=look]").click()
    expect(dialog.locator("h3")).to_have_text(SCRIPT)
    expect(dialog.locator(".look p").first).to_have_text(SCRIPT)
    dialog.locator("[name=keep]").click()
    page.keyboard.press("Escape")
    page.reload()
    name, _content = downloaded(page, "download")
    assert name.startswith("img src=x onerror=fired=1")
    assert page.evaluate("window.fired") is None
    assert page.locator("img").count() == 0


def test_the_answers_of_an_old_copy_follow_questions_that_moved(page, address, word, lang) -> None:
    questions = f"**/questions.{lang}.json"

    def moves(route) -> None:
        known = route.fetch().json()
        known |= {"moved": {"left-the-site": ["moved", "intention-needs-many"]}, "digest": "x"}
        route.fulfill(json=known)

    page.add_init_script(NO_WORKER)  # it would answer in place of the test
    page.route(questions, moves)
    page.goto(address)
    dialog = open_file(page, file())
    expect(dialog.locator(".holds")).not_to_contain_text(word("received_unknown").split("{")[0])
    dialog.locator("[name=keep]").click()
    expect(page.locator("#open [role=status]")).to_contain_text(word("moves_moved_one"))
    found = answers_in(page, kept(page)["agir:open"])
    assert found["intention-needs-many"]["note"]["kept"][0]["value"] == SCRIPT
    assert "left-the-site" not in found
    page.keyboard.press("Escape")
    _name, content = downloaded(page, "download")
    expect(open_file(page, content).locator("[name=keep]")).to_be_visible()


def test_an_empty_notebook_says_that_it_is(page, address, word) -> None:
    page.goto(address)
    for button in ("download", "share"):
        page.click(f"#keep [name={button}]")
        expect(said(page)).to_have_text(word("copy_empty"))
    assert kept(page) == {}


def test_a_full_device_says_what_it_does_not_keep_and_loses_nothing(page, address, word) -> None:
    seed(page, address, device())
    before = kept(page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(); }; }")
    dialog = open_file(page, file({"a": {"v": 1, "note": written("Là-bas")}}, "Table Sud"))
    dialog.locator("[name=keep]").click()
    expect(dialog.locator("[role=status]")).to_have_text(word("received_unsaved"))
    page.keyboard.press("Escape")
    assert kept(page) == before
    _name, content = downloaded(page, "download")
    assert "Là-bas" in content.decode()
