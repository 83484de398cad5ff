"""The facilitator's page: what it takes in, from where, and that nothing is shown before five."""

from __future__ import annotations

import json

from in_a_group import awake, came, kept, lead, links, open_answers, people, statements, take
from playwright.sync_api import expect
from taking_stock import rows

TREE = "() => document.querySelector('.room').innerHTML"


def test_nothing_of_four_answers_is_shown_and_a_fifth_opens_them_only_when_asked(
    site, person, lang, word
) -> None:
    page = person()
    lead(page, site, lang)
    said = [dict.fromkeys(statements(page), "mostly") for _ in range(5)]
    all_links = links(page, site, said)
    take(page, *all_links[:4])
    came(page, 4)
    answer = word("answer_mostly")
    for turn in ("now", "read again"):
        expect(page.locator(".few")).to_have_text(word("room_few"))
        expect(page.locator(":is([name=open], [name=keep], .outcome):visible")).to_have_count(0)
        assert answer not in page.evaluate(TREE), turn
        assert answer not in page.locator("main").aria_snapshot(), turn
        assert "mostly" not in json.dumps(kept(page)), turn
        page.reload()
        came(page, 4)
    take(page, all_links[4])
    came(page, 5)
    assert answer not in page.evaluate(TREE)
    open_answers(page)
    assert answer in page.locator("main").aria_snapshot()


def test_the_same_ballot_twice_counts_once(site, person, word, lang) -> None:
    page = person()
    lead(page, site, lang)
    link, other = links(page, site, people(page, 2))
    take(page, link)
    expect(page.locator(".told")).to_have_text(word("room_taken_one"))
    take(page, link)
    expect(page.locator(".told")).to_have_text(word("room_again"))
    came(page, 1)
    take(page, other, other, link)
    came(page, 2)
    page.reload()
    take(page, link, other)
    came(page, 2)


def test_what_is_damaged_of_another_portrait_or_no_ballot_says_so_and_counts_nobody(
    site, person, word, lang
) -> None:
    page = person()
    lead(page, site, lang)
    (link,) = links(page, site, people(page, 1))
    (other,) = links(page, site, [{"point-agenda": "rooted"}], "five-conditions")
    told = page.locator(".told")
    refused = word("room_other").replace("{name}", page.locator(".room h2").inner_text())
    for text, said in (
        (link[:-4], word("room_broken")),
        (link.replace("#voix=", "#voix=A"), word("room_broken")),
        (f"{site.url}#voix=", word("room_broken")),
        (other, refused),
        ("Bonjour!", word("room_nothing")),
    ):
        take(page, text)
        expect(told).to_have_text(said)
    expect(page.locator(".room > .came")).to_have_text(word("room_came_none"))
    take(page, other, link)
    expect(told).to_have_text(f"{word('room_taken_one')} {refused}")


def test_a_ballot_of_another_version_of_the_site_is_refused_with_a_sentence(site, person) -> None:
    """One statement fewer on the phone than in the room."""
    phone, page = person(), person()
    lead(page, site)
    phone.goto(site.at("group"))
    awake(phone)
    phone.evaluate(
        "document.querySelector('template[data-name=ten-minutes]').content.querySelector('li').remove()"
    )
    (link,) = links(phone, site, people(phone, 1))
    take(page, link)
    expect(page.locator(".told")).to_contain_text("version")
    assert page.locator(".room > .came").inner_text() == "Personne n’a encore répondu."


def test_a_ballot_counts_in_the_other_language(site, person) -> None:
    page, phone = person(), person()
    lead(page, site, "fr")
    phone.goto(site.at("group", "en"))
    take(page, *links(phone, site, people(phone, 3)))
    came(page, 3)


def test_a_link_opened_in_another_tab_goes_into_the_open_room(site, person, word, lang) -> None:
    page = person()
    lead(page, site, lang)
    link, other = links(page, site, people(page, 2))
    tab = page.context.new_page()
    tab.goto(link)
    expect(tab.locator(".voice .told")).to_have_text(word("voice_done"))
    assert "#" not in tab.url
    came(page, 1)
    tab.goto(other)
    came(page, 2)
    tab.goto("about:blank")
    tab.goto(other)
    expect(tab.locator(".voice .told")).to_have_text(word("room_again"))
    tab.locator("button[name=room]").click()
    came(tab, 2)


def test_without_an_open_room_a_link_asks_first_and_keeps_nothing_by_itself(
    site, person, lang
) -> None:
    page = person()
    page.goto(site.at("group", lang))
    (link,) = links(page, site, people(page, 1))
    page.goto(link)
    expect(page.locator(".voice [name=fresh]")).to_be_visible()
    assert kept(page) == {}
    page.locator("[name=leave]").click()
    expect(page.locator("#choose")).to_be_visible()
    assert kept(page) == {}
    page.goto("about:blank")
    page.goto(link)
    page.locator("[name=fresh]").click()
    page.locator("button[name=room]").click()
    came(page, 1)


