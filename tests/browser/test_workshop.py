"""« Mon atelier »: from a ready workshop, or piece by piece, to a run sheet, a link and copies."""

from __future__ import annotations

import csv
import io

import pytest
from kept import kept_in, planned
from notebooks import downloaded
from playwright.sync_api import expect

HOURS = {
    "fr": ["9 h", "9 h 10", "9 h 15", "9 h 35", "9 h 55", "10 h", "10 h 20"],
    "en": [f"{hour} a.m." for hour in ["9:00", "9:10", "9:15", "9:35", "9:55", "10:00", "10:20"]],
}
POINT = "good-start-arrival"


@pytest.fixture
def started(strict, own, lang):
    """The page of a workshop that was started from the ready one of ninety minutes."""
    own.goto(strict.at("good-start", lang))
    own.locator("#facts .button").click()
    expect(own.locator(".points li")).to_have_count(7)
    return own


def hours(page) -> list[str]:
    cells = page.locator(".agenda tbody td:first-child").all_inner_texts()
    return [text.replace("\xa0", " ") for text in cells]


def sent(page) -> str:
    """The link of a workshop, once it is made."""
    page.locator("[name=share]").click()
    link = page.locator(".sending .link")
    expect(link).not_to_have_value("")
    return link.input_value()


def test_a_ready_workshop_becomes_mine_at_one_press_and_takes_the_hours_of_its_start(
    started, lang, word
) -> None:
    expect(started.locator("[name=start]")).to_be_focused()
    started.fill("[name=start]", "09:00")
    started.press("[name=start]", "Tab")
    assert hours(started) == HOURS[lang]
    started.reload()
    expect(started.locator(".agenda tbody tr")).to_have_count(7)
    assert hours(started) == HOURS[lang]
    started.get_by_role("button", name=word("workshop_take")).nth(1).click()
    expect(started.locator(".points li")).to_have_count(8)
    for many in (7, 8, 7):  # there, and back again
        started.locator("[name=back]").click()
        expect(started.locator(".points li")).to_have_count(many)
    assert hours(started) == HOURS[lang]


def test_points_are_put_in_order_by_keys_that_keep_their_place(started) -> None:
    before = planned(started)
    started.locator(f"#down-{POINT}").focus()
    started.keyboard.press("Enter")
    started.keyboard.press("Enter")
    assert planned(started) == [*before[1:3], POINT, *before[3:]]
    expect(started.locator(f"#down-{POINT}")).to_be_focused()
    started.locator(f"#remove-{POINT}").press("Enter")
    expect(started.locator(f"#remove-{before[3]}")).to_be_focused()
    assert planned(started) == before[1:]


def test_a_link_brings_the_workshop_and_changes_nothing_before_it_is_taken(
    started, person, strict, lang
) -> None:
    started.fill("[name=start]", "09:00")
    link = sent(started)
    expect(started.locator(".sending svg")).to_be_visible()
    assert len(link) < 1000
    other = person(360)
    other.goto(link)
    expect(other.locator(".sent")).to_contain_text(started.locator("[name=title]").input_value())
    lines = other.locator(".sent li").all_inner_texts()[1:]  # after the hours of the whole
    assert [
        line.replace("\xa0", " ").startswith(hour)
        for hour, line in zip(HOURS[lang], lines, strict=True)
    ] == [True] * 7
    assert other.evaluate("localStorage.length") == 0
    other.locator("[name=take-sent]").click()
    expect(other.locator(".points li")).to_have_count(7)
    assert hours(other) == HOURS[lang]
    assert other.evaluate("location.hash") == ""
    other.goto(strict.at("home", lang))  # or the same document would only change its place
    other.goto(link[:-9])
    expect(other.locator("[name=take-sent]")).to_be_hidden()
    expect(other.locator(".sent p").first).to_be_visible()


