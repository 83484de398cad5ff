"""The relationship map: cards under areas, placed by keyboard, touch or mouse, kept, said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

MAP, AREA = "relationship-map", "relationship-map-area-"
GAPS = ["worksheet/gaps.lazy.js"]


def begin(device: BrowserContext, address: str) -> Page:
    page = device.new_page()
    page.goto(address)
    page.locator("[name=fill]").first.click()
    expect(page.locator(".board")).to_be_visible()
    return page


def write(page: Page, row: int, activity: str, who: str = "") -> None:
    for column, text in (("activity", activity), ("who", who)):
        field = page.locator(".row").nth(row - 1).locator(f"[name={MAP}-{column}]")
        field.fill(text)
        field.blur()


def area(page: Page, name: str) -> Locator:
    return page.locator(f'[data-area="{name and AREA + name}"]')


def card(page: Page, activity: str) -> Locator:
    return page.locator("[data-row]").filter(has_text=activity)


def test_the_areas_are_those_of_early_childhood_marked_as_ours(site, device, lang, label) -> None:
    page = begin(device, site.at(MAP, lang))
    expect(page.locator(".board [data-area]")).to_have_count(8)
    section = page.locator(f"#{MAP}-our-areas")
    names = section.locator(".items strong").all_inner_texts()
    fields = page.locator(".board [data-area] textarea")
    assert [fields.nth(i).input_value() for i in range(8)] == names
    expect(page.locator(f"#{MAP}-source-areas .items > li")).to_have_count(7)
    expect(section.locator(".editorial")).to_have_text(label("editorial", lang))


def test_a_card_moves_by_keyboard_and_where_it_went_is_announced(site, device) -> None:
    page = begin(device, site.at(MAP))
    write(page, 1, "L'heure du conte", "Samira, de la bibliothèque")
    expect(area(page, "").locator("li")).to_have_count(1)
    move = card(page, "conte").locator("select")
    expect(move).to_have_accessible_name("Déplacer « L'heure du conte » vers")
    move.focus()
    move.press("j")
    expect(area(page, "play").locator("li")).to_have_count(1)
    expect(move).to_be_focused()
    expect(page.locator("agir-worksheet .now").first).to_contain_text("Jouer, bouger")
    page.reload()
    expect(area(page, "play").locator("li")).to_contain_text("Samira, de la bibliothèque")


@pytest.mark.each_address
def test_a_card_moves_by_mouse(site, device) -> None:
    page = begin(device, site.at(MAP))
    write(page, 1, "Groupe de marche")
    card(page, "marche").locator("b").drag_to(area(page, "play"))
    expect(area(page, "play").locator("li")).to_have_count(1)


def test_a_card_moves_by_a_finger_without_being_dragged(site, browser) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 360, "height": 740}) as context:
        page = begin(context, site.at(MAP))
        write(page, 1, "Groupe de marche")
        move = card(page, "marche").locator("select")
        move.tap()
        expect(move).to_be_focused()
        move.select_option(f"{AREA}play")
        expect(area(page, "play").locator("li")).to_have_count(1)


def test_areas_are_named_added_and_taken_out_and_come_back(site, device) -> None:
    page = begin(device, site.at(MAP))
    write(page, 1, "Jeux au parc")
    card(page, "parc").locator("select").select_option(f"{AREA}play")
    name = area(page, "play").locator("textarea")
    name.fill("Dehors")
    name.blur()
    first = page.locator(".row").first.locator("select")
    expect(first.locator("option:checked")).to_have_text("Dehors")
    area(page, "play").locator("[name=out]").click()
    expect(area(page, "play")).to_have_count(0)
    expect(area(page, "").locator("li")).to_have_count(1)
    undo = page.locator(".undo[name=undo]").first
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(area(page, "play").locator("li")).to_have_count(1)
    page.locator("[name=area]").click()
    page.keyboard.type("La culture")
    page.keyboard.press("Tab")
    page.goto(site.at(MAP, "en"))
    expect(area(page, "play").locator("textarea")).to_have_value("Dehors")
    expect(page.locator(".board [data-area] textarea").last).to_have_value("La culture")
    expect(area(page, "words").locator("textarea")).to_have_value("Words, stories and books")


def test_another_tab_shows_the_same_map(site, device) -> None:
    one = begin(device, site.at(MAP))
    other = begin(device, site.at(MAP))
    write(one, 1, "Jeux au parc")
    card(one, "parc").locator("select").select_option(f"{AREA}play")
    expect(area(other, "play").locator("li")).to_contain_text("Jeux au parc")
    name = area(other, "play").locator("textarea")
    name.fill("Dehors")
    name.blur()
    expect(area(one, "play").locator("textarea")).to_have_value("Dehors")


def test_an_email_address_is_pointed_out_with_why_and_kept(site, device, lang) -> None:
    page = begin(device, site.at(MAP, lang))
    write(page, 1, "Jeux au parc", "Nadia, nadia@exemple.org")
    said = page.locator("agir-worksheet .said").first
    expect(said).to_contain_text("nadia@exemple.org")
    expect(said).to_contain_text({"fr": "Loi 25", "en": "Law 25"}[lang])
    who = page.locator(".row").first.locator(f"[name={MAP}-who]")
    expect(who).to_have_value("Nadia, nadia@exemple.org")


def test_a_map_says_where_people_meet_then_where_nobody_stands(script) -> None:
    cards = [
        {"activity": "Conte", "who": "La bibliothèque", "area": "words"},
        {"activity": "Sacs", "who": "Le CPE", "area": "words"},
        {"activity": "Sacs", "who": "le CPE.", "area": "play"},
        {"activity": "", "who": "Luc@clsc.qc.ca", "area": "gone"},
        {"activity": "", "who": "", "area": "else"},
    ]
    found = script(GAPS, "return standing(given, ['words', 'play', 'else'])", cards)
    assert found == [
        {"is": "met", "names": ["words"]},
        {"is": "single", "names": ["play"]},
        {"is": "nobody", "names": ["else"]},
        {"is": "unplaced", "names": ["Luc@clsc.qc.ca"]},
        {"is": "emails", "names": ["Luc@clsc.qc.ca"]},
    ]


def test_on_paper_the_map_keeps_its_areas_and_cards(site, device) -> None:
    page = begin(device, site.at(MAP))
    write(page, 1, "Jeux au parc")
    card(page, "parc").locator("select").select_option(f"{AREA}play")
    page.emulate_media(media="print")
    expect(card(page, "parc")).to_be_visible()
    expect(card(page, "parc").locator("select")).to_be_hidden()
    expect(area(page, "play").locator("textarea")).to_be_visible()
