"""« Faire le point en groupe » by keyboard alone, under axe, at 320 px, without scripts."""

from __future__ import annotations

import re

import pytest
from axe import violations
from devices import TRIES
from in_a_group import SHORT, came, join, lead, links, open_answers, people, take
from playwright.sync_api import expect

FOCUSED = """() => {
  const one = document.activeElement;
  return [one.type ?? "", one.name ?? "", (one.labels?.[0] ?? one).innerText.trim()];
}"""


# As on a phone that has no full screen: a full screen has the size of the screen and no other.
WINDOWED = "delete Element.prototype.requestFullscreen"


def opened(page, site, lang: str, portrait: str = SHORT) -> None:
    lead(page, site, lang, portrait)
    take(page, *links(page, site, people(page, 6, portrait), portrait))
    came(page, 6)
    open_answers(page)
    page.evaluate("document.querySelectorAll('.room details').forEach((d) => d.open = true)")
    expect(page.locator(".counts").first).to_be_visible()


def view(page, site, lang: str, name: str) -> None:
    """Bring a page to one of the views."""
    page.add_init_script(WINDOWED)
    if name == "entry":
        page.goto(site.at("group", lang))
        expect(page.locator("button[name=lead]").first).to_be_visible()
    elif name in {"answering", "code"}:
        join(page, site, lang, "five-conditions")
        if name == "code":
            page.locator(".answering input").first.check()
            for _ in range(2):  # what is left blank is told once
                page.locator("[name=show]").click()
            page.locator(".ballot summary").click()
    elif name == "room":
        lead(page, site, lang)
        page.locator(".papers summary").first.click()
        expect(page.locator(".counts").first).to_be_visible()
    elif name == "opened":
        opened(page, site, lang)
    elif name == "sorted":
        lead(page, site, lang, "what-should-last")
        said = [{"point-cause": way} for way in ("keep", "stop") * 3]
        take(page, *links(page, site, said, "what-should-last"))
        open_answers(page)
    elif name == "a link":
        lead(page, site, lang)
        (link,) = links(page, site, people(page, 1))
        page.goto(link)
        expect(page.locator("button[name=room]")).to_be_visible()
    else:
        lead(page, site, lang)
        page.locator("[name=project]").click()
        if name == "statement":
            page.keyboard.press("ArrowRight")
            page.locator(".projection summary").click()
        expect(page.locator(".projection h2")).to_be_visible()


VIEWS = ("entry", "answering", "code", "room", "opened", "sorted", "a link", "wall", "statement")


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_and_a_narrow_screen_never_scrolls_sideways(
    site, person, lang, name
) -> None:
    page = person()
    view(page, site, lang, name)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, 320, 1280) == []


def test_a_group_is_led_from_start_to_outcome_by_keyboard_alone(site, person, lang, word) -> None:
    page = person()
    page.goto(site.at("group", lang))
    expect(page.locator("button[name=lead]").first).to_be_visible()

    def tab_to(name: str, key: str = "Enter") -> None:
        for _ in range(240):
            page.keyboard.press("Tab")
            if name in page.evaluate(FOCUSED):
                if key:
                    page.keyboard.press(key)
                return
        pytest.fail(f"{name} was not reached by Tab")

    page.evaluate("document.querySelector('#main').focus()")
    tab_to("lead")
    expect(page.locator(".room h2")).to_be_focused()
    tab_to("project")
    expect(page.locator(".projection .slide")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("[name=project]")).to_be_focused()
    tab_to("links", "")
    page.keyboard.insert_text("\n".join(links(page, site, people(page, 4))))
    tab_to("paste")
    came(page, 4)
    expect(page.locator("[name=links]")).to_be_focused()
    tab_to(word("room_sheets"))
    expect(page.locator(".tables input").first).to_be_visible()
    tab_to("sheets", "1")
    page.keyboard.press("Tab")
    page.keyboard.press("1")
    tab_to("add-sheets")
    expect(page.locator(".told-sheets")).not_to_be_empty()  # rows left blank are told once
    tab_to("add-sheets")
    came(page, 5)
    tab_to("open")
    expect(page.locator(".outcome h3").first).to_be_focused()
    tab_to("keep")
    expect(page.locator(".told-kept")).not_to_be_empty()


def test_a_person_answers_and_passes_the_phone_on_by_keyboard_alone(site, person, lang) -> None:
    phone = person(360, 740)
    join(phone, site, lang)
    for _ in range(10):
        phone.keyboard.press("Tab")
        phone.keyboard.press("Space")
        phone.keyboard.press("ArrowRight")
    assert phone.locator(".answering input:checked").count() == 10
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator(".ballot h2")).to_be_focused()
    expect(phone.get_by_role("img")).to_have_count(1)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator(".answering h2").first).to_be_focused()
    assert phone.locator(".answering input:checked").count() == 0


def test_without_scripts_the_page_reads_and_says_that_a_group_needs_them(
    site, plain_page, lang, label
) -> None:
    plain_page.goto(site.at("group", lang))
    expect(plain_page.locator("noscript .note")).to_have_text(label("room_scripts", lang))
    expect(plain_page.locator(".group button:visible")).to_have_count(0)
    expect(plain_page.locator("#how li")).to_have_count(7)
    plain_page.locator("#group-ten-minutes p > a:not(.permalink)").click()
    expect(plain_page.locator(".choices").first).to_be_visible()


def test_the_page_says_first_what_it_is_for_and_that_nothing_leaves(
    site, page, lang, label
) -> None:
    page.goto(site.at("group", lang))
    expect(page.locator(".page-body > *").first).to_have_text(label("portrait_promise", lang))
    expect(page.locator("#who-sees li").first).to_contain_text("Internet")


def test_nothing_is_refused_or_asked_of_anybody_else_while_a_room_is_led(strict, person) -> None:
    page = person()
    page.add_init_script(WINDOWED)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, strict, "fr")
    page.locator("[name=keep]").click()
    page.locator("[name=project]").click()
    expect(page.locator(".projection h2")).to_be_visible()
    assert [url for url in asked if not url.startswith(strict.url)] == []
    page.wait_for_load_state("networkidle")
    asked.clear()
    page.keyboard.press("Escape")
    take(page, *links(page, strict, people(page, 3, seed=9)))
    came(page, 9)
    page.locator("[name=open]").click()
    expect(page.locator(".waiting")).to_be_hidden()
    assert asked == []


def test_a_group_whose_words_were_lost_on_the_way_opens_at_the_next_press(site, open_page) -> None:
    page = open_page()
    page.add_init_script(TRIES)
    words = re.compile(r"/words\.html\?[0-9a-f]+$")
    page.route(words, lambda route: route.abort())
    page.goto(site.at("group"))
    page.wait_for_function("() => self.tries")
    page.unroute(words)
    page.locator("button[name=lead]").first.click()
    expect(page.locator(".room h2")).to_be_visible()


def test_a_ballots_link_whose_script_was_lost_is_taken_before_a_press_is_followed(
    site, open_page
) -> None:
    phone, page = open_page(), open_page()
    phone.goto(site.at("group"))
    (link,) = links(phone, site, people(phone, 1))
    page.add_init_script(TRIES)
    script = re.compile(r"/assets/hall\.[0-9a-f]+\.js$")
    page.route(script, lambda route: route.abort())
    page.goto(link)
    page.wait_for_function("() => self.tries")
    assert "#voix=" in page.url
    page.unroute(script)
    page.locator("button[name=lead]").first.click()
    expect(page.locator(".voice h2")).to_be_visible()
    page.wait_for_function("() => !location.hash")
