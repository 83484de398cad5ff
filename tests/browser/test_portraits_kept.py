"""« Faire le point »: portraits kept, laid over another day, taken out, printed; nothing sent."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import expect
from taking_stock import GIVEN, answer, choose, keeps, rows


def test_a_portrait_is_kept_with_its_date_and_laid_over_another(site, fresh, lang) -> None:
    fresh.clock.set_fixed_time("2026-05-12T15:00:00")
    fresh.goto(site.at("five-conditions", lang))
    answer(fresh)
    fresh.click("button[name=keep]")
    expect(fresh.locator("#results > [role=status]")).to_contain_text("2026")
    keeps(fresh, "kept-five-conditions-2026-05-12", "kept")
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
    keeps(fresh, "point-communication-absent", "a-little")
    expect(fresh.locator("#results .empty")).to_be_hidden()
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
def test_on_paper_there_is_room_to_write_and_nothing_to_press(site, tab, scripts) -> None:
    page = tab(java_script_enabled=scripts)
    page.goto(site.at("five-conditions"))
    page.emulate_media(media="print")
    room = page.locator("[data-remark=point-agenda]").bounding_box()
    assert room
    assert room["height"] >= 60
    expect(page.locator(".portrait button:visible, .portrait details:visible")).to_have_count(0)
    expect(page.locator(".portrait input[name=point-agenda]").first).to_be_visible()
    expect(page.locator(".by-hand")).to_be_visible()


@pytest.mark.parametrize("id_", ["five-conditions", "what-should-last"])
def test_axe_finds_nothing_once_it_is_answered_and_compared(site, fresh, lang, id_) -> None:
    fresh.goto(site.at(id_, lang))
    answer(fresh, GIVEN if id_ == "five-conditions" else {"point-cause": "keep"})
    fresh.click("button[name=keep]")
    fresh.locator("select[name=then]").select_option(index=1)
    expect(fresh.locator(".compared")).to_be_visible()
    fresh.evaluate("document.querySelectorAll('.portrait details').forEach((d) => d.open = true)")
    assert violations(fresh, 320, 1280) == []
    assert fresh.evaluate("document.documentElement.scrollWidth") <= 1280


def test_axe_finds_nothing_on_trust(site, page, lang) -> None:
    page.goto(site.at("trust-between-us", lang))
    assert violations(page, 320, 1280) == []


@pytest.mark.parametrize("id_", ["five-conditions", "what-should-last", "trust-between-us"])
def test_a_narrow_phone_never_scrolls_sideways(site, fresh, id_) -> None:
    fresh.set_viewport_size({"width": 320, "height": 700})
    fresh.goto(site.at(id_))
    if id_ == "five-conditions":
        answer(fresh)
        fresh.click("button[name=keep]")
        fresh.locator("select[name=then]").select_option(index=1)
    assert fresh.evaluate("document.documentElement.scrollWidth") == 320
