"""Tables and texts of a notebook, for spreadsheets and documents."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from notebooks import NAME, device, downloaded, filled, seed, step
from notebooks import text as written
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


@pytest.fixture
def page(own: Page) -> Page:
    return own


def said(page: Page) -> Locator:
    return page.locator("#keep > div > [role=status]")


def test_the_table_has_a_row_a_question_and_no_formula(page, address, site, lang) -> None:
    seed(page, address, device())
    name, content = downloaded(page, "csv")
    assert name.endswith(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    between = ";" if lang == "fr" else ","
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=between))
    questions: dict[str, dict[str, str]] = {"fr": {}, "en": {}}
    for code in questions:
        for one in site.read(f"assets/questions.{code}.json")["pages"]:
            questions[code] |= one["questions"]
    assert [row["id"] for row in rows] == [*questions["fr"], "left-the-site"]
    by_id = {row["id"]: row for row in rows}
    for code, found in questions.items():
        assert {id_: by_id[id_][f"label_{code}"] for id_ in found} == found
    row: dict[str, Any] = by_id["intention-one-sentence"]
    words = {"fr": "On en a parlé", "en": "We talked about it"}
    assert [row["status"], row["status_words"], row["note"]] == ["talked", words[lang], "'=1+1"]
    assert [row["next_step"], row["who"], row["due"], row["done"]] == [
        "Appeler la halte", "Zoé Tremblay", "2027-03-01", "0",
    ]  # fmt: skip
    assert by_id["intention-for-whom"]["note"] == "Élus 👩‍👧\n\n« oui »"


def test_a_spreadsheet_runs_no_cell_whatever_starts_it(page, address, lang) -> None:
    starts = "=+-@\t\r"
    answers = {
        f"q{i}": {"v": 1, "note": written(f"{start}cmd|x"), "step": step(f"{start}1", f"{start}2")}
        for i, start in enumerate(starts)
    }
    seed(page, address, device(answers))
    _name, content = downloaded(page, "csv")
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = list(csv.DictReader(text, delimiter=";" if lang == "fr" else ","))
    cells = {cell for row in rows for cell in row.values()}
    assert cells >= {f"'{start}{end}" for start in starts for end in ("cmd|x", "1", "2")}
    assert not [cell for cell in cells if cell.startswith(tuple(starts))]


def test_the_text_is_copied_with_boxes_notes_and_links(page, address, lang, word, strict) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seed(page, address, device())
    page.locator("#keep details > summary").click()
    page.click("#keep [name=text]")
    expect(said(page)).to_have_text(word("copy_copied"))
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(f"# {NAME}\n\n## ")
    where = strict.at("intention", lang, "#intention-one-sentence")
    lines = text.split("\n")
    at = lines.index("  =1+1")
    assert lines[at - 1].startswith("- [x] ")
    day = {"fr": "1er mars 2027", "en": "March 1, 2027"}[lang]
    said_step = filled(word("step_said"), step=f"Appeler la halte · Zoé Tremblay · {day}")
    assert lines[at + 1 : at + 3] == [f"  {said_step}", f"  {where}"]
    assert [line for line in lines if line.endswith(f" ({word('state_later')})")]
    assert "- [x] left-the-site" in lines


def test_what_the_browser_does_not_copy_is_selected(page, address, word) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    seed(page, address, device())
    page.locator("#keep details > summary").click()
    page.click("#keep [name=text]")
    expect(said(page)).to_have_text(word("copy_by_hand"))
    expect(page.get_by_label(word("copy_by_hand_text"))).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith(f"# {NAME}")
