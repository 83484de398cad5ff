"""« Prochaine rencontre »: from what a notebook holds to an agenda with its hours."""

from __future__ import annotations

import pytest
from browser.test_axe import violations
from kept import answer, keep, step
from playwright.sync_api import expect

ANSWERS = {
    "conditions_strongest": answer("deepen", steps=(step("Appeler Ève", "Marie", "2026-01-05"),)),
    "conditions_needs_care": answer("later", steps=(step("Écrire", "Karim", "2999-12-01"),)),
    "intention_for_whom": answer("talked", steps=(step("Fini", done=True),)),
    "withdrawn_question": answer("", steps=(step("Rester là"),)),
}
HOURS = {
    "fr": ["9 h", "9 h 10", "9 h 25", "9 h 40"],
    "en": ["9:00 a.m.", "9:10 a.m.", "9:25 a.m.", "9:40 a.m."],
}
WHEN = {
    "fr": "mardi 1er décembre 2026, de 9 h à 10 h 20",
    "en": "Tuesday, December 1, 2026, 9:00 a.m. to 10:20 a.m.",
}


@pytest.fixture
def context(browser):
    with browser.new_context() as context:
        keep(context, "Table Nord", **ANSWERS)
        yield context


@pytest.fixture
def opened(site, context, lang):
    return open_in(context, site, lang)


def open_in(context, site, lang="fr"):
    page = context.new_page()
    page.goto(site.at("notebooks", lang))
    expect(page.locator(".meeting")).to_be_visible()
    return page


def tab_to(page, selector: str) -> None:
    """Reach a control with the Tab key alone."""
    for _ in range(200):
        if page.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The Tab key does not reach {selector}")


def rows(page) -> list[list[str]]:
    """The agenda: hour, point, length of each line."""
    cells = "(all) => all.map((row) => [...row.cells].map((cell) => cell.innerText))"
    found = page.locator(".agenda tbody tr").evaluate_all(cells)
    return [[text.replace("\xa0", " ") for text in row] for row in found]


def points(page) -> list[str]:
    return page.locator(".points .said").all_inner_texts()


def fill(page) -> None:
    """An agenda of three points that starts at nine."""
    page.fill("[name=date]", "2026-12-01")
    page.fill("[name=start]", "09:00")
    page.fill("[name=place]", "Salle B, 2e étage")
    page.locator(".proposed button").first.click()
    page.locator(".proposed button").first.click()
    page.fill("[name=own]", "Pause")
    page.press("[name=own]", "Enter")
    expect(page.locator(".points li")).to_have_count(3)


def test_open_next_steps_come_first_and_late_ones_are_said_late(opened, label, lang) -> None:
    steps = opened.locator(".steps li").all_inner_texts()
    first, second, third = (one.split(" · ")[0] for one in steps)
    assert (first, second, third) == ("Appeler Ève", "Écrire", "Rester là\nwithdrawn-question")
    late = label("meeting_late", lang).partition("{")[0]
    assert [late in one for one in steps] == [True, False, False]
    assert "Marie" in steps[0]
    expect(opened.locator(".steps a").first).to_be_visible()


def test_questions_that_call_for_a_talk_are_proposed(opened, label, lang) -> None:
    tags = opened.locator(".proposed .tag").all_inner_texts()
    assert tags == [label("state_deepen", lang), label("state_later", lang)]


def test_an_agenda_is_made_with_the_keyboard_alone(opened, label, lang) -> None:
    page = opened
    tab_to(page, ".proposed button")
    page.keyboard.press("Enter")
    expect(page.locator(".proposed button")).to_be_focused()  # the next one
    page.keyboard.press("Enter")
    expect(page.locator("[name=choice]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=own]")
    page.keyboard.type("Pause")
    page.keyboard.press("Enter")
    expect(page.locator("[name=own]")).to_be_focused()
    first, second, sheet, own = points(page)
    assert own == "Pause"
    page.locator("#points-title").evaluate("(one) => { one.tabIndex = -1; one.focus() }")
    tab_to(page, "[id^=down-]")
    page.keyboard.press("Enter")
    assert points(page) == [second, first, sheet, "Pause"]
    page.keyboard.press("Enter")  # it went with its point
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert points(page) == [second, sheet, "Pause", first]
    said = {"point": first, "n": 4, "total": 4}
    expect(page.locator(".meeting-status")).to_have_text(
        label("meeting_position", lang).format(**said)
    )
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert points(page) == [second, sheet, first, "Pause"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert points(page) == [second, sheet, "Pause"]
    expect(page.locator(".points li").last.locator("[name=remove]")).to_be_focused()


def test_hours_follow_from_the_start_and_the_minutes(opened, lang) -> None:
    fill(opened)
    assert [row[0] for row in rows(opened)] == HOURS[lang]
    minutes = opened.locator(".points input").nth(1)
    minutes.fill("45")
    minutes.press("Tab")
    expect(opened.locator(".points [name=up]").nth(1)).to_be_focused()
    assert rows(opened)[3][0] == {"fr": "10 h 10", "en": "10:10 a.m."}[lang]
    assert [row[2] for row in rows(opened)] == ["10 min", "15 min", "45 min", "10 min"]
    total = opened.locator(".agenda-total").inner_text().replace("\xa0", " ")
    assert {"fr": "1 h 20", "en": "1 h 20 min"}[lang] in total
    when = opened.locator(".agenda-when").inner_text().replace("\xa0", " ")
    assert when == f"{WHEN[lang]} · Salle B, 2e étage"


@pytest.mark.each_address
def test_a_sheet_comes_with_its_own_minutes(opened, site, lang) -> None:
    sheets = site.read(f"assets/questions.{lang}.json")["sheets"]
    assert len(sheets) == 14
    for sheet in sheets[:3]:
        opened.select_option("[name=choice]", sheet["id"])
        opened.locator(".add button").click()
        point = opened.locator(".points li").last
        expect(point.locator("input")).to_have_value(str(sheet["minutes"]))
        expect(point.locator(".said")).to_have_text(sheet["title"])
    expect(opened.locator(f"option[value={sheets[0]['id']}]")).to_be_disabled()


def test_a_finger_orders_points(site, browser) -> None:
    size = {"width": 360, "height": 740}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as context:
        keep(context, **ANSWERS)
        page = open_in(context, site)
        fill(page)
        first, second, _own = points(page)
        for button in page.locator(".points button").all():
            box = button.bounding_box()
            assert min(box["width"], box["height"]) >= 44
        page.locator(".points [name=down]").first.tap()
        assert points(page)[:2] == [second, first]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_finds_nothing_in_an_agenda(opened) -> None:
    fill(opened)
    assert violations(opened, 320, 1280) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_an_agenda_fits_its_window(site, context, width) -> None:
    page = open_in(context, site)
    page.set_viewport_size({"width": width, "height": 800})
    fill(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
