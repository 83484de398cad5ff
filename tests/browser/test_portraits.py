"""« Faire le point »: answered with and without scripts, and what the answers show."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from taking_stock import GIVEN, answer, choose, keeps, rows


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
    keeps(fresh, "point-communication-absent", "a-little")  # the last one
    fresh.goto(site.at("five-conditions", "en"))
    expect(fresh.locator("input[name=point-agenda][value=in-place]")).to_be_checked()
    expect(fresh.locator("[data-remark=point-agenda]")).to_have_value(re.compile("mur de l'école"))
    fresh.goto(site.at("ten-minutes", "en"))
    expect(fresh.locator("input[name=point-agenda-parents][value=mostly]")).to_be_checked()
    keeps(fresh, "point-agenda-parents", "mostly")


def test_known_answers_give_the_known_table_and_the_picture_says_it_has_one(
    site, fresh, lang, label
) -> None:
    fresh.goto(site.at("five-conditions", lang))
    expect(fresh.locator("#results .empty")).to_be_visible()
    answer(fresh)
    found = {row[0]: row[1:] for row in rows(fresh, ".shown")}
    agenda, activities, communication, learning, support = found
    mostly, fully = (label(f"answer_{one}", lang) for one in ("mostly", "fully"))
    not_yet = label("answer_not_yet", lang)
    to = "à" if lang == "fr" else "to"
    between = f"entre {not_yet} et {fully}" if lang == "fr" else f"between {not_yet} and {fully}"
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
    keeps(fresh, "reinforcing-activities-map", "later")
    follow.locator("button").click()
    expect(follow.locator("[role=status]")).not_to_contain_text("3")


def test_putting_questions_in_the_notebook_leaves_what_was_said_of_them(site, fresh) -> None:
    fresh.goto(site.at("reinforcing-activities"))
    fresh.locator("[data-question=reinforcing-activities-map]").check()
    keeps(fresh, "reinforcing-activities-map", "talked")
    fresh.goto(site.at("five-conditions"))
    fresh.locator("#for-reinforcing-activities summary").click()
    fresh.locator("#for-reinforcing-activities button").click()
    expect(fresh.locator("#for-reinforcing-activities [role=status]")).to_contain_text("2")
    keeps(fresh, "reinforcing-activities-map", "talked")
    keeps(fresh, "reinforcing-activities-strengths", "later")


def test_a_choice_is_named_by_its_way_and_its_thing(site, page, lang, label) -> None:
    page.goto(site.at("what-should-last", lang))
    choice = page.locator("input[name=point-cause][value=hand-over]")
    thing = page.locator("#l-point-cause").inner_text()
    expect(choice).to_have_accessible_name(f"{label('way_hand_over', lang)} {thing}")


def test_trust_is_talked_about_and_never_counted_nor_compared(site, fresh, lang) -> None:
    fresh.goto(site.at("trust-between-us", lang))
    choose(fresh, "sincerity-avoided-topic", "deepen")
    keeps(fresh, "sincerity-avoided-topic", "deepen")
    assert fresh.locator("#results, .portrait svg, .portrait table, select[name=then]").count() == 0
    assert fresh.locator("button[name=keep]").count() == 0
    fresh.goto(site.at("sincerity", lang))
    state = fresh.locator("#sincerity-avoided-topic select[name=state]")
    expect(state).to_have_value("deepen")


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
