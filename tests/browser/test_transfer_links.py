"""« Partager par un lien » : what a link holds, what opening one offers; nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from notebooks import (
    ANSWERS,
    FIGURES,
    NAME,
    SCRIPT,
    answers_in,
    device,
    file,
    filled,
    held_by,
    kept,
    link,
    received,
    seed,
    shared,
)
from notebooks import text as written
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

EMPTY = {"done": 0, "notes": 0, "steps": 0}


@pytest.fixture
def page(own: Page) -> Page:
    return own


def address_in(dialog: Locator) -> str:
    field = dialog.locator("input.link")
    expect(field).not_to_have_value("")
    found = field.input_value()
    assert dialog.locator(".qr").get_attribute("data-link") == found
    return found


def test_a_link_leaves_out_notes_and_names_until_they_are_asked_for(page, address, word) -> None:
    seed(page, address, device())
    dialog = shared(page)
    names = dialog.get_by_label(word("share_names"))
    expect(names).to_be_disabled()
    held = held_by(address_in(dialog))
    assert held["name"] == NAME
    assert held["answers"] == {
        id_: {"v": 1, "state": answer["state"]} for id_, answer in ANSWERS.items()
    }
    dialog.get_by_label(word("share_notes")).check()
    expect(names).to_be_enabled()
    said = dialog.locator("[role=status]").first
    expect(said).to_contain_text(filled(word("received_holds"), **FIGURES))
    held = held_by(address_in(dialog))
    assert held["answers"]["intention-for-whom"] == ANSWERS["intention-for-whom"]
    step = held["answers"]["intention-one-sentence"]["step"]["kept"][0]["value"]
    assert (step["what"], step["who"]) == ("Appeler la halte", "")
    assert "Zoé" not in str(held)
    names.check()
    assert held_by(address_in(dialog))["answers"] == ANSWERS
    page.keyboard.press("Escape")
    held = held_by(address_in(shared(page)))
    assert "note" not in held["answers"]["intention-for-whom"]


def test_no_link_holds_what_people_said_in_a_session(page, address, word) -> None:
    room = {"v": 1, "state": {"is": "open", "at": 1}, "sealed": {"kept": [], "seen": {}}}
    seed(page, address, device(ANSWERS | {"room-ten-minutes-2026-11-29": room}))
    dialog = shared(page)
    dialog.get_by_label(word("share_notes")).check()
    dialog.get_by_label(word("share_names")).check()
    assert held_by(address_in(dialog))["answers"] == ANSWERS


@pytest.mark.each_address
def test_the_dialog_says_what_the_link_holds_and_copies_it(page, address, word) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seed(page, address, device())
    dialog = shared(page)
    said = dialog.locator("[role=status]").first
    expect(said).to_contain_text(filled(word("share_holds"), name=NAME))
    figures = EMPTY | {"done": 4}
    expect(said).to_contain_text(filled(word("received_holds"), **figures))
    whole = address_in(dialog)
    expect(said).to_contain_text(filled(word("share_length"), length=len(whole)))
    dialog.get_by_role("button", name=word("share_copy")).click()
    expect(dialog.locator(".copied")).to_have_text(word("copy_copied"))
    assert page.evaluate("navigator.clipboard.readText()") == whole


def test_the_link_goes_to_an_app_where_the_system_offers_some(page, address, word) -> None:
    page.add_init_script("navigator.share = async (what) => { window.given = what; }")
    seed(page, address, device())
    dialog = shared(page)
    dialog.get_by_role("button", name=word("share_send")).click()
    assert page.evaluate("window.given.url") == address_in(dialog)


def test_a_notebook_too_big_for_a_link_says_so(page, address, word) -> None:
    noise = "".join(chr(0x4E00 + (i * i * 31 + i * 7) % 20_000) for i in range(50_000))
    seed(page, address, device({"intention-for-whom": {"v": 1, "note": written(noise)}}))
    dialog = shared(page)
    dialog.get_by_label(word("share_notes")).check()
    said = dialog.locator("[role=status]").first
    expect(said).to_contain_text(word("share_too_long"))
    expect(dialog.get_by_role("button", name=word("share_copy"))).to_be_disabled()
    expect(dialog.locator("input.link")).to_have_value("")
    expect(dialog.locator(".qr")).to_have_attribute("data-link", "")


def test_a_link_says_what_it_holds_and_nothing_is_kept_before_a_choice(page, address, word) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + link(file()))
    dialog = received(page)
    expect(dialog.locator("h3")).to_have_text(NAME)
    holds = filled(word("received_holds"), **FIGURES)
    expect(dialog.locator(".holds")).to_contain_text(holds)
    dialog.get_by_role("button", name=word("received_look")).click()
    expect(dialog.locator(".look")).to_contain_text("Appeler la halte")
    assert kept(page) == {}
    assert "carnet=" in page.url
    dialog.get_by_role("button", name=word("received_keep")).click()
    assert answers_in(page, kept(page)["agir:open"]) == ANSWERS
    expect(page).to_have_url(address)
    assert [url for url in asked if url.partition("#")[0].find("carnet=") >= 0] == []


@pytest.mark.each_address
def test_closing_a_link_keeps_nothing_and_takes_it_out_of_the_address(page, address) -> None:
    seed(page, address, device())
    before = kept(page)
    page.goto(address + link(file(name="Sud")))
    expect(received(page).locator("h3")).to_have_text("Sud")
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)
    assert kept(page) == before
    page.reload()
    expect(page.locator("#keep [name=download]")).to_be_visible()
    expect(page.locator("dialog.received")).not_to_be_visible()


def test_a_link_merges_item_by_item(page, address, word) -> None:
    older = {"v": 1, "state": {"is": "later", "at": 7}, "note": written("Ici", "wz9")}
    seed(page, address, device({"intention-for-whom": older}, "Nord"))
    page.goto(address + link(file(name="Sud")))
    name = filled(word("received_merge"), name="Nord")
    received(page).get_by_role("button", name=name).click()
    expect(page.locator("dialog.received [role=status]")).to_have_text(
        filled(word("received_merged"), name="Nord")
    )
    found = answers_in(page, "n1")
    assert found["intention-for-whom"]["state"]["is"] == "talked"
    assert len(found["intention-for-whom"]["note"]["kept"]) == 2
    assert "agir:open" not in kept(page)


def test_ones_own_link_without_names_merges_into_nothing_new(page, address) -> None:
    seed(page, address, device())
    before = answers_in(page, "n1")
    bare = {id_: dict(answer) for id_, answer in ANSWERS.items()}
    step = written({"what": "Appeler la halte", "who": "", "due": "2027-03-01", "done": False})
    bare["intention-one-sentence"]["step"] = step
    page.goto(address + link(file(bare)))
    received(page).locator("[name=merge]").click()
    assert answers_in(page, "n1") == before


REFUSED = {
    "cut short": (link(file())[:-20], "broken"),
    "changed": (link(file())[:60] + "AAAA" + link(file())[64:], "broken"),
    "empty": ("#carnet=", "broken"),
    "HTML": ("#carnet=%3Cimg%20src=x%3E", "broken"),
    "other JSON": (link(b'{"a": 1}'), "foreign"),
    "of a later site": (link(file(version=2)), "later"),
    "a name that no question has": (link(file({SCRIPT: {"v": 1}})), "wrong"),
    "a bomb": (link(file()[:-1] + b" " * 40_000_000 + b"}"), "big"),
    "too long": ("#carnet=" + "A" * 60_000, "big"),
}


def test_a_link_that_cannot_be_read_says_why_and_changes_nothing(page, address, word) -> None:
    assert len(REFUSED["a bomb"][0]) < 60_000
    seed(page, address, device())
    before = kept(page)
    for what, (hash_, why) in REFUSED.items():
        page.goto(address + hash_)
        dialog = received(page)
        expect(dialog.locator("[role=status]"), what).to_have_text(word(f"refused_{why}"))
        expect(dialog.locator(".choices"), what).not_to_be_visible()
        page.keyboard.press("Escape")
        expect(page, what).to_have_url(address)
    assert kept(page) == before