def test_a_damaged_link_that_is_opened_says_so(site, person, word, lang) -> None:
    page = person()
    page.goto(site.at("group", lang, "#voix=AAAA"))
    expect(page.locator(".voice .told")).to_have_text(word("room_broken"))
    assert "#" not in page.url


def test_a_text_file_of_links_is_taken_in(site, person, word, lang) -> None:
    page = person()
    lead(page, site, lang)
    text = "\r\n".join(links(page, site, people(page, 7)))
    file = {"name": "liens.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.locator(".room .file").set_input_files([file])
    came(page, 7)
    expect(page.locator(".told")).to_have_text(word("room_taken_many").replace("{n}", "7"))
    picture = {"name": "x.png", "mimeType": "image/png", "buffer": b"not a picture"}
    page.locator(".room .file").set_input_files([picture])
    expect(page.locator(".told")).to_have_text(word("room_unread"))


def test_sheets_of_paper_count_with_the_rest_and_too_many_answers_are_refused(
    site, person, word, lang
) -> None:
    page = person()
    lead(page, site, lang)
    take(page, *links(page, site, [dict.fromkeys(statements(page), "fully") for _ in range(4)]))
    page.locator(".papers summary").first.click()
    row = page.locator(".counts tbody tr").first
    row.locator("input").nth(0).fill("2")
    row.locator("input").nth(4).fill("1")
    page.locator("[name=add-sheets]").click()
    expect(page.locator(".told-sheets")).to_have_text(word("room_sheets_none"))
    page.locator("[name=sheets]").fill("2")
    page.locator("[name=add-sheets]").click()
    sentence = row.locator("th").inner_text()
    over = word("room_sheets_over").replace("{name}", sentence)
    expect(page.locator(".told-sheets")).to_have_text(over)
    page.locator("[name=sheets]").fill("3")
    page.locator("[name=add-sheets]").click()
    blank = word("room_sheets_blank").replace("{n}", "9")
    expect(page.locator(".told-sheets")).to_have_text(blank)
    expect(page.locator(".counts input").nth(5)).to_be_focused()
    page.locator("[name=add-sheets]").click()
    came(page, 7)
    expect(row.locator("input").nth(0)).to_have_value("")
    page.locator("[name=undo-sheets]").click()
    came(page, 4)
    expect(row.locator("input").nth(0)).to_have_value("2")  # to be put right
    expect(page.locator(".counts input").nth(5)).to_have_value("")
    for _ in range(2):  # rows left blank are told once
        page.locator("[name=add-sheets]").click()
    came(page, 7)
    open_answers(page)
    expect(page.locator("[name=undo-sheets]")).to_be_hidden()  # it is counted with the rest
    assert rows(page, ".each")[0][1:6] == ["2", "0", "0", "4", "1"]


def test_sheets_that_were_typed_and_not_added_are_told_before_answers_are_revealed(
    site, person, word, lang
) -> None:
    page = person()
    lead(page, site, lang)
    take(page, *links(page, site, people(page, 5)))
    page.locator(".papers summary").first.click()
    page.locator(".counts input").first.fill("2")
    page.locator(".papers summary").first.click()
    page.locator("[name=open]").click()
    expect(page.locator(".told-sheets")).to_have_text(word("room_sheets_left"))
    expect(page.locator("[name=add-sheets]")).to_be_focused()
    expect(page.locator(".outcome")).to_have_count(0)
    open_answers(page)  # without them, as asked twice
    expect(page.locator(".counts input").first).to_have_value("2")


def test_without_a_store_the_room_counts_and_says_that_nothing_is_kept(
    site, person, word, lang
) -> None:
    page = person()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    lead(page, site, lang)
    page.locator(".papers summary").first.click()
    page.locator("[name=sheets]").fill("5")
    page.locator(".counts input").first.fill("5")
    for _ in range(2):  # rows left blank are told once
        page.locator("[name=add-sheets]").click()
    came(page, 5)
    expect(page.locator(".told")).to_have_text(word("talk_unsaved"))


def test_two_tabs_that_write_over_each_other_lose_no_ballot(site, person) -> None:
    """What a tab wrote a moment before another wrote the same key is merged back."""
    page = person()
    lead(page, site)
    first, second, third = links(page, site, people(page, 3))
    take(page, first)
    came(page, 1)
    key, old = next((key, text) for key, text in kept(page).items() if "room-" in key)
    take(page, second)
    came(page, 2)
    other = page.context.new_page()
    other.goto(site.at("home"))
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, old])
    came(page, 2)
    page.wait_for_function("([key, old]) => localStorage.getItem(key) !== old", arg=[key, old])
    other.goto(third)
    came(page, 3)
    page.reload()
    came(page, 3)
