"""« Faire le point »: answered with and without scripts, kept, shown, laid over another day."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from axe import violations
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CODES = ("not-yet", "a-little", "mostly", "fully", "unknown")
# Known answers: one condition is strong, one has answers far apart, one nobody knows.
GIVEN = {
    "point-agenda": "in-place",
    "point-agenda-same-change": "fully",
    "point-agenda-plain-words": "mostly",
    "point-agenda-parents": "mostly",
    "point-activities-who-does-what": "not-yet",
    "point-activities-adjusted": "not-yet",
    "point-activities-strengths": "fully",
    "point-activities-before-new": "fully",
    "point-learning-half-page": "unknown",
    "point-learning-what-failed": "a-little",
    "point-communication-absent": "a-little",
}


@pytest.fixture
def fresh(browser) -> Iterator[Page]:
    """A page in a profile of its own: what it keeps goes with it."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(30_000)
        yield context.new_page()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value={value}]").check()


def answer(page: Page, given: dict[str, str] = GIVEN) -> None:
    for name, value in given.items():
        choose(page, name, value)


def kept(page: Page, question: str) -> str:
    said = page.evaluate("(key) => localStorage.getItem(key)", f"agir:n1:{question}")
    return str(json.loads(said)["state"]["is"]) if said else ""


def rows(page: Page, table: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(f"{table} tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return found


@pytest.mark.parametrize(
    "id_", ["ten-minutes", "five-conditions", "what-should-last", "trust-between-us"]
)
def test_a_page_says_first_what_it_is_for_and_that_nobody_else_sees_it(
    site, page, lang, label, id_
) -> None:
    page.goto(site.at(id_, lang))
    first = page.locator(".page-body > *").first
    expect(first).to_have_text(label("portrait_promise", lang))
    said = first.inner_text()
    assert re.search(r"bailleur de fonds|funder", said)


def test_without_scripts_the_sheet_can_be_filled_and_nothing_promises_more(
    site, plain_page, lang
) -> None:
    plain_page.goto(site.at("five-conditions", lang))
    answer(plain_page)
    for name, value in GIVEN.items():
        expect(plain_page.locator(f"input[name={name}][value={value}]")).to_be_checked()
    expect(plain_page.locator(".portrait button:visible")).to_have_count(0)
    expect(plain_page.locator("#results .by-hand")).to_be_visible()


def test_i_do_not_know_is_always_a_choice(site, page, lang) -> None:
    for id_ in ("ten-minutes", "five-conditions", "what-should-last", "trust-between-us"):
        page.goto(site.at(id_, lang))
        names = page.locator(".portrait input[type=radio]").evaluate_all(
            "(all) => [...new Set(all.map((one) => one.name))]"
        )
        unknown = page.locator(".portrait input[value=unknown]").evaluate_all(
            "(all) => all.map((one) => one.name)"
        )
        assert names == unknown
        assert names


def test_an_answer_stays_after_a_reload_in_the_other_language_and_in_the_short_version(
    site, fresh
) -> None:
    fresh.goto(site.at("five-conditions"))
    answer(fresh)
    fresh.locator("[data-remark=point-agenda]").fill("La phrase est au mur de l'école.")
    fresh.goto(site.at("five-conditions", "en"))
    expect(fresh.locator("input[name=point-agenda][value=in-place]")).to_be_checked()
    expect(fresh.locator("[data-remark=point-agenda]")).to_have_value(re.compile("mur de l'école"))
    fresh.goto(site.at("ten-minutes", "en"))
    expect(fresh.locator("input[name=point-agenda-parents][value=mostly]")).to_be_checked()
    assert kept(fresh, "point-agenda-parents") == "mostly"


def test_known_answers_give_the_known_table_and_the_picture_says_it_has_one(
    site, fresh, lang, label
) -> None:
    fresh.goto(site.at("five-conditions", lang))
    expect(fresh.locator("#results .empty")).to_be_visible()
    answer(fresh)
    found = {row[0]: row[1:] for row in rows(fresh, ".shown")}
    agenda, activities, communication, learning, support = found
    a_little, mostly, fully = (
        label(f"answer_{one}", lang) for one in ("a_little", "mostly", "fully")
    )
    not_yet = label("answer_not_yet", lang)
    to = "à" if lang == "fr" else "to"
    between = (
        f"entre {a_little} et {mostly}" if lang == "fr" else f"between {a_little} and {mostly}"
    )
    level = label("level_in_place", lang)
    assert found[agenda] == [level, *"00210", mostly, f"{mostly} {to} {fully}", "3"]
    assert found[activities] == ["–", *"20020", between, f"{not_yet} {to} {fully}", "4"]
    assert found[communication][1:6] == list("01000")
    assert found[learning][5] == "1"
    assert found[support] == ["–", *"00000", "–", "–", "0"]
    picture = fresh.locator("svg.picture").first
    expect(picture).to_have_accessible_name(label("results_picture", lang))
    expect(picture).to_have_accessible_description(label("results_desc", lang))
    assert picture.locator("circle").count() == 9  # the answers, « Je ne sais pas » apart


def test_strengths_are_said_first_and_a_talk_leads_to_its_sheet_and_questions(
    site, fresh, lang
) -> None:
    fresh.goto(site.at("five-conditions", lang))
    answer(fresh)
    said = fresh.locator(".said li")
    name = fresh.locator("#point-agenda h2").inner_text()
    expect(said.first).to_contain_text(name)
    talk = said.filter(has=fresh.locator("a[href='#for-reinforcing-activities']"))
    talk.locator("a").click()
    follow = fresh.locator("#for-reinforcing-activities")
    expect(follow).to_have_attribute("open", "")
    leads = follow.locator("li a").evaluate_all("(all) => all.map((one) => one.href)")
    assert len(leads) >= 5  # its section, two sheets, and questions
    follow.locator("button").click()
    expect(follow.locator("[role=status]")).to_contain_text("3")
    assert kept(fresh, "reinforcing-activities-map") == "later"
    follow.locator("button").click()
    expect(follow.locator("[role=status]")).not_to_contain_text("3")


def test_putting_questions_in_the_notebook_leaves_what_was_said_of_them(site, fresh) -> None:
    fresh.goto(site.at("reinforcing-activities"))
    fresh.locator("[data-question=reinforcing-activities-map]").check()
    fresh.goto(site.at("five-conditions"))
    fresh.locator("#for-reinforcing-activities summary").click()
    fresh.locator("#for-reinforcing-activities button").click()
    expect(fresh.locator("#for-reinforcing-activities [role=status]")).to_contain_text("2")
    assert kept(fresh, "reinforcing-activities-map") == "talked"
    assert kept(fresh, "reinforcing-activities-strengths") == "later"


def test_a_portrait_is_kept_with_its_date_and_laid_over_another(site, fresh, lang) -> None:
    fresh.clock.set_fixed_time("2026-05-12T15:00:00")
    fresh.goto(site.at("five-conditions", lang))
    answer(fresh)
    fresh.click("button[name=keep]")
    expect(fresh.locator("#results > [role=status]")).to_contain_text("2026")
    assert kept(fresh, "kept-five-conditions-2026-05-12") == "kept"
    fresh.clock.set_fixed_time("2027-05-12T15:00:00")
    fresh.goto(site.at("five-conditions", lang))
    answer(fresh, {"point-communication-absent": "fully", "point-agenda": "rooted"})
    fresh.select_option("select[name=then]", "2026-05-12")
    changed = {row[0]: row[1:] for row in rows(fresh, ".compared")}
    assert [row[2] for row in changed.values()] == ["0", "0", "0", "+2", "–"]
    expect(fresh.locator(".compared thead")).to_contain_text("2026")
    assert fresh.locator(".dots svg rect").count() == 4  # a shape of its own, not a colour
    fresh.locator(".radar summary").click()
    assert fresh.locator(".radar svg [stroke-dasharray='6 5']").count() == 1
    fresh.click("button[name=drop]")
    expect(fresh.locator("select[name=then]")).to_be_hidden()
    fresh.click("button[name=undo]")
    fresh.select_option("select[name=then]", "2026-05-12")
    assert len(rows(fresh, ".compared")) == 5


def test_two_portraits_of_a_day_are_both_kept(site, fresh) -> None:
    fresh.clock.set_fixed_time("2026-05-12T09:00:00")
    fresh.goto(site.at("ten-minutes"))
    for value in ("a-little", "mostly", "mostly"):
        choose(fresh, "point-agenda-parents", value)
        fresh.click("button[name=keep]")
    days = fresh.locator("select[name=then] option").evaluate_all(
        "(all) => all.map((o) => o.value)"
    )
    assert days == ["", "2026-05-12-2", "2026-05-12"]


def test_starting_over_can_be_undone(site, fresh) -> None:
    fresh.goto(site.at("five-conditions"))
    answer(fresh)
    before = rows(fresh, ".shown")
    fresh.click("button[name=again]")
    expect(fresh.locator(".portrait input:checked")).to_have_count(0)
    expect(fresh.locator("#results .empty")).to_be_visible()
    fresh.click("button[name=undo]")
    expect(fresh.locator("#results .empty")).to_be_hidden()
    assert rows(fresh, ".shown") == before


def test_what_should_last_is_chosen_kept_and_compared_in_words(site, fresh, lang, label) -> None:
    fresh.clock.set_fixed_time("2026-05-12T15:00:00")
    fresh.goto(site.at("what-should-last", lang))
    answer(fresh, {"point-cause": "keep", "point-programs": "hand-over"})
    fresh.click("button[name=keep]")
    said = fresh.locator(".said li").last
    expect(said).to_contain_text(label("way_hand_over", lang))
    expect(said.locator("a")).to_have_count(2)  # the strategies that would carry it
    choose(fresh, "point-programs", "unknown")
    expect(said.locator("a").first).to_have_attribute("href", "#for-activities-and-programs")
    choose(fresh, "point-programs", "stop")
    fresh.select_option("select[name=then]", "2026-05-12")
    last = rows(fresh, ".compared")[-1]
    assert last[1:] == [label("way_hand_over", lang), label("way_stop", lang), "≠"]


def test_a_choice_is_named_by_its_way_and_its_thing(site, page, lang, label) -> None:
    page.goto(site.at("what-should-last", lang))
    choice = page.locator("input[name=point-cause][value=hand-over]")
    thing = page.locator("#l-point-cause").inner_text()
    expect(choice).to_have_accessible_name(f"{label('way_hand_over', lang)} {thing}")


def test_trust_is_talked_about_and_never_counted_nor_compared(site, fresh, lang) -> None:
    fresh.goto(site.at("trust-between-us", lang))
    choose(fresh, "sincerity-avoided-topic", "deepen")
    assert kept(fresh, "sincerity-avoided-topic") == "deepen"
    assert fresh.locator("#results, .portrait svg, .portrait table, select[name=then]").count() == 0
    assert fresh.locator("button[name=keep]").count() == 0
    fresh.goto(site.at("sincerity", lang))
    state = fresh.locator("#sincerity-avoided-topic select[name=state]")
    expect(state).to_have_value("deepen")


def test_two_tabs_follow_each_other(site, fresh) -> None:
    fresh.goto(site.at("five-conditions"))
    other = fresh.context.new_page()
    other.goto(site.at("ten-minutes"))
    expect(other.locator("#results .actions")).to_be_visible()
    choose(fresh, "point-support-hours", "mostly")
    expect(other.locator("input[name=point-support-hours][value=mostly]")).to_be_checked()
    expect(other.locator(".shown tbody tr").first).to_contain_text("1")


def test_without_a_store_answers_are_shown_and_it_says_that_nothing_is_kept(
    site, fresh, lang, label
) -> None:
    fresh.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    fresh.goto(site.at("ten-minutes", lang))
    choose(fresh, "point-agenda-parents", "mostly")
    expect(fresh.locator(".told")).to_have_text(label("talk_unsaved", lang))
    expect(fresh.locator(".shown")).to_be_visible()


def test_a_sheet_is_answered_and_kept_by_keyboard_alone(site, fresh) -> None:
    fresh.goto(site.at("ten-minutes"))
    expect(fresh.locator("#results .actions")).to_be_visible()
    fresh.locator("input[name=point-agenda-same-change]").first.focus()
    for _ in range(10):
        fresh.keyboard.press("Space")
        fresh.keyboard.press("ArrowRight")
        while True:
            fresh.keyboard.press("Tab")
            focused = fresh.evaluate("[document.activeElement.type, document.activeElement.name]")
            if focused[0] == "radio" or focused[1] == "keep":
                break
    assert focused[1] == "keep"
    assert len(rows(fresh, ".shown")) == 5
    assert {row[-1] for row in rows(fresh, ".shown")} == {"2"}
    fresh.keyboard.press("Enter")
    expect(fresh.locator("select[name=then]")).to_be_visible()


def test_nothing_is_sent_while_a_group_takes_stock(site, fresh) -> None:
    fresh.goto(site.at("five-conditions"))
    expect(fresh.locator("#results .actions")).to_be_visible()
    fresh.wait_for_load_state("networkidle")
    sent: list[str] = []
    fresh.on("request", lambda request: sent.append(request.url))
    answer(fresh)
    fresh.click("button[name=keep]")
    expect(fresh.locator("select[name=then]")).to_be_visible()
    assert sent == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_paper_there_is_room_to_write_and_nothing_to_press(either_site, tab, scripts) -> None:
    page = tab(java_script_enabled=scripts)
    page.goto(either_site.at("five-conditions"))
    page.emulate_media(media="print")
    room = page.locator("[data-remark=point-agenda]").bounding_box()
    assert room
    assert room["height"] >= 60
    expect(page.locator(".portrait button:visible, .portrait details:visible")).to_have_count(0)
    expect(page.locator(".portrait input[name=point-agenda]").first).to_be_visible()
    expect(page.locator(".by-hand")).to_be_visible()


@pytest.mark.parametrize("id_", ["five-conditions", "what-should-last"])
def test_axe_finds_nothing_once_it_is_answered_and_compared(either_site, fresh, lang, id_) -> None:
    fresh.goto(either_site.at(id_, lang))
    answer(fresh, GIVEN if id_ == "five-conditions" else {"point-cause": "keep"})
    fresh.click("button[name=keep]")
    fresh.locator("select[name=then]").select_option(index=1)
    expect(fresh.locator(".compared")).to_be_visible()
    fresh.evaluate("document.querySelectorAll('.portrait details').forEach((d) => d.open = true)")
    assert violations(fresh, 320, 1280) == []
    assert fresh.evaluate("document.documentElement.scrollWidth") <= 1280


def test_axe_finds_nothing_on_trust(either_site, page, lang) -> None:
    page.goto(either_site.at("trust-between-us", lang))
    assert violations(page, 320, 1280) == []


@pytest.mark.parametrize("id_", ["five-conditions", "what-should-last", "trust-between-us"])
def test_a_narrow_phone_never_scrolls_sideways(either_site, fresh, id_) -> None:
    fresh.set_viewport_size({"width": 320, "height": 700})
    fresh.goto(either_site.at(id_))
    if id_ == "five-conditions":
        answer(fresh)
        fresh.click("button[name=keep]")
        fresh.locator("select[name=then]").select_option(index=1)
    assert fresh.evaluate("document.documentElement.scrollWidth") == 320