def test_a_link_taken_where_its_workshop_was_replaced_brings_it_back_beside_the_other(
    started, strict, lang, word
) -> None:
    before = planned(started)
    link = sent(started)
    started.locator("[name=ready][value=who-does-what]").click()
    assert planned(started) != before
    expect(started.locator(".sending")).to_be_hidden()  # made of the other
    started.goto(strict.at("home", lang))
    started.goto(link)
    started.locator("[name=take-sent]").click()
    expect(started.locator(".points li")).to_have_count(len(before))
    assert planned(started) == before
    assert len(kept_in(started, "c-workshop")["note"]["kept"]) == 2
    expect(started.locator("main")).to_contain_text(word("workshop_taken_beside"))
    expect(started.locator(".workshop .versions")).to_be_focused()
    started.locator(".versions [name=all]").click()
    assert " + " in started.locator("[name=title]").input_value()
    assert len(planned(started)) > len(before)
    expect(started.locator(".meeting-status")).to_have_text(word("workshop_settled"))
    started.locator("[name=back]").click()  # both once more, one after the other
    assert planned(started) == before
    started.locator("[name=back]").click()
    assert len(planned(started)) != len(before)


def test_what_was_done_since_comes_back_too_when_one_goes_back_and_forth(started) -> None:
    started.locator("[name=ready][value=who-does-what]").click()
    whole = planned(started)
    started.locator(f"#remove-{whole[0]}").click()
    expect(started.locator("[name=back]")).to_be_in_viewport()
    back = started.locator("[name=back]")
    states = [whole[1:]]
    for _ in range(3):
        back.click()
        states.append(planned(started))
    assert states[1] == whole
    assert POINT in states[2]
    assert states[3] == whole[1:]


def test_minutes_left_empty_or_impossible_are_those_before_or_the_nearest(started) -> None:
    minutes = started.locator(".points input").first
    for typed, kept in (("", "10"), ("-5", "0"), ("999", "600")):
        minutes.fill(typed)
        minutes.press("Tab")
        expect(minutes).to_have_value(kept)


def test_a_plan_that_no_page_wrote_is_none(script) -> None:
    plan = {"v": 1, "date": "", "start": "09:00", "place": "", "review": 10, "items": []}
    point = {"id": "a", "minutes": 5}
    wrong = [
        {"start": "99:99"}, {"start": "abc"}, {"title": {}}, {"review": -1}, {"date": 3},
        {"items": [{**point, "text": 5}]}, {"items": [{**point, "minutes": 1e300}]},
        {"items": [{**point, "minutes": -5}]}, {"items": [None]}, {"v": 2},
        {"items": [{**point, "id": "c-steps"}]},
    ]  # fmt: skip
    right = [{}, {"start": ""}, {"start": "23:59:30"}, {"title": "Un"}, {"items": [point]}]
    said = "return given.map((plan) => planOf(JSON.stringify(plan)) !== undefined)"
    known = script(["meeting/agenda.lazy.js"], said, [plan | one for one in (*right, *wrong)])
    assert known == [True] * len(right) + [False] * len(wrong)


def test_a_copy_of_the_notebook_names_the_workshop_and_its_points(
    started, address, lang, word
) -> None:
    title = started.locator("[name=title]").input_value()
    started.goto(address)
    _name, content = downloaded(started, "csv")
    between = ";" if lang == "fr" else ","
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=between)
    found = next(one for one in lines if one["id"] == "c-workshop")
    assert found[f"label_{lang}"].startswith(word("workshop"))
    assert found["note"].startswith(title)
    assert "good-start" not in found["note"]
    assert len(found["note"].split("\n")) == 8


def test_two_plans_as_one_keep_a_title_that_one_of_them_has(script) -> None:
    said = """
      const one = { ...EMPTY, title: "Lundi", items: [{ id: "a", minutes: 5 }] };
      const two = { ...EMPTY, start: "09:00", items: [{ id: "b", minutes: 10 }] };
      const both = bothPlans([one, two]);
      return [both.title, both.start, both.items.length, "title" in bothPlans([EMPTY, two])];
    """
    assert script(["meeting/agenda.lazy.js"], said) == ["Lundi", "09:00", 2, False]


def test_a_search_wants_every_word_and_puts_titles_first(script) -> None:
    said = """
      const all = new Map([
        ["a", { text: "Les pièges", page: "Vision commune" }],
        ["b", { text: "Vision et pièges" }],
        ["c", { text: "Vision", kind: "Outil" }],
      ]);
      const entries = folded(all);
      const queries = ["pieg vis", "VISION", "outil vision", "", "rien"];
      return queries.map((query) => found(entries, query));
    """
    expected = [["b", "a"], ["b", "c", "a"], ["c"], [], []]
    assert script(["workshop/finding.lazy.js"], said) == expected
