"""What a group ticks and writes: kept on its device, in every tab, whatever befalls the store."""

from __future__ import annotations

from playwright.sync_api import expect
from talk import OTHER, box, kept, row, visit, write

LONG = "« L'été », dit-elle : “déjà?” 🎈 <b>&amp;</b> " * 40


def test_what_was_ticked_is_there_after_the_page_was_closed(site, device) -> None:
    page = visit(device, site.at("intention"))
    boxes = page.locator("[data-question]")
    for i in (0, 2, 5):
        boxes.nth(i).check()
    page.close()
    boxes = visit(device, site.at("intention")).locator("[data-question]")
    assert [i for i in range(boxes.count()) if boxes.nth(i).is_checked()] == [0, 2, 5]


def test_what_was_ticked_in_french_is_ticked_in_english(site, device) -> None:
    box(visit(device, site.at("intention", "fr"))).check()
    expect(box(visit(device, site.at("intention", "en")))).to_be_checked()


def test_every_key_is_ours_and_a_visit_writes_none(site, device) -> None:
    page = visit(device, site.at("intention"))
    assert kept(page) == {}
    box(page).check()
    write(page, "Oui")
    assert kept(page)
    assert all(key.startswith("agir:") for key in kept(page))


def test_ticking_and_writing_asks_nothing_of_the_network(site, device) -> None:
    page = visit(device, site.at("intention"))
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page).check()
    write(page, "Rien ne part d'ici")
    row(page).locator("select").select_option("deepen")
    page.wait_for_timeout(500)
    assert asked == []


def test_the_first_tick_says_where_it_is_kept(site, device, lang, label) -> None:
    page = visit(device, site.at("intention", lang))
    status = page.locator("agir-checklist > [role=status]")
    expect(status).to_be_empty()
    box(page).check()
    expect(status).to_have_text(label("talk_kept", lang))


def test_a_long_answer_comes_back_as_it_was_written(site, device) -> None:
    page = visit(device, site.at("intention"))
    write(page, LONG)
    page.reload()
    expect(row(page).locator("textarea")).to_have_value(LONG)


def test_what_is_being_written_is_kept_when_the_page_goes(site, device) -> None:
    page = visit(device, site.at("intention"))
    row(page).locator("summary").click()
    row(page).locator("textarea").press_sequentially("Sans quitter le champ")
    page.goto(site.at("planning"))
    page.goto(site.at("intention"))
    expect(row(page).locator("textarea")).to_have_value("Sans quitter le champ")


def test_a_next_step_keeps_who_and_when(site, device) -> None:
    page = visit(device, site.at("intention"))
    for field, text in {"what": "Appeler", "who": "Nadia", "due": "2027-01-12"}.items():
        write(page, text, field=field)
    row(page).locator("[name=done]").check()
    page.reload()
    step = row(page).locator("fieldset")
    for field, text in {"what": "Appeler", "who": "Nadia", "due": "2027-01-12"}.items():
        expect(step.locator(f"[name={field}]")).to_have_value(text)
    expect(step.locator("[name=done]")).to_be_checked()


def test_the_box_and_the_state_say_the_same(site, device) -> None:
    page = visit(device, site.at("intention"))
    state = row(page).locator("select")
    box(page).check()
    expect(state).to_have_value("talked")
    state.select_option("deepen")
    expect(box(page)).not_to_be_checked()
    state.select_option("talked")
    expect(box(page)).to_be_checked()
    box(page).uncheck()
    expect(state).to_have_value("")


def test_progress_is_a_count_in_words(site, device, label) -> None:
    page = visit(device, site.at("intention"))
    progress, words = page.locator("progress"), page.locator(".talk-count span")
    many = page.locator("[data-question]").count()
    box(page).check()
    row(page, OTHER).locator("select").select_option("not-us")
    done = label("talk_done", "fr").format(done=1, of=many - 1)
    expect(words).to_have_text(f"{done} {label('talk_out', 'fr').format(out=1)}")
    assert progress.evaluate("(one) => [one.value, one.max]") == [1, many - 1]


def test_when_no_question_is_for_us_the_count_says_so(site, device, label) -> None:
    page = visit(device, site.at("intention"))
    for state in page.locator("agir-checklist select").all():
        state.select_option("not-us")
    expect(page.locator(".talk-count span")).to_have_text(label("talk_all_out", "fr"))


def test_every_control_under_a_question_says_which_question(site, device, lang) -> None:
    page = visit(device, site.at("intention", lang))
    row(page).locator("summary").click()
    question = " ".join(row(page).locator("label").first.inner_text().split())
    for control in row(page).locator("select, textarea, fieldset").all():
        expect(control).to_have_accessible_description(question)


def test_a_question_is_answered_by_keyboard_alone(site, device) -> None:
    page = visit(device, site.at("intention"))
    box(page).focus()
    for key in ("Space", "Tab", "Tab", "ArrowDown", "ArrowDown", "Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Au clavier")
    for text in ("Appeler", "Nadia"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.reload()
    expect(row(page).locator("textarea")).to_have_value("Au clavier")
    expect(row(page).locator("[name=who]")).to_have_value("Nadia")


def test_nothing_moves_when_the_controls_wake(site, device) -> None:
    for width in (360, 1280):
        page = device.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach("
            "(one) => { window.moved += one.value })).observe({ type: 'layout-shift' })"
        )
        page.goto(site.at("intention", then="#questions"))
        expect(page.locator("agir-checklist select").first).to_be_attached()
        page.wait_for_timeout(300)
        assert page.evaluate("window.moved") < 0.01
        page.close()


def test_a_tick_is_taken_back_by_a_key_or_by_a_button_one_after_the_other(
    site, device, label
) -> None:
    page = visit(device, site.at("intention"))
    state = row(page).locator("[name=state]")
    status = page.locator("agir-checklist > [role=status]")
    state.select_option("deepen")
    box(page).press("Space")  # by mistake
    box(page, OTHER).check()
    page.keyboard.press("Control+z")
    expect(box(page, OTHER)).not_to_be_checked()
    expect(status).to_have_text(label("talk_undone", "fr"))
    page.locator(".talk-tools summary").click()
    page.locator("[name=undo]").click()
    expect(box(page)).not_to_be_checked()
    expect(state).to_have_value("deepen")
    page.locator("[name=undo]").click()
    expect(state).to_have_value("")
    page.locator("[name=undo]").click()
    expect(status).to_have_text(label("talk_undone_not", "fr"))


def test_undoing_in_a_text_is_the_texts_own(site, device) -> None:
    page = visit(device, site.at("intention"))
    box(page).check()
    row(page).locator("summary").click()
    row(page).locator("textarea").press_sequentially("Mot")
    page.keyboard.press("Control+z")
    expect(row(page).locator("textarea")).not_to_have_value("Mot")
    expect(box(page)).to_be_checked()
