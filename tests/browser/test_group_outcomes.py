"""What a group says once its answers are opened, and what is kept of it."""

from __future__ import annotations

import io
import json
import re
from statistics import median_high, median_low

import pytest
from in_a_group import (
    ANSWERS,
    CODES,
    SHORT,
    came,
    kept,
    lead,
    links,
    open_answers,
    people,
    statements,
    take,
)
from playwright.sync_api import expect
from pypdf import PdfReader
from taking_stock import rows


def figure(words: list[str], said: list[str]) -> str:
    """The middle of answers, in words, counted by hand."""
    at = [ANSWERS.index(code) for code in said if code in ANSWERS]
    low, high = words[median_low(at)], words[median_high(at)]
    return low if low == high else f"entre {low} et {high}"


def test_forty_people_are_merged_into_the_right_middles_and_counts(site, person, label) -> None:
    page = person()
    lead(page, site)
    said = people(page, 40)
    take(page, *links(page, site, said))
    came(page, 40)
    open_answers(page)
    page.locator(".outcome > details", has=page.locator(".each")).locator("summary").click()
    words = [label(f"answer_{code.replace('-', '_')}", "fr") for code in ANSWERS]
    found = [row[1:] for row in rows(page, ".each")]
    assert len(found) == 10
    for id_, row in zip(statements(page), found, strict=True):
        mine = [one[id_] for one in said]
        assert row[:5] == [str(mine.count(code)) for code in CODES], id_
        assert row[5] == figure(words, mine), id_
        assert row[7] == str(40 - mine.count("unknown")), id_


def test_what_comes_after_the_answers_were_opened_waits_to_be_added(site, person) -> None:
    page = person()
    lead(page, site)
    all_links = links(page, site, [dict.fromkeys(statements(page), "fully") for _ in range(7)])
    take(page, *all_links[:5])
    open_answers(page)
    take(page, *all_links[5:])
    came(page, 7)
    assert rows(page, ".each")[0][4] == "5"
    expect(page.locator(".waiting")).to_contain_text("2")
    page.locator("[name=open]").click()
    expect(page.locator(".each tbody td").nth(3)).to_have_text("7")


def test_where_a_group_agrees_least_is_said_with_a_question_to_open_that_talk(site, person) -> None:
    page = person()
    lead(page, site)
    ids = statements(page)
    said = [dict.fromkeys(ids, "mostly") for _ in range(8)]
    for i, one in enumerate(said):
        one["point-learning-regular-moment"] = "not-yet" if i % 4 else "fully"
        one["point-learning-what-failed"] = "not-yet" if i % 2 else "fully"
    take(page, *links(page, site, said))
    open_answers(page)
    expect(page.locator(".least blockquote")).to_contain_text("ce qui n’a pas fonctionné")
    question = page.locator(".least .ask a")
    address = question.evaluate("(one) => one.href")
    assert address.endswith("#evaluation-learn-from-misses")  # not the first: its own
    talk = page.locator("#for-shared-measurement")
    page.locator(".said a[href='#for-shared-measurement']").click()
    expect(talk).to_have_attribute("open", "")
    assert page.url.endswith(f"#room-{SHORT}")
    talk.locator("[data-add]").click()
    assert any("shared-measurement-" in key for key in kept(page))


def test_a_room_survives_a_reload_and_the_next_one_begins_empty(site, person, lang, word) -> None:
    page = person()
    lead(page, site, lang)
    take(page, *links(page, site, people(page, 6)))
    open_answers(page)
    before = rows(page, ".each")
    page.reload()
    came(page, 6)
    expect(page.locator(".outcome")).to_be_visible()
    assert rows(page, ".each") == before
    page.locator("[name=close]").click()
    expect(page.locator(".closed")).to_contain_text(word("room_closed"))
    assert "people" not in json.dumps(kept(page))
    page.locator(".closed button").click()
    came(page, 6)
    expect(page.locator(".outcome")).to_be_visible()
    assert rows(page, ".each") == before
    page.locator("[name=close]").click()
    page.locator(f"button[name=lead][value={SHORT}]").click()
    expect(page.locator(".room > .came")).to_have_text(word("room_came_none"))


