"""What a room sees on the wall: one statement at a time, large, by keys; a timer that is right."""

from __future__ import annotations

import re

import pytest
from in_a_group import came, lead, links, open_answers, people, statements, take
from playwright.sync_api import expect

TIMER = ["slides/timer.lazy.js"]
# Full screen comes when the test allows it, as on a slow machine.
LATE = """(() => {
  const own = Element.prototype.requestFullscreen;
  Element.prototype.requestFullscreen = async function () {
    await new Promise((allow) => Object.assign(window, { allow }));
    await own.call(this);
    document.documentElement.dataset.filled = "";
  };
})()"""
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"


def project(page) -> None:
    page.locator("[name=project]").click()
    expect(page.locator(".projection .slide")).to_be_visible()


def place(page, n: int) -> None:
    expect(page.locator(".projection .place")).to_have_text(f"{n} sur 12")


@pytest.mark.parametrize(("width", "least"), [(320, 24), (1280, 40), (1920, 60)])
def test_a_statement_is_large_and_nothing_goes_past_the_edge(site, person, width, least) -> None:
    page = person(width, 800)
    page.add_init_script("delete Element.prototype.requestFullscreen")  # the size is that asked for
    lead(page, site)
    project(page)
    for _ in range(12):
        inside = page.locator(".projection").evaluate("(one) => one.scrollWidth - one.clientWidth")
        assert inside == 0
        assert page.locator("#slide-title").evaluate(SIZE) >= least
        page.keyboard.press("ArrowRight")


