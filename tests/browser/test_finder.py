"""The finder of tools and sheets: its filters, its address, and the plain list it is made from."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

STEPS = ("intention", "situation-analysis", "planning", "implementation", "evaluation")
LINKS = ".results > li h3 a"
ADDRESSES = "(links) => links.map((link) => link.href)"
FILTERS = [
    {"step": "planning"},
    {"condition": "shared-measurement"},
    {"people": "1-9"},
    {"people": "76-"},
    {"minutes": "1-20"},
    {"minutes": "1-180"},
    {"language": "en"},
    {"kind": "sheet"},
    {"kind": "tool", "language": "fr"},
    {"step": "intention", "condition": "common-agenda", "minutes": "1-60"},
]
CASES = yaml.safe_load((Path(__file__).parent / "finder.yml").read_text("utf-8"))
EXPECTED = [
    pytest.param(case["filters"], set(case["shows"]), id=" ".join(case["filters"].values()))
    for case in CASES["sheets"]
]
ANY_SIZE = set(CASES["any_size"])


@pytest.fixture(scope="module")
def entries(site) -> dict[str, dict[str, Any]]:
    """What the finder should hold, from the open data: tools and sheets by id."""
    found = site.read("api/v1/entries.json")["entries"]
    return {one["id"]: one for one in found if one["collection"] in ("tools", "sheets")}


def kind_of(entry: dict[str, Any]) -> str:
    return entry["collection"].removesuffix("s")


def minutes_of(entry: dict[str, Any]) -> Any:
    if kind_of(entry) == "sheet":
        return {"min": sum(moment["minutes"] for moment in entry["moments"])}
    return entry["minutes"]


def passes(entry: dict[str, Any], name: str, value: str) -> bool:
    if name == "kind":
        return kind_of(entry) == value
    if name == "language":
        return value in entry.get("languages", [] if kind_of(entry) == "tool" else ["fr", "en"])
    if name in ("step", "condition"):
        return value in entry.get(f"{name}s", [])
    if name == "minutes":
        minutes = minutes_of(entry)
        return minutes == "unknown" or minutes["min"] <= int(value.split("-")[1])
    people = entry["group_size"]
    if people == "unknown":
        return True
    least, most = (int(end or 10**6) for end in value.split("-"))
    return people["min"] <= most and least <= people.get("max", 10**6)


def matching(entries: dict[str, dict[str, Any]], filters: dict[str, str]) -> set[str]:
    return {
        id_
        for id_, entry in entries.items()
        if all(passes(entry, name, value) for name, value in filters.items())
    }


def shown(page) -> list[str]:
    """The addresses of the results on screen."""
    return page.locator(f"{LINKS}:visible").evaluate_all(ADDRESSES)


def choose(page, filters: dict[str, str]) -> None:
    for name, value in filters.items():
        page.select_option(f"#f-{name}", value)
    taken_up = [f"{name}={value}" for name, value in filters.items() if value]
    page.wait_for_url(lambda url: all(one in url for one in taken_up))


@pytest.mark.parametrize("filters", FILTERS, ids=lambda one: " ".join(one.values()))
def test_filters_leave_what_matches_them(site, page, lang, entries, filters) -> None:
    page.goto(site.at("tools", lang))
    choose(page, filters)
    wanted = matching(entries, filters)
    expect(page.locator(".finder-count")).to_have_text(re.compile(rf"^{len(wanted)}\b"))
    assert sorted(shown(page)) == sorted(site.at(id_, lang) for id_ in wanted)
    groups = page.locator(".finder-group:visible")
    for group in groups.all():
        expect(group.locator(".results > li:visible").first).to_be_visible()


@pytest.mark.parametrize(("filters", "wanted"), EXPECTED)
def test_the_words_of_a_filter_are_kept(site, page, filters, wanted) -> None:
    page.goto(site.at("tools"))
    choose(page, filters)
    assert set(shown(page)) == {site.at(id_) for id_ in wanted}


def test_a_size_that_is_unknown_stays_and_says_so(site, page, lang, entries, label) -> None:
    page.goto(site.at("tools", lang, "?kind=tool&people=76-"))
    unknown = {id_ for id_, entry in entries.items() if entry["group_size"] == "unknown"}
    expect(page.locator(f"{LINKS}:visible")).to_have_count(len(unknown | ANY_SIZE))
    assert set(shown(page)) == {site.at(id_, lang) for id_ in unknown | ANY_SIZE}
    word = label("people_unknown", lang)
    said = page.locator(".results > li:visible", has=page.locator(".tag:visible", has_text=word))
    links = said.locator("h3 a").evaluate_all(ADDRESSES)
    assert set(links) == {site.at(id_, lang) for id_ in unknown}
    page.select_option("#f-people", "")
    expect(page.locator(".no-size").first).to_be_hidden()


def test_a_word_on_a_card_explains_itself_and_the_rest_leads_on(site, page, lang) -> None:
    page.goto(site.at("tools", lang))
    card = page.locator(".results > li", has=page.locator("button.term")).first
    term = card.locator("button.term").first
    term.click()
    expect(page.locator(f"#{term.get_attribute('popovertarget')}")).to_be_visible()
    page.keyboard.press("Escape")
    address = card.locator("h3 a").evaluate("(link) => link.href")
    size = card.bounding_box()
    card.click(position={"x": size["width"] - 8, "y": size["height"] - 8})
    expect(page).to_have_url(address)


@pytest.mark.each_address
def test_the_address_holds_the_filters(site, page, entries) -> None:
    page.goto(site.at("tools"))
    choose(page, {"step": "evaluation", "kind": "tool"})
    expect(page).to_have_url(site.at("tools", "fr", "?step=evaluation&kind=tool"))
    wanted = shown(page)
    assert len(wanted) == len(matching(entries, {"step": "evaluation", "kind": "tool"}))
    page.reload()
    assert shown(page) == wanted
    expect(page.locator("#f-step")).to_have_value("evaluation")


def test_back_and_forward_go_through_the_filters(site, page, entries) -> None:
    page.goto(site.at("tools"))
    choose(page, {"step": "evaluation", "kind": "sheet"})
    page.go_back()
    expect(page.locator("#f-kind")).to_have_value("")
    assert len(shown(page)) == len(matching(entries, {"step": "evaluation"}))
    page.go_back()
    assert len(shown(page)) == len(entries)
    page.go_forward()
    expect(page.locator("#f-step")).to_have_value("evaluation")


@pytest.mark.each_address
def test_back_from_a_result_returns_to_the_filtered_list(site, page) -> None:
    page.goto(site.at("tools"))
    choose(page, {"step": "evaluation", "kind": "sheet"})
    wanted = shown(page)
    page.locator(f"{LINKS}:visible").first.click()
    expect(page).to_have_url(wanted[0])
    page.go_back()
    expect(page.locator("#f-kind")).to_have_value("sheet")
    assert shown(page) == wanted


def test_an_address_with_unknown_filters_shows_everything(site, page, entries) -> None:
    page.goto(site.at("tools", "fr", "?step=nowhere&x=1"))
    assert len(shown(page)) == len(entries)
    expect(page.locator("#f-step")).to_have_value("")


def test_unknown_durations_stay_and_say_so(site, page, lang, entries, label) -> None:
    page.goto(site.at("tools", lang, "?minutes=1-20"))
    unknown = {id_ for id_, entry in entries.items() if minutes_of(entry) == "unknown"}
    said = page.locator(".results > li:visible", has_text=label("minutes_unknown", lang))
    listed = said.locator("h3 a").evaluate_all(ADDRESSES)
    assert unknown
    assert set(listed) == {site.at(id_, lang) for id_ in unknown}


@pytest.mark.each_address
def test_no_result_says_so_and_everything_comes_back(site, page, lang, entries, label) -> None:
    steps = page.locator("#f-step option")
    conditions = page.locator("#f-condition option")
    page.goto(site.at("tools", lang))
    choices = product(*([o.get_attribute("value") for o in s.all()] for s in (steps, conditions)))
    nothing = next(
        filters
        for step, condition in choices
        if step and condition
        for minutes in ("", "1-20")
        for filters in [{"kind": "sheet", "step": step, "condition": condition, "minutes": minutes}]
        if not matching(entries, {name: value for name, value in filters.items() if value})
    )
    choose(page, nothing)
    count = page.locator(".finder-count")
    expect(count).to_have_text(label("finder_none", lang))
    assert not shown(page)
    expect(count).to_have_role("status")
    page.click(".finder [type=reset]")
    expect(page.locator(f"{LINKS}:visible")).to_have_count(len(entries))
    expect(page).to_have_url(site.at("tools", lang))
    expect(page.locator("#f-kind")).to_have_value("")


def test_filters_work_by_keyboard_alone(site, page, entries) -> None:
    page.goto(site.at("tools"))
    page.locator("#f-kind").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#f-kind")).to_have_value("sheet")
    assert len(shown(page)) == len(matching(entries, {"kind": "sheet"}))
    expect(page.locator("#f-kind")).to_be_focused()


def test_without_scripts_everything_is_listed_by_step(site, plain_page, lang, entries) -> None:
    plain_page.goto(site.at("tools", lang))
    addresses = [site.at(id_, lang) for id_ in entries]
    assert sorted(shown(plain_page)) == sorted(addresses)
    groups = plain_page.locator(".finder-group")
    ids = groups.evaluate_all("(all) => all.map((one) => one.id)")
    assert ids[: len(STEPS)] == [f"for-{step}" for step in STEPS]
    for step in STEPS:
        listed = plain_page.locator(f"#for-{step} {LINKS}").evaluate_all(ADDRESSES)
        first = [id_ for id_ in entries if (entries[id_].get("steps") or [""])[0] == step]
        assert set(listed) <= {site.at(id_, lang) for id_ in first}
        assert len(listed) > 1


def test_without_scripts_there_is_no_dead_form(site, plain_page, lang) -> None:
    plain_page.goto(site.at("tools", lang))
    for control in plain_page.locator("form, select, input").all():
        expect(control).to_be_hidden()


def test_the_pages_language_comes_first(site, page, lang, entries) -> None:
    page.goto(site.at("tools", lang))
    by_address = {site.at(id_, lang): entry for id_, entry in entries.items()}
    for group in page.locator(".finder-group").all():
        listed = [by_address[one] for one in group.locator("h3 a").evaluate_all(ADDRESSES)]
        ranks = [
            0 if kind_of(entry) == "sheet" else 1 if lang in entry.get("languages", []) else 2
            for entry in listed
        ]
        assert ranks == sorted(ranks)
