"""A phone that passes from one person to the next: what it shows, and all that it leaves behind."""

from __future__ import annotations

import pytest
from in_a_group import SHORT, came, join, kept, lead, links, open_answers, statements, take
from playwright.sync_api import expect
from taking_stock import rows

PHONE = {"width": 360, "height": 740}
TRACES = """async () => ({
  ticked: document.querySelectorAll("input:checked").length,
  codes: document.querySelectorAll(".ballot svg").length,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  address: location.hash + location.search,
  state: history.state,
})"""
NOTHING = {
    "ticked": 0, "codes": 0, "local": [], "session": [], "databases": 0,
    "address": f"#answer-{SHORT}", "state": None,
}  # fmt: skip

CLEARED = """async () => {  // what the clipboard holds, once a phone had the time to clear it
  const text = () => navigator.clipboard.readText();
  for (let i = 0; i < 200 && (await text()).includes("#voix="); i++)
    await new Promise((next) => setTimeout(next, 25));
  return text();
}"""


def answer(page, code: str = "mostly") -> None:
    for radio in page.locator(f".answering input[value={code}]").all():
        radio.check()


def show(page) -> None:
    page.locator(".answering [name=show]").click()
    expect(page.locator(".ballot svg")).to_be_visible()


@pytest.mark.parametrize("portrait", [SHORT, "five-conditions", "what-should-last"])
def test_a_code_on_a_phone_is_read_from_its_picture_and_says_what_the_link_says(
    site, person, portrait
) -> None:
    phone, page = person(**PHONE, device_scale_factor=2), person()
    lead(page, site, "fr", portrait)
    join(phone, site, "fr", portrait)
    for fieldset in phone.locator(".answering fieldset").all():
        fieldset.locator("input").last.check()
    show(phone)
    picture = phone.screenshot()  # the whole screen, as a camera sees it
    file = {"name": "code.png", "mimeType": "image/png", "buffer": picture}
    page.locator(".room .file").set_input_files([file])
    came(page, 1)
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.locator(".ballot summary").click()
    phone.locator("[name=copy]").click()
    expect(phone.locator(".copied")).not_to_be_empty()
    page.locator("[name=links]").fill(phone.evaluate("navigator.clipboard.readText()"))
    page.locator("[name=paste]").click()
    expect(page.locator(".told")).to_have_text("Cette réponse est déjà comptée.")


def test_the_code_of_the_longest_ballot_has_37_squares_a_side(site, person) -> None:
    """Version 5: 25 answers and five levels, with the longer of the two addresses."""
    phone = person(**PHONE)
    join(phone, site, "en", "five-conditions")
    for fieldset in phone.locator(".answering fieldset").all():
        fieldset.locator("input").last.check()
    show(phone)
    side = phone.locator(".ballot svg").evaluate("(one) => one.viewBox.baseVal.width")
    assert side <= 41 + 8  # version 6, and the white around it


def test_a_phone_passed_on_leaves_nothing_to_the_next_person(site, person, word, lang) -> None:
    phone = person(**PHONE)
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    join(phone, site, lang)
    before = phone.evaluate("history.length")
    answer(phone)
    show(phone)
    phone.locator(".ballot summary").click()
    phone.locator("[name=copy]").click()
    expect(phone.locator(".copied")).to_have_text(word("ballot_copied"))
    link = phone.evaluate("navigator.clipboard.readText()")
    phone.locator(".ballot [name=next]").click()
    expect(phone.locator(".answering .told")).to_have_text(word("ballot_cleared"))
    expect(phone.locator(".answering h2").first).to_be_focused()
    assert phone.evaluate(TRACES) == NOTHING
    assert phone.evaluate("history.length") == before
    assert "#voix=" not in phone.evaluate(CLEARED)
    assert link.rpartition("=")[2] not in phone.content()
    answer(phone)
    show(phone)
    phone.locator(".ballot summary").click()
    phone.locator("[name=copy]").click()
    expect(phone.locator(".copied")).to_have_text(word("ballot_copied"))
    assert phone.evaluate("navigator.clipboard.readText()") != link  # somebody else, same answers


