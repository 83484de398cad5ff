"""Codes to scan: a second hand, which knows nothing of ours, draws the same squares."""

from __future__ import annotations

import random

import pytest
import segno
from codes import DRAWN, squares
from kept import answer, keep
from playwright.sync_api import expect

QR = ["qr/qr.lazy.js"]
DRAW = """return given.map((text) => {
  const svg = drawQr(text);
  return svg ? [svg.lastChild.getAttribute("d"), svg.viewBox.baseVal.width] : null;
})"""
ANOTHER = """(was) => {
  const { link } = document.querySelector(".share .qr").dataset;
  return link && link !== was;
}"""
TEXTS = [
    "https://agir.example/",
    "https://agir.example/conditions/vision-commune/#intention-for-whom",
    "Où en est-on? « À approfondir » 👩👧",
    "a",
]


def by_another_hand(text: str, found: list[list[int]]) -> list[list[int]]:
    """A code of the same size for a text, corrected and masked as the five first bits say."""
    said = int("".join(str(bit) for bit in found[8][:5]), 2) ^ 0b10101
    made = segno.make_qr(
        text,
        error={0: "m", 1: "l"}[said >> 3],
        version=(len(found) - 17) // 4,
        mask=said & 7,
        mode="byte",
        encoding="utf-8",
        eci=True,
        boost_error=False,
    )
    return [list(row) for row in made.matrix]


def test_a_code_is_the_one_that_another_hand_draws(script) -> None:
    for text, drawn in zip(TEXTS, script(QR, DRAW, TEXTS), strict=True):
        found = squares(drawn)
        assert found == by_another_hand(text, found)


def test_codes_of_all_forty_sizes_are_right(script) -> None:
    chance = random.Random(5)
    texts = ["".join(chance.choices("abc/#?", k=many)) for many in range(1, 2340, 13)]
    sizes = {}
    for text, drawn in zip(texts, script(QR, DRAW, texts), strict=True):
        sizes.setdefault(drawn[1], (text, drawn))
    assert len(sizes) == 40
    for text, drawn in sizes.values():
        found = squares(drawn)
        assert found == by_another_hand(text, found)


def test_a_text_too_long_for_a_strong_code_has_a_weaker_one_and_then_none(script) -> None:
    text = "https://agir.example/#" + "x" * 2900
    drawn, none = script(QR, DRAW, [text, "x" * 3000])
    found = squares(drawn)
    assert found == by_another_hand(text, found)
    assert none is None


def test_a_code_is_named_or_is_hidden_from_who_cannot_see_it(script) -> None:
    said = """return ["Adresse de la page", undefined].map((label) => {
      const svg = drawQr("a", label);
      return ["role", "aria-label", "aria-hidden", "data-qr"].map((name) => svg.getAttribute(name));
    })"""
    assert script(QR, said) == [["img", "Adresse de la page", None, ""], [None, None, "true", ""]]


@pytest.mark.each_address
def test_the_link_of_a_notebook_is_a_code_that_says_the_same(site, browser, lang) -> None:
    with browser.new_context() as context:
        keep(context, "Table Nord", intention_for_whom=answer("talked", "Un mot à nous"))
        page = context.new_page()
        page.goto(site.at("notebooks", lang))
        page.locator("[name=share]").click()
        code = page.locator(".share .qr-code")
        for is_first in (True, False):
            expect(code).to_be_visible()
            link = page.locator(".share .link").input_value()
            found = squares(code.evaluate(DRAWN))
            assert found == by_another_hand(link, found)
            if is_first:
                page.locator(".share [name=notes]").check()
                page.wait_for_function(ANOTHER, arg=link)
        assert code.get_attribute("role") == "img"


def test_no_code_is_seen_before_it_is_printed(site, page, kind) -> None:
    page.goto(site.at(kind))
    expect(page.locator(".print-url")).to_be_hidden()
