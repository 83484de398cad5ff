"""What another site on the same address, or a spoilt device, may have kept under our keys.

Whatever it is, it runs nothing, breaks no page, and is neither taken for an answer nor erased.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from kept import wait_for_state
from notebooks import ANSWERS, SCRIPT, device, downloaded, file, kept, link, received, seed
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PARSED = """async (texts) => {
  const { parsed } = await import("/overrides/components/notebook/store.shared.js");
  return texts.filter(parsed);
}"""


def note(value: Any, **more: Any) -> dict[str, Any]:
    return {"kept": [{"by": "w1", "n": 1, "at": 1, "value": value} | more], "seen": {"w1": 1}}


HOSTILE: list[Any] = [
    *({"v": 1, "state": state} for state in ("talked", 7, [], None)),
    *(
        {"v": 1, "state": {"is": name, "at": 1}}
        for name in ("constructor", "toString", "__proto__", SCRIPT, {"a": 1}, None)
    ),
    {"v": 1, "state": {"is": "talked", "at": "soon"}},
    *({"v": 1, "note": register} for register in ("x", None, {"kept": "xyz", "seen": {}})),
    *({"v": 1, "note": {"kept": items, "seen": {}}} for items in ([None], [{}], [1], [[]])),
    {"v": 1, "note": {"kept": [], "seen": None}},
    {"v": 1, "note": {"kept": note("x")["kept"]}},
    *({"v": 1, "note": note(value)} for value in ({"a": 1}, 5, None, [])),
    *({"v": 1, "note": note("x", **more)} for more in ({"at": "soon"}, {"by": 5}, {"n": 0.5})),
    *({"v": 1, "step": note(value)} for value in ("x", None, {}, {"what": 5, "who": [], "due": 1})),
    *({"v": 1, "row": note(value)} for value in ("x", {"order": 5, "cells": {}}, {"order": "a"})),
    {"v": 1, "row": note({"order": "a", "cells": {"a": None}})},
    {"v": 1, "other": {"kept": {}, "seen": {}}},
    *({"v": 1, "name": name} for name in ({"toString": 1}, ["a"], 5)),
    *([], [1], "x", 5, None, {}, {"v": "1"}, {"v": 1.5}),
]
OPEN = ["", "__proto__", "constructor", "n1:intention-for-whom", "n1~5", "open", SCRIPT]


def test_what_no_page_of_ours_writes_is_no_answer(serve: Callable[..., str], page) -> None:
    page.goto(serve(ROOT) + "overrides/main.html")
    assert page.evaluate(PARSED, [json.dumps(value) for value in HOSTILE]) == []
    sound = [*ANSWERS.values(), *device().values(), {"v": 2, "note": 5}]
    texts = [json.dumps(value) for value in sound]
    assert page.evaluate(PARSED, texts) == texts


def test_ticking_goes_on_beside_hostile_values_which_stay_word_for_word(own, strict) -> None:
    own.goto(strict.at("intention"))
    ids = own.locator("[data-question]").evaluate_all(
        "all => all.map((one) => one.dataset.question)"
    )
    later = [{"v": 2, "state": {"is": 5}}, {"v": 9, "note": note(5)}, {"v": 2, "step": "x"}]
    values = [*HOSTILE, *later]
    rounds = [values[at : at + len(ids) - 1] for at in range(0, len(values), len(ids) - 1)]
    for some in rounds:
        hostile = {f"agir:n1:{id_}": value for id_, value in zip(ids[1:], some, strict=False)}
        own.evaluate("localStorage.clear()")
        seed(own, strict.at("intention"), hostile)
        box = own.locator(f"#c-{ids[0]}")
        box.check()
        own.reload()
        expect(box).to_be_checked()
        assert {key: json.loads(kept(own)[key]) for key in hostile} == hostile


def test_a_notebook_of_hostile_values_is_shown_and_copied(own, strict) -> None:
    hostile = {f"agir:n1:intention-{number}": value for number, value in enumerate(HOSTILE)}
    names = {"agir:__proto__": {"v": 1}, "agir::": {"v": 1}, f"agir:n1:{SCRIPT}": {"v": 1}}
    seed(own, strict.at("notebooks"), device() | hostile | names)
    expect(own.locator(".books h3").first).to_be_visible()
    for button in ("download", "csv"):
        _name, content = downloaded(own, button)
        assert b"Appeler la halte" in content
        assert b"intention-1" not in content
    assert not own.evaluate("window.fired")


@pytest.mark.parametrize("id_", OPEN)
def test_what_is_no_id_opens_the_first_notebook_and_mixes_no_keys(own, strict, id_) -> None:
    own.goto(strict.at("intention"))
    own.evaluate("(id) => localStorage.setItem('agir:open', id)", id_)
    own.reload()
    own.locator("#c-intention-for-whom").check()
    wait_for_state(own, "agir:n1:intention-for-whom", "talked")
    own.reload()
    expect(own.locator("#c-intention-for-whom")).to_be_checked()
    assert kept(own)["agir:open"] == id_


def test_a_name_that_turns_its_sentence_round_is_made_straight(own, strict) -> None:
    turned = "Table \u202eNord\u2066 \u200f2027"
    own.goto(strict.at("notebooks") + link(file(name=turned)))
    dialog = received(own)
    expect(dialog.locator("h3")).to_have_text("Table Nord 2027")
    own.keyboard.press("Escape")
    book = json.dumps(device(name=turned)["agir:n1"])
    own.evaluate("(text) => localStorage.setItem('agir:n1', text)", book)
    own.goto(strict.at("notebooks"))
    own.reload()
    expect(own.locator(".books h3").first).to_contain_text("Table Nord 2027")