def test_a_group_keeps_its_portrait_and_compares_it_on_the_page_of_the_portrait(
    site, person, label
) -> None:
    page = person()
    page.clock.set_fixed_time("2026-05-12T15:00:00")
    lead(page, site)
    take(page, *links(page, site, [dict.fromkeys(statements(page), "fully") for _ in range(6)]))
    open_answers(page)
    page.locator("[name=keep]").click()
    expect(page.locator(".told-kept")).to_contain_text("2026")
    page.goto(site.at(SHORT))
    page.locator("input[name=point-agenda-parents][value=mostly]").check()
    option = page.locator("select[name=then] option").nth(1)
    expect(option).to_have_text(re.compile(r"12 mai 2026, 6 personnes"))
    page.select_option("select[name=then]", index=1)
    first = rows(page, ".compared")[0]
    assert first[1:] == [label("answer_fully", "fr"), label("answer_mostly", "fr"), "−1"]
    page.goto(site.at("notebooks"))
    expect(page.locator(".notebook a", has_text="Les cinq conditions")).to_be_visible()


def test_what_should_last_is_chosen_by_many_and_no_middle_is_made_of_it(site, person, lang) -> None:
    page = person()
    lead(page, site, lang, "what-should-last")
    said = [{"point-cause": "keep", "point-programs": way} for way in ("keep", "stop") * 3]
    take(page, *links(page, site, said, "what-should-last"))
    came(page, 6)
    open_answers(page)
    assert page.locator(".said li").first.inner_text().endswith(("(6 sur 6).", "(6 of 6)."))
    assert [row[1:] for row in rows(page, ".each")][3] == ["3", "0", "0", "3", "0", "6"]
    expect(page.locator(".least blockquote")).to_have_text(rows(page, ".each")[3][0])
    page.locator("[name=keep]").click()
    page.goto(site.at("what-should-last", lang))
    page.locator("input[name=point-cause][value=stop]").check()
    page.select_option("select[name=then]", index=1)
    assert "6" in rows(page, ".compared")[0][1]


def test_the_long_version_brings_the_levels_with_their_spread(site, person, label) -> None:
    page = person()
    lead(page, site, "fr", "five-conditions")
    levels = ("emerging", "rooted", "rooted", "in-place", "rooted", "unknown")
    take(page, *links(page, site, [{"point-agenda": one} for one in levels], "five-conditions"))
    came(page, 6)
    open_answers(page)
    found = {row[0]: row[1] for row in rows(page, ".shown")}
    rooted, emerging = label("level_rooted", "fr"), label("level_emerging", "fr")
    assert f"{rooted} ({emerging} à {rooted}; 5)" in found.values()


def test_a_room_goes_with_the_copy_of_its_notebook(site, person) -> None:
    page, other = person(), person()
    lead(page, site)
    take(page, *links(page, site, people(page, 6)))
    came(page, 6)
    page.goto(site.at("notebooks"))
    with page.expect_download() as download:
        page.locator("[name=download]").click()
    other.goto(site.at("notebooks"))
    expect(other.locator("#keep .file")).to_be_visible()
    other.locator("#keep .file").set_input_files(str(download.value.path()))
    other.locator("dialog.received [name=merge]").click()
    other.goto(site.at("group", "fr", f"#room-{SHORT}"))
    came(other, 6)


def test_no_trust_page_leads_to_a_room(site, page, lang) -> None:
    page.goto(site.at("group", lang))
    assert page.locator("button[value=trust-between-us]").count() == 0
    page.goto(site.at("trust-between-us", lang))
    assert page.locator(f"a[href*='{site.paths['group', lang].rpartition('/')[0]}']").count() == 0


@pytest.mark.parametrize("id_", [SHORT, "five-conditions", "what-should-last"])
def test_each_portrait_leads_to_its_group_page(site, page, lang, id_) -> None:
    page.goto(site.at(id_, lang))
    page.locator(f"a[href$='#group-{id_}']").click()
    expect(page.locator(f"button[name=lead][value={id_}]")).to_be_in_viewport()


def test_who_comes_back_to_the_page_finds_the_session_under_way(site, person, lang, word) -> None:
    page = person()
    lead(page, site, lang)
    take(page, *links(page, site, people(page, 3)))
    page.goto(site.at("home", lang))
    page.goto(site.at("group", lang))
    said = word("room_under_way").replace("{came}", word("room_came_many").replace("{n}", "3"))
    expect(page.locator(".under-way:visible")).to_have_text([said])
    page.locator("button[name=lead][value=ten-minutes]").click()
    came(page, 3)
    page.locator("[name=close]").click()
    expect(page.locator(".under-way:visible")).to_have_count(0)


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_what_a_group_says_takes_three_sheets_and_leaves_none_nearly_empty(
    site, person, lang, paper
) -> None:
    page = person()
    lead(page, site, lang)
    take(page, *links(page, site, people(page, 15)))
    open_answers(page)
    sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    assert [len(sheet.extract_text()) > 250 for sheet in sheets] == [True] * 3
