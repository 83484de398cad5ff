"""What is projected: a workshop in order, a page, a section, a question; one idea a screen."""

from __future__ import annotations

from browser.test_qr import DRAWN, by_another_hand, squares
from playwright.sync_api import expect

NO_FULL_SCREEN = "delete Element.prototype.requestFullscreen"  # the size is that asked for
SIZES = """() => [...document.querySelectorAll(
  "#slide-title, .says > *, .address, .how, .projection .kicker")]
  .filter((one) => one.checkVisibility() && one.textContent)
  .map((one) => [one.className, parseFloat(getComputedStyle(one).fontSize)])"""

PAST_THE_EDGE = """(one) => [one.firstElementChild, one].map((part) =>
  part.scrollWidth - part.clientWidth).reduce((a, b) => a + b)"""


def title(page) -> str:
    return page.locator("#slide-title").inner_text()


def on_the_wall(site, person, lang, ready="good-start", height=720):
    """A page that projects a ready workshop, which a link made somebody's own."""
    page = person(1280, height)
    page.add_init_script(NO_FULL_SCREEN)
    page.goto(site.at("workshop", lang, f"#ready-{ready}"))
    expect(page.locator(".points li").first).to_be_visible()
    page.locator("[name=project]").click()
    return page


def test_a_workshop_is_projected_in_order_each_part_with_its_time(site, person, lang) -> None:
    page = on_the_wall(site, person, lang)
    points = page.locator(".points .said").all_text_contents()
    expect(page.locator(".says > p")).to_have_count(7)  # the programme
    titles, times, says = [], [], []
    while page.locator(".projection [name=after]").is_enabled():
        page.keyboard.press("ArrowRight")
        titles.append(title(page))
        times.append(page.locator(".left").inner_text())
        assert page.locator(".projection").evaluate(PAST_THE_EDGE) == 0
        says.append(page.locator(".says p").all_inner_texts())
        assert page.locator(".code svg").count() == 0  # nobody is led to what who leads reads
        assert [size for _name, size in page.evaluate(SIZES) if size < 24] == []
    assert [one for one in titles if one in points] == points
    assert times[:4] == ["10:00", "5:00", "20:00", "20:00"]  # the time of a part goes on
    assert [line.split()[:2] for line in says[2]] == [[n, "min"] for n in ("3", "4", "8", "3", "2")]
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    expect(page.locator(".projection")).to_have_count(0)
    expect(page.locator("[name=project]")).to_be_focused()


def test_phones_get_the_code_of_a_portrait_that_a_workshop_uses(site, person, lang) -> None:
    page = on_the_wall(site, person, lang, "who-does-what")
    portrait = site.at("ten-minutes", lang).removeprefix("http://")
    while page.locator(".address").inner_text() != portrait:
        assert page.locator(".projection [name=after]").is_enabled()
        page.keyboard.press("ArrowRight")
    expect(page.locator(".projection .code svg")).to_be_visible()


def test_space_goes_on_after_a_click_on_the_timer_and_presses_again_by_keys(
    site, person, lang
) -> None:
    page = on_the_wall(site, person, lang)
    run = page.locator(".projection [name=run]")
    started = run.inner_text()
    run.click()
    first = title(page)
    page.keyboard.press(" ")
    assert title(page) != first
    run.focus()
    page.keyboard.press(" ")
    expect(run).not_to_have_text(started)
    expect(run).to_be_focused()


def test_a_phone_gets_the_place_that_is_projected(site, person, lang) -> None:
    page = person(320)
    page.add_init_script(NO_FULL_SCREEN)
    page.goto(site.at("common-agenda", lang))
    page.locator(".talk-tools summary").click()
    page.locator(".pieces select").select_option("common-agenda-signs")
    page.locator(".pieces [name=project]").click()
    expect(page.locator(".projection .code svg")).to_be_visible()
    assert page.locator(".projection").evaluate(PAST_THE_EDGE) == 0
    address = site.at("common-agenda", lang, "#common-agenda-signs")
    expect(page.locator(".address")).to_have_text(address.removeprefix("http://"))
    found = squares(page.locator(".projection .code svg").evaluate(DRAWN))
    assert found == by_another_hand(address, found)
    items = page.locator("#common-agenda-signs .items strong").all_text_contents()
    seen = []
    while page.locator(".projection [name=after]").is_enabled():
        page.keyboard.press("ArrowRight")
        seen.append(page.locator("#slide-title").text_content())
        assert page.locator(".projection").evaluate(PAST_THE_EDGE) == 0
    assert [one for one in seen if one in items] == items  # one idea a screen


def test_words_to_say_are_not_on_the_wall_of_a_sheet(site, person, lang) -> None:
    page = person()
    page.add_init_script(NO_FULL_SCREEN)
    page.goto(site.at("opening-round", lang))
    page.locator(".page-head a.view").click()
    say = page.locator(".say").first.inner_text().strip()
    page.go_back()
    page.locator(".talk-tools summary").click()
    page.locator(".pieces [name=project]").click()
    expect(page.locator(".projection")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".projection .left")).to_have_text("3:00")
    expect(page.locator(".projection .notes")).to_be_hidden()
    while page.locator(".projection [name=after]").is_enabled():
        assert say not in page.locator(".projection").text_content()
        page.keyboard.press("ArrowRight")


def test_the_keys_go_down_a_slide_that_is_longer_than_the_wall_before_the_next(
    site, person, lang
) -> None:
    page = on_the_wall(site, person, lang, height=320)
    opening = title(page)
    wall = page.locator(".projection .wall")
    assert wall.evaluate("(one) => one.scrollHeight - one.clientHeight") > 100
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.querySelector('.projection .wall').scrollTop > 0")
    assert title(page) == opening
    wall.evaluate("(one) => { one.scrollTop = one.scrollHeight; }")
    page.keyboard.press("PageDown")
    expect(page.locator("#slide-title")).not_to_have_text(opening)


def test_a_countdown_is_told_when_ten_five_and_one_minute_are_left_and_at_the_end(script) -> None:
    said = """
      const timer = turned(freshTimer(20), 0);
      const at = (left) => toSay(timer, 20 * MINUTE - left, 20) ?? null;
      const told = [11 * MINUTE, 10 * MINUTE, 9 * MINUTE, 5 * MINUTE, MINUTE, 30_000, 0].map(at);
      return [told, toSay(freshTimer(1), 0, 20) ?? null, toSay(turned(freshTimer(5), 0), 0, 5) ?? null];
    """  # noqa: E501
    expected = [[None, 10, None, 5, 1, None, 0], None, None]
    assert script(["slides/timer.lazy.js"], said) == expected
