"""« Mes carnets »: what the notebook in use holds, by page of the site."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from axe import violations
from my_notebooks import QUESTION, answer, book, opened
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

STATEMENT = "point-agenda-same-change"


@pytest.fixture
def own(browser, site, lang) -> Iterator[Any]:
    """`own(store)` opens « Mes carnets » in a profile of its own, whose store holds that."""
    with browser.new_context() as made:
        yield partial(opened, made, site.at("notebooks", lang))


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


def test_the_contents_follow_what_another_tab_notes(own, site, lang) -> None:
    page = own()
    other = page.context.new_page()
    other.goto(site.at("intention", lang))
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


def test_a_session_under_way_is_told_and_led_to_where_nothing_else_is_noted(
    own, lang, label
) -> None:
    room = "room-ten-minutes-2027-01-08-2"
    page = own({f"agir:n1:{room}": answer("open")})
    link = page.locator(f"#open a[data-is={room}]")
    expect(link).to_have_attribute("href", re.compile(r"#room-ten-minutes$"))
    expect(page.locator("#open")).not_to_contain_text(label("contents_empty", lang))
    expect(page.locator(".books .muted")).to_contain_text(label("book_room", lang))
    expect(page.locator(".books .muted")).not_to_contain_text(label("book_answers_none", lang))
    page.locator("button[name=erase]").click()
    expect(page.locator("#erase-what")).to_contain_text(label("books_erase_rooms", lang))
    page.keyboard.press("Escape")
    link.click()
    expect(page.locator(".room h2")).to_be_visible()


@pytest.mark.parametrize("texts", ["a", "aa", "ab", "abb"])
def test_workshops_that_differ_after_a_merge_are_told_and_where_to_choose(own, texts) -> None:
    plan = {"v": 1, "date": "", "start": "", "place": "", "review": 0}
    items = [[{"id": "own-1", "minutes": 5, "text": text}] for text in texts]
    kept = [
        {"by": f"w{n}", "n": 1, "at": n + 1, "value": json.dumps({**plan, "items": one})}
        for n, one in enumerate(items)
    ]
    note = {"kept": kept, "seen": {one["by"]: 1 for one in kept}}
    page = own({"agir:n1:c-workshop": {"v": 1, "note": note}})
    expect(page.locator("#open .choose")).to_be_visible(visible=len(set(texts)) > 1)
    page.locator("#open h3 a").click()
    expect(page.locator(".workshop .plan")).to_be_visible()
    expect(page.locator(".workshop .versions:visible")).to_have_count(int(len(set(texts)) > 1))


def test_portraits_are_led_to_and_are_no_questions_that_the_site_does_not_ask(
    own, site, lang
) -> None:
    page = own(
        {f"agir:n1:{id_}": answer("mostly") for id_ in (STATEMENT, "kept-five-conditions-x")}
    )
    address = site.paths["five-conditions", lang]
    expect(page.locator(f"#open a[href$='{address}']")).to_be_visible()
    expect(page.locator("#open code")).to_have_count(0)
