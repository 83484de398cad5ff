"""Policies on the real content, entry by entry: a failure names the entry."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import real
from agir.content import model
from agir.content.fields import Text
from agir.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
LIBRARY = real.library()
ENTRIES = [e for name, es in LIBRARY.collections.items() if name != "inventory" for e in es]
BY_ID = {entry.id: entry for entry in ENTRIES}

# How many there are of what the resource counts out loud.
SIZES = {
    "principles": 6,
    "practices": 4,
    "conditions": 5,
    "trust": 4,
    "things": 4,
    "strategies": 4,
    "steps": 5,
    "situations": 5,
    "portraits": 4,
    "workshops": 3,
    "documents": 5,
    "inventory": 233,
}
AT_LEAST = {"sheets": 12, "difficulties": 20, "glossary": 25, "bibliography": 15}
QUESTIONS = {
    "steps": 7,
    "conditions": 5,
    "trust": 3,
    "strategies": 3,
    "things": 2,
    "principles": 2,
    "practices": 2,
}
UNITS = {"S0": 54, "S1": 33, "S2": 6, "S3": 109, "S4": 31}

# Files that may wait for an English text, and why; one that no longer waits must leave the list.
WAITING: dict[str, str] = {}


def of(*names: str) -> list[Any]:
    return [entry.id for name in names for entry in LIBRARY.collections[name]]


def texts(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from texts(item, f"{path}[{number}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from texts(getattr(value, item.name), f"{path}.{item.name}")


@pytest.mark.parametrize(("collection", "size"), SIZES.items())
def test_a_collection_that_the_resource_counts_is_whole(collection: str, size: int) -> None:
    assert len(LIBRARY.collections[collection]) == size


@pytest.mark.parametrize(("collection", "size"), AT_LEAST.items())
def test_a_collection_that_grows_has_its_minimum(collection: str, size: int) -> None:
    assert len(LIBRARY.collections[collection]) >= size


def test_the_inventory_keeps_every_unit_of_each_document() -> None:
    assert Counter(unit.document for unit in LIBRARY.all(model.Unit)) == UNITS


def test_at_least_forty_tools_have_a_publishers_page() -> None:
    assert sum(bool(tool.links) for tool in LIBRARY.all(model.Tool)) >= 40


def ours(entry: Any) -> list[tuple[str, Text]]:
    """The texts of an entry that are ours: works and tools keep the titles they have."""
    theirs = isinstance(entry, model.Reference | model.Tool)
    return [(path, text) for path, text in texts(entry) if not (theirs and path == ".title")]


@pytest.mark.parametrize("id_", BY_ID)
def test_no_long_text_is_the_same_in_both_languages(id_: str) -> None:
    same = [
        path for path, text in ours(BY_ID[id_]) if text.fr == text.en and len(text.fr.split()) > 12
    ]
    assert not same


@pytest.mark.parametrize("id_", BY_ID)
def test_french_blanks_follow_quebec_usage(id_: str) -> None:
    """None before ; ! ? — one inside « » and before the colon (OQLF)."""
    wrong = re.compile(r"\w\s+[;!?](?=\s|$)|«\S|\S»|\w:\s")
    found = {path: match[0] for path, text in ours(BY_ID[id_]) if (match := wrong.search(text.fr))}
    assert not found


@pytest.mark.parametrize("id_", of(*QUESTIONS))
def test_an_entry_asks_enough_questions(id_: str) -> None:
    entry = BY_ID[id_]
    assert len(entry.questions) >= QUESTIONS[LIBRARY.collection_of(entry)]


def test_no_question_is_asked_twice() -> None:
    counts = Counter(question.text.fr for question, _entry in LIBRARY.questions.values())
    assert not [text for text, count in counts.items() if count > 1]


@pytest.mark.parametrize("id_", of("tools"))
def test_a_tool_is_tied_to_the_resource_and_says_when_to_use_it(id_: str) -> None:
    tool = BY_ID[id_]
    assert tool.steps or tool.conditions or tool.trust or tool.things or tool.strategies
    assert len(tool.use_when.fr.split()) >= 5


@pytest.mark.parametrize("id_", of("steps", "conditions", "trust", "things", "strategies"))
def test_every_part_of_the_resource_has_tools_and_steps_have_sheets(id_: str) -> None:
    named = [
        (entry.steps, entry.conditions, entry.trust, entry.things, entry.strategies)
        for entry in (*LIBRARY.all(model.Tool), *LIBRARY.all(model.Sheet))
    ]
    assert sum(any(id_ in group for group in groups) for groups in named) >= 2
    if id_ in of("steps"):
        assert any(id_ in sheet.steps for sheet in LIBRARY.all(model.Sheet))


@pytest.mark.parametrize("id_", of("sheets"))
def test_a_sheet_can_be_run_tomorrow(id_: str) -> None:
    sheet = BY_ID[id_]
    assert len(sheet.moments) >= 3
    assert any(moment.say for moment in sheet.moments)
    assert sheet.minutes <= 180


def test_several_sheets_take_twenty_minutes_or_less() -> None:
    assert sum(sheet.minutes <= 20 for sheet in LIBRARY.all(model.Sheet)) >= 5


@pytest.mark.parametrize("id_", of("glossary"))
def test_a_definition_fits_in_a_bubble(id_: str) -> None:
    term = BY_ID[id_]
    assert len(term.definition.fr.split()) <= 40
    assert term.forms.fr
    assert term.forms.en


def test_no_two_terms_share_a_word() -> None:
    for lang in ("fr", "en"):
        forms = Counter(
            form.lower() for t in LIBRARY.all(model.Term) for form in getattr(t.forms, lang)
        )
        assert not [form for form, count in forms.items() if count > 1]


def test_no_english_text_is_missing_but_those_agreed_on() -> None:
    assert {place.file for place in read(ROOT).waiting} == set(WAITING)
