"""A list of 500 questions: what each act costs, counted. `tools/many_questions.py` times it."""

from __future__ import annotations

import json

import pytest
from browser.conftest import NO_WORKER
from many_questions import MANY, opened
from playwright.sync_api import expect

COUNTS = ("writes", "LayoutCount", "shift")


@pytest.fixture
def counted(site, fresh):
    """The page with many questions, open on a phone; called, it counts."""
    fresh.set_viewport_size({"width": 360, "height": 740})
    fresh.add_init_script(NO_WORKER)  # it would give back the page as it was published
    counted = opened(fresh, site.at("intention"))
    expect(fresh.locator("#question-0 select")).to_be_visible()
    return counted


def settled(page, counted) -> dict[str, float]:
    """What counts, once two frames add nothing to it."""
    last, same = {}, 0
    while same < 2:
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        now = {name: value for name, value in counted().items() if name in COUNTS}
        same, last = same + 1 if now == last else 0, now
    return last


def test_only_questions_near_the_window_have_their_controls(counted, fresh) -> None:
    assert counted()["shift"] == 0
    assert fresh.locator(".talk").count() < MANY / 2
    last = fresh.locator(f"#question-{MANY - 1}")
    last.locator("[type=checkbox]").check()  # which scrolls there
    expect(last.locator("select")).to_have_value("talked")
    assert counted()["shift"] == 0


def test_ticking_writes_once_and_lays_out_once(counted, fresh) -> None:
    fresh.locator("#c-question-0").check()  # the first one names the notebook, and says where it is
    for i in (1, 2, 3):
        fresh.locator(f"#c-question-{i}").focus()
        before = settled(fresh, counted)
        fresh.keyboard.press("Space")
        after = settled(fresh, counted)
        cost = {name: after[name] - before[name] for name in before}
        assert cost["writes"] == 1
        assert cost["shift"] == 0
        assert cost["LayoutCount"] <= 2
    expect(fresh.locator(".talk-count")).to_contain_text(f"4 sur {MANY + 8}")


def test_a_key_in_an_answer_writes_nothing_before_a_pause(counted, fresh) -> None:
    row = fresh.locator("#question-1")
    row.locator("summary").click()
    before = counted()["writes"]
    row.locator("textarea").press_sequentially("Une réponse")
    row.locator("textarea").blur()
    assert counted()["writes"] - before < len("Une réponse")  # a slow machine makes pauses too
    assert counted()["shift"] == 0


@pytest.mark.usefixtures("counted")
def test_paper_has_the_state_of_every_question(fresh) -> None:
    last = f"question-{MANY - 1}"
    kept = json.dumps({"v": 1, "state": {"is": "deepen", "at": 1}})
    fresh.evaluate("(all) => localStorage.setItem(...all)", [f"agir:n1:{last}", kept])
    fresh.reload()
    expect(fresh.locator("#question-0 select")).to_be_visible()
    fresh.emulate_media(media="print")
    fresh.evaluate("dispatchEvent(new Event('beforeprint'))")
    sign = f"getComputedStyle(document.querySelector('#{last} > label'), '::before').content"
    assert "◐" in fresh.evaluate(sign)