@pytest.mark.parametrize("way", ["reload", "back", "elsewhere and back", "closed and opened"])
def test_answers_are_gone_however_the_page_is_left(site, person, way) -> None:
    phone = person(**PHONE)
    phone.goto(site.at("home"))
    join(phone, site)
    answer(phone)
    show(phone)
    if way == "reload":
        phone.reload()
    elif way == "back":
        phone.go_back()
        phone.go_forward()
    elif way == "elsewhere and back":
        phone.locator("header .brand").click()
        phone.wait_for_url(site.at("home"))
        phone.go_back()
    else:
        phone.close()
        phone = phone.context.new_page()
        join(phone, site)
    expect(phone.locator(".answering fieldset").first).to_be_visible()
    assert phone.evaluate(TRACES) == NOTHING


def test_nothing_is_asked_of_the_network_from_the_first_answer_to_the_last_code(
    site, person
) -> None:
    phone = person(**PHONE)
    join(phone, site)
    phone.wait_for_load_state("networkidle")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    for _ in range(2):
        answer(phone, "fully")
        show(phone)
        phone.locator(".ballot [name=next]").click()
    assert asked == []


def test_answers_in_a_group_are_not_those_of_the_notebook(site, person) -> None:
    phone = person(**PHONE)
    phone.goto(site.at(SHORT))
    phone.locator("input[name=point-agenda-parents][value=fully]").check()
    phone.wait_for_function("() => Object.keys(localStorage).length === 2")  # a notebook, an answer
    mine = kept(phone)
    join(phone, site)
    assert phone.locator(".answering input:checked").count() == 0
    answer(phone, "not-yet")
    show(phone)
    assert kept(phone) == mine


def test_without_an_answer_no_code_is_shown_and_it_says_what_is_missing(
    site, person, word, lang
) -> None:
    phone = person(**PHONE)
    join(phone, site, lang)
    phone.locator("[name=show]").click()
    expect(phone.locator(".told-empty")).to_have_text(word("ballot_empty"))
    expect(phone.locator(".ballot")).to_be_hidden()
    phone.locator(".answering input").first.check()
    expect(phone.locator(".told-empty")).to_be_empty()
    expect(phone.locator(".count")).to_have_text(
        word("ballot_count").replace("{n}", "1").replace("{of}", "10")
    )


def test_looking_again_at_the_answers_keeps_them_and_the_person(site, person) -> None:
    phone, page = person(**PHONE), person()
    lead(page, site)
    join(phone, site)
    answer(phone)
    for _ in range(2):
        show(phone)
        picture = phone.locator(".ballot svg").screenshot()
        file = {"name": "code.png", "mimeType": "image/png", "buffer": picture}
        page.locator(".room .file").set_input_files([file])
        expect(page.locator(".told")).not_to_be_empty()
        phone.locator("[name=again]").click()
        assert phone.locator(".answering input:checked").count() == 10
        phone.locator(".answering input[value=fully]").first.check()
    came(page, 1)


def test_what_is_left_blank_is_told_once_and_a_completed_answer_replaces_the_first(
    site, person, lang, word
) -> None:
    phone, page = person(**PHONE), person()
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lead(page, site, lang)
    join(phone, site, lang)
    fieldsets = phone.locator(".answering fieldset")
    for i in (0, 1, 3):
        fieldsets.nth(i).locator("input").first.check()
    phone.locator("[name=show]").click()
    expect(phone.locator(".told-empty")).to_have_text(word("ballot_left").replace("{n}", "7"))
    expect(phone.locator(".ballot")).to_be_hidden()
    phone.locator("[name=blank]").click()
    expect(fieldsets.nth(2).locator("input").first).to_be_focused()

    def shown() -> str:
        show(phone)
        phone.locator(".ballot details").evaluate("(one) => (one.open = true)")
        phone.locator("[name=copy]").click()
        expect(phone.locator(".copied")).not_to_be_empty()
        return str(phone.evaluate("navigator.clipboard.readText()"))

    unfinished = shown()
    take(page, unfinished)
    came(page, 1)
    phone.locator("[name=again]").click()
    answer(phone)
    expect(phone.locator(".told-empty")).to_be_empty()
    link = shown()
    take(page, link)
    expect(page.locator(".told")).to_have_text(word("room_changed"))
    take(page, link)
    expect(page.locator(".told")).to_have_text(word("room_again"))
    take(page, unfinished)
    take(page, *links(page, site, [dict.fromkeys(statements(page), "fully") for _ in range(4)]))
    came(page, 5)
    open_answers(page)
    assert {tuple(row[1:6]) for row in rows(page, ".each")} == {("0", "0", "1", "4", "0")}
