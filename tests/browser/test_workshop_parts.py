"""« Mon atelier », piece by piece: what comes to it, from its own page and from others."""

from __future__ import annotations

import re

from devices import NO_WORKER
from kept import planned
from playwright.sync_api import expect

NAMES = {"fr": "brise-glace", "en": "icebreaker"}  # in no title, nor in a question


def test_whatever_the_site_has_is_found_and_added(strict, own, lang) -> None:
    own.goto(strict.at("workshop", lang))
    for query, id_ in (
        ("eqdem", "eqdem"),
        ({"fr": "pieges vision", "en": "traps agenda"}[lang], "common-agenda-traps"),
        ({"fr": "desaccord", "en": "disagreement"}[lang], "naming-a-disagreement"),
        ({"fr": "interrogees separement", "en": "separately"}[lang], "common-agenda-same-answer"),
    ):
        own.locator("[name=find]").fill(query)
        own.locator(f"#take-{id_}").click()
        expect(own.locator(".points li").last.locator("input")).to_have_attribute("data-point", id_)
    own.locator("[name=own]").fill("Pause")
    own.press("[name=own]", "Enter")
    assert planned(own)[-2:] == ["common-agenda-same-answer", "own-1"]


def test_what_has_another_name_or_is_misspelled_is_found_by_the_search_of_the_site(
    strict, own, lang, word
) -> None:
    own.goto(strict.at("workshop", lang))
    for query, id_ in (
        (NAMES[lang], "opening-round"),
        ({"fr": "confience", "en": "trsut"}[lang], "trusting-relations"),
    ):
        own.locator("[name=find]").fill(query)
        expect(own.locator(f"#take-{id_}")).to_be_visible()
    own.locator(".proposed button").first.click()
    expect(own.locator(".proposed button").first).to_be_focused()  # the next one to add
    own.locator("[name=find]").fill("plan")  # which many questions say: pages called so come first
    said = re.escape(word("workshop_many").replace("{most}", "12").replace("{n}", "N"))
    expect(own.locator(".found")).to_have_text(re.compile(said.replace("N", r"\d+", 1)))
    expect(own.locator("#take-plan-on-a-page")).to_be_visible()
    expect(own.locator(".proposed li")).to_have_count(12)


def test_nothing_is_said_to_be_found_before_the_search_is_over_or_when_it_is_lost(
    strict, own, lang, word
) -> None:
    own.add_init_script(NO_WORKER)  # which would bring the index past the route
    own.goto(strict.at("workshop", lang))
    found = own.locator(".found")
    own.route("**/search.*.json", lambda route: route.fulfill(body="{"))
    own.locator("[name=find]").fill("zzzzqqqq")
    expect(found).to_have_text(word("search_fail"))
    held = []
    own.unroute_all()
    own.route("**/search.*.json", lambda route: held.append(route))  # noqa: PLW0108 (no built-in)
    with own.expect_request("**/search.*.json"):
        own.locator("[name=find]").fill(NAMES[lang])
    expect(found).to_be_empty()
    held[0].continue_()
    expect(own.locator("#take-opening-round")).to_be_visible()
    expect(found).to_have_text(re.compile(r"^\d"))
    own.locator("[name=find]").fill("zzzzqqqq")
    expect(found).to_have_text(word("search_none").replace("{query}", "zzzzqqqq"))


def test_a_sheet_says_its_minutes_before_it_is_added_and_the_total_stays_in_sight(
    strict, own, lang, word
) -> None:
    own.goto(strict.at("workshop", lang, "#ready-good-start"))
    expect(own.locator(".points li")).to_have_count(7)
    total = own.locator(".in-all")
    expect(total).to_contain_text(word("meeting_total").replace("{length}", "1 h 30"))
    expect(total).to_be_in_viewport()
    own.locator(".adding summary").click()
    row = own.locator(".proposed li", has=own.locator("#take-naming-a-disagreement"))
    expect(row.locator(".tag")).to_contain_text("min")
    own.locator("#take-naming-a-disagreement").click()
    status = own.locator(".meeting-status")
    expect(status).to_contain_text(word("workshop_added_before").split("{")[0])
    expect(status).to_be_in_viewport()
    expect(total).to_be_in_viewport()
    assert planned(own)[-2:] == ["naming-a-disagreement", "good-start-close"]


def test_a_page_gives_itself_a_section_or_a_question_to_the_workshop(
    strict, own, lang, word
) -> None:
    own.goto(strict.at("common-agenda", lang))
    own.locator(".talk-tools summary").click()
    for value in ("common-agenda-signs", "questions", "common-agenda-boundaries"):
        own.locator(".pieces select").select_option(value)
        own.locator("[name=add-piece]").click()
        expect(own.locator(".pieces [role=status]")).to_contain_text(word("piece_added"))
    own.goto(strict.at("eqdem", lang))
    own.locator("[name=add-piece]").click()
    own.locator("[name=add-piece]").click()
    expect(own.locator(".pieces [role=status]")).to_contain_text(word("piece_there"))
    assert planned(own) == [
        "common-agenda-signs",
        "common-agenda.questions",
        "common-agenda-boundaries",
        "eqdem",
    ]
    own.locator(".pieces [role=status] a").click()
    expect(own.locator(".agenda tbody a")).to_have_count(4)  # each is known by its name


def test_a_sheet_is_added_from_its_page_and_from_a_difficulty_once(strict, own, lang, word) -> None:
    own.goto(strict.at("opening-round", lang))
    own.locator("#facts").get_by_role("link", name=word("piece_add")).click()
    expect(own.locator(".points li")).to_have_count(1)
    expect(own.locator("[name=start]")).to_be_focused()
    own.locator(".points [name=remove]").click()
    own.reload()
    expect(own.locator(".no-points")).to_be_visible()
    own.goto(strict.at("difficulties", lang))
    own.locator(".situations summary").first.click()
    own.locator(".situations [open] a", has_text=word("piece_add")).click()
    expect(own.locator(".points li")).to_have_count(1)
    own.go_back()
    own.locator(".situations summary").first.click()
    own.locator(".situations [open] a[href*='?add=']").click()
    expect(own.locator(".meeting-status")).to_have_text(word("piece_there"))
    assert len(planned(own)) == 1


def test_the_page_of_the_cycle_is_a_point_like_another_and_enter_in_the_search_adds_nothing(
    strict, own, lang
) -> None:
    own.goto(strict.at("workshop", lang))
    own.locator("[name=own]").fill("Pause")
    own.locator("[name=find]").fill("cycle")
    own.press("[name=find]", "Enter")
    expect(own.locator("[name=find]")).to_be_focused()
    own.locator("#take-steps").click()
    assert planned(own) == ["steps"]
    expect(own.locator(".agenda tbody a")).to_have_attribute("href", strict.at("steps", lang))
    own.goto(strict.at("steps", lang))
    own.locator(".talk-tools summary").click()
    expect(own.locator(".pieces")).to_be_visible()
    offered = own.locator(".pieces option").evaluate_all("(all) => all.map((one) => one.value)")
    assert "questions" in offered
    assert not [value for value in offered if value.startswith("list-")]