def test_keys_go_through_the_slides_and_stop_at_both_ends(site, person) -> None:
    page = person()
    lead(page, site)
    project(page)
    at = 1
    for key, then in (
        ("ArrowLeft", 1), ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowDown", 5),
        ("PageUp", 4), ("ArrowLeft", 3), ("Shift+Space", 2), ("End", 12),
        ("PageDown", 12), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        at = then
        place(page, at)
    page.keyboard.press("Escape")
    expect(page.locator(".projection")).to_be_hidden()
    expect(page.locator("[name=project]")).to_be_focused()


def test_a_space_on_a_button_presses_it_and_turns_nothing(site, person) -> None:
    page = person()
    lead(page, site)
    project(page)
    page.locator("[name=run]").focus()
    page.keyboard.press("Space")
    expect(page.locator("[name=run]")).to_have_text("Pause")
    place(page, 1)


def test_it_fills_the_screen_and_leaving_the_full_screen_leaves_it(site, person) -> None:
    page = person()
    lead(page, site)
    project(page)
    expect(page.locator(".projection .wall:fullscreen")).to_have_count(1)
    page.evaluate("document.exitFullscreen()")
    expect(page.locator(".projection")).to_be_hidden()


def test_a_full_screen_that_comes_after_it_was_left_goes_again(site, person) -> None:
    page = person()
    page.add_init_script(LATE)
    lead(page, site)
    project(page)
    page.keyboard.press("Escape")
    expect(page.locator(".projection")).to_be_hidden()
    page.evaluate("window.allow()")
    expect(page.locator("html[data-filled]")).to_have_count(1)
    expect(page.locator(":fullscreen")).to_have_count(0)
    expect(page.locator("[name=project]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".join a")).to_be_focused()


def test_the_code_and_the_address_to_join_are_on_the_wall_with_how_many_came(site, person) -> None:
    page = person()
    lead(page, site)
    with page.context.expect_page() as opened:
        page.locator(".join a").click()
    wall = opened.value
    shown = wall.locator(".projection")
    expect(shown.locator(".code svg")).to_be_visible()
    address = site.at("group").removeprefix("http://")
    expect(shown.locator(".address")).to_have_text(address)
    take(page, *links(page, site, people(page, 3)))
    came(page, 3)
    expect(shown.locator(".came")).to_contain_text("3")
    wall.keyboard.press("ArrowRight")
    expect(shown.locator(".came")).to_be_hidden()
    wall.keyboard.press("End")
    expect(shown.locator(".came")).to_contain_text("3")
    wall.reload()
    expect(shown.locator(".code svg")).to_be_visible()  # no one needs to touch that window


def test_the_wall_shows_what_the_group_says_once_it_is_revealed_and_not_before(
    site, person, lang, word
) -> None:
    page = person()
    lead(page, site, lang)
    with page.context.expect_page() as opened:
        page.locator(".join a").click()
    wall = opened.value
    said = [dict.fromkeys(statements(page), "fully") for _ in range(6)]
    for i, one in enumerate(said):
        one["point-learning-what-failed"] = "not-yet" if i % 2 else "fully"
    take(page, *links(page, site, said))
    title, shown = wall.locator("#slide-title"), wall.locator(".projection")
    expect(shown.locator(".came")).to_contain_text("6")
    wall.keyboard.press("End")
    expect(title).to_have_text(word("project_end"))
    open_answers(page)
    expect(title).to_have_text(word("outcome"))
    assert word("answer_fully") not in shown.locator(".says").inner_text()
    wall.keyboard.press("ArrowRight")
    expect(shown.locator(".kicker")).to_have_text(word("outcome_least"))
    voices = shown.locator(".voices li")
    expect(voices).to_have_count(5)
    found = voices.evaluate_all("(all) => all.map((one) => one.querySelector('b').innerText)")
    assert found == ["3", "0", "0", "3", "0"]
    expect(shown.locator(".ask a").last).to_have_attribute("href", re.compile("from-misses$"))
    wall.keyboard.press("End")
    expect(shown.locator(".place")).to_have_text(word("ballot_count").format(n=24, of=24))
    found = voices.evaluate_all("(all) => all.map((one) => one.innerText.replace(/\\s+/g, ' '))")
    assert found[3] == f"{word('answer_fully')} 6 ●●●●●●"
    page.locator("[name=project]").click()  # from there on, for who projects only now
    expect(page.locator("#slide-title")).to_have_text(word("outcome"))


def test_notes_are_on_the_wall_only_once_they_are_opened(site, person, word, lang) -> None:
    page = person()
    lead(page, site, lang)
    project(page)
    page.keyboard.press("ArrowRight")
    notes = page.locator(".projection .notes p").first
    expect(notes).to_be_hidden()
    page.locator(".projection summary").click()
    expect(notes).to_have_text(word("project_note"))
    page.keyboard.press("ArrowRight")
    expect(notes).to_be_hidden()


def test_the_timer_is_right_after_the_page_slept_and_says_when_it_is_over(
    site, person, word, lang
) -> None:
    page = person()
    page.clock.install(time="2026-05-12T15:00:00")
    lead(page, site, lang)
    project(page)
    left, over = page.locator(".projection .left"), page.locator(".projection .over")
    expect(left).to_have_text("5:00")
    page.clock.pause_at("2026-05-12T16:00:00")
    page.locator("[name=run]").click()
    page.clock.run_for(61_000)
    expect(left).to_have_text("3:59")
    page.locator("[name=more]").click()
    expect(left).to_have_text("4:59")
    page.locator("[name=run]").click()
    page.clock.run_for(30_000)
    expect(left).to_have_text("4:59")
    page.locator("[name=run]").click()
    expect(over).to_be_empty()
    page.clock.fast_forward(600_000)  # asleep: no tick in between
    expect(left).to_have_text("0:00")
    expect(over).to_have_text(word("project_over"))
    assert over.get_attribute("role") == "status"
    page.locator("[name=more]").click()
    expect(over).to_have_text(word("project_left_one"))


def test_a_timer_is_the_clock_whatever_was_pressed_in_between(script) -> None:
    said = """
      const { chance } = await import("/tests/browser/states.js");
      const wrong = [];
      for (let seed = 0; seed < 2000; seed += 1) {
        const { below } = chance(seed);
        let [timer, now, left] = [freshTimer(5), 0, 5 * MINUTE];
        for (let step = 0; step < 12; step += 1) {
          const passed = below(200000);
          now += passed;
          if (isRunning(timer)) left = Math.max(0, left - passed);
          if (leftAt(timer, now) !== left || isOver(timer, now) !== (isRunning(timer) && !left)) wrong.push(seed);
          const kind = below(3);
          if (kind === 0) timer = turned(timer, now);
          if (kind === 1) [timer, left] = [longer(timer, now), left + MINUTE];
        }
      }
      return [wrong.slice(0, 3), inWords(0), inWords(59_001), inWords(60_000), inWords(600_000)];
    """  # noqa: E501
    assert script(TIMER, said) == [[], "0:00", "1:00", "1:00", "10:00"]
