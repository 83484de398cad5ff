"""Whatever reads a notebook calls portraits and rows of worksheets by their names, not by ids."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from notebooks import device, downloaded, file, link, received, seed, shared, state
from notebooks import text as written
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def row(order: str, **cells: str) -> dict[str, Any]:
    names = {f"relationship-map-{name}": text for name, text in cells.items()}
    return {"v": 1, "row": written({"order": order, "cells": names})}


CARDS = "relationship-map-cards"
AREA = {"v": 1, "row": written({"order": "z", "cells": {"name": "Chez nous"}})}
LEVEL = {"v": 1, "state": state("in-place"), "note": written("Vu en mars")}
DATED = {"v": 1, "state": state("kept"), "note": written("point-agenda-parents fully\nwas unknown")}
MIXED: dict[str, dict[str, Any]] = {
    "point-agenda": LEVEL,
    "point-agenda-parents": {"v": 1, "state": state("a-little")},
    "point-cause": {"v": 1, "state": state("hand-over")},
    "kept-ten-minutes-2026-11-21-2": DATED,
    f"{CARDS}.r2": row("n", activity="Halte", area="relationship-map-area-play"),
    f"{CARDS}.r1": row("b", who="Zoé\nCPE", area="rmine"),
    f"{CARDS}.r3": {"v": 1, "row": {"kept": [], "seen": {"wab1": 2}}},  # taken out
    f"{CARDS}-areas.rmine": AREA,
}
TEXT = {
    "fr": """\
## Les cinq conditions, chez nous

- Vision commune (En place)
  Vu en mars
- Des parents ont participé à l’écriture de notre vision. (Un peu)

## Ce qui devrait durer

- La cause (Transmettre)

## En dix minutes

- Portrait gardé le 21 novembre 2026 (2)
  Des parents ont participé à l’écriture de notre vision. Tout à fait
  was : Je ne sais pas

## Cartographie des relations · Nos cartons

- Ligne 1
  Prénom et organisation : Zoé
  CPE
  Domaine : Chez nous
- Ligne 2
  Activité ou projet : Halte
  Domaine : Jouer, bouger, grandir en santé
- Domaine « Chez nous »
""",
    "en": """\
## The five conditions, in our group

- Common agenda (In place)
  Vu en mars
- Parents helped write our vision. (A little)

## What should last

- The cause (Hand over)

## In ten minutes

- Portrait kept on November 21, 2026 (2)
  Parents helped write our vision. Fully
  was: I don’t know

## Relationship mapping · Our cards

- Row 1
  First name and organization: Zoé
  CPE
  Area: Chez nous
- Row 2
  Activity or project: Halte
  Area: Playing, moving, growing up healthy
- Area “Chez nous”
""",
}
IDS = re.compile(r"\b(?:point-|kept-|relationship-map|r[0-9]|rmine|in-place|a-little)")


@pytest.fixture
def page(own: Page) -> Page:
    return own


def sections(text: str) -> set[str]:
    """The parts of a text, without its addresses and the blanks of typography."""
    lines = [" ".join(line.split()) for line in text.split("\n") if "http" not in line]
    return {part.strip() for part in re.sub(r"\n+", "\n", "\n".join(lines)).split("## ")[1:]}


def test_the_text_to_copy_names_them_in_the_language_of_the_page(page, address, lang) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seed(page, address, device(MIXED))
    page.locator("#keep details > summary").click()
    page.click("#keep [name=text]")
    expect(page.locator("#keep > div > [role=status]")).not_to_be_empty()
    text = page.evaluate("navigator.clipboard.readText()")
    assert sections(text) == sections(TEXT[lang])
    addresses = re.findall(r"^http.*", text, re.MULTILINE)
    assert len(addresses) == 4
    assert [page.goto(one).status for one in addresses] == [200] * 4


def test_the_table_names_them_in_both_languages(page, address, lang) -> None:
    seed(page, address, device(MIXED))
    _name, content = downloaded(page, "csv")
    between = ";" if lang == "fr" else ","
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=between)
    found = {one["id"]: one for one in lines if one["id"] in MIXED}
    assert set(found) == set(MIXED) - {f"{CARDS}.r3"}
    card = found[f"{CARDS}.r1"]
    assert card["label_fr"] == "Cartographie des relations · Nos cartons · Ligne 1"
    assert card["label_en"] == "Relationship mapping · Our cards · Row 1"
    assert "Zoé\nCPE\n" in card["note"]
    level = found["point-agenda"]
    assert level["label_fr"].endswith("chez nous · Vision commune")
    assert level["label_en"].endswith("in our group · Common agenda")
    assert level["status"] == "in-place"
    assert level["status_words"] == {"fr": "En place", "en": "In place"}[lang]
    told = [one[name] for one in found.values() for name in one if name not in {"id", "status"}]
    assert [text for text in told if IDS.search(text)] == []


def test_a_link_says_what_it_holds_and_shows_it_by_name(page, address, lang, word) -> None:
    page.goto(address + link(file(MIXED)))
    dialog = received(page)
    holds = dialog.locator(".holds")
    expect(holds).to_contain_text(word("received_points").replace("{points}", "4"))
    expect(holds).to_contain_text(word("received_rows").replace("{rows}", "3"))
    expect(holds).not_to_contain_text(word("received_unknown")[:20])
    dialog.locator("[name=look]").click()
    look = dialog.locator(".look").inner_text()
    lines = [line.strip() for line in look.split("\n") if line.strip()]
    expected = re.sub(r" \(([^)0-9]*)\)$", r" \1", TEXT[lang], flags=re.MULTILINE)
    flat = [line.strip("#- ") for line in expected.split("\n") if line.strip()]
    assert sorted(" ".join(line.split()) for line in lines) == sorted(flat)


def test_a_link_without_notes_holds_no_row_and_no_dated_portrait(page, address, word) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seed(page, address, device(MIXED))
    dialog = shared(page)
    expect(dialog).to_contain_text(word("received_points").replace("{points}", "3"))
    expect(dialog).not_to_contain_text(word("received_rows").partition("{")[0])
    made = dialog.get_by_role("textbox").input_value()
    dialog.locator("[name=notes]").check()
    expect(dialog).to_contain_text(word("received_rows").replace("{rows}", "3"))
    page.goto("about:blank")
    page.goto(made)
    received(page).locator("[name=look]").click()
    look = page.locator("dialog.received .look")
    expect(look.get_by_role("listitem")).to_have_count(3)
    assert not re.search("Zoé|Halte|Chez nous|2026", look.inner_text())


def test_the_page_of_notebooks_shows_them_and_leads_to_their_pages(page, address, lang) -> None:
    seed(page, address, device(MIXED))
    part = page.locator("#open")
    cards = part.locator("section", has=page.locator(f"a[href$='#{CARDS}']"))
    part.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    names = {"fr": "Prénom et organisation", "en": "First name and organization"}
    expect(cards).to_contain_text(names[lang])
    assert not IDS.search(part.inner_text())
    cards.get_by_role("link").click()
    expect(page.locator(f"#{CARDS}")).to_be_in_viewport()
