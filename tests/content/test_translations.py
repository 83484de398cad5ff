"""An English text follows its French, or it is said that it does not: by what they say alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import real
from agir.content.fields import LANGS, Text
from agir.content.library import load
from agir.content.translations import (
    FILE,
    Made,
    read_record,
    renewed,
    state_of,
    states,
    texts_by_path,
    write_record,
)
from project import ROOT, edit_file

if TYPE_CHECKING:
    from pathlib import Path

STEP = "data/steps/intention.yml"
TITLE = "intention.title"
FRENCH = ('{fr: "L\'intention"', '{fr: "L\'intention commune"')
ENGLISH = ('en: "Intention"}', 'en: "Shared intention"}')

LIBRARY = real.library()
RECORD = read_record((ROOT / FILE).read_text("utf-8"))


def test_every_text_in_two_languages_is_recorded_as_it_is() -> None:
    assert set(texts_by_path(LIBRARY)) == set(RECORD)
    assert renewed(LIBRARY, RECORD) == RECORD
    assert write_record(RECORD) == (ROOT / FILE).read_text("utf-8")


def test_the_place_of_a_text_is_made_of_ids_where_there_are_any() -> None:
    paths = texts_by_path(LIBRARY)
    question = LIBRARY.by_id["intention"].questions[0]
    assert paths[f"intention.questions.{question.id}.text"] == question.text
    assert paths["interface.search"].get("fr") == ("Chercher", "fr")
    assert not [path for path in paths if path.endswith(".slug")]


def test_french_that_changed_alone_leaves_the_english_behind(project: Path) -> None:
    edit_file(project, STEP, *FRENCH)
    library = load(project)
    assert [path for path, state in states(library, RECORD).items() if state != "current"] == [
        TITLE
    ]
    again = renewed(library, RECORD)
    assert states(library, again)[TITLE] == "outdated"  # noting it does not make it true
    edit_file(project, STEP, *ENGLISH)
    assert states(load(project), again)[TITLE] == "current"


def test_both_that_changed_together_are_current(project: Path) -> None:
    edit_file(project, STEP, *FRENCH)
    edit_file(project, STEP, *ENGLISH)
    library = load(project)
    assert states(library, RECORD)[TITLE] == "current"
    edit_file(project, STEP, *reversed(FRENCH))
    assert states(load(project), renewed(library, RECORD))[TITLE] == "outdated"


def test_english_that_changed_alone_is_current(project: Path) -> None:
    edit_file(project, STEP, *ENGLISH)
    assert states(load(project), RECORD)[TITLE] == "current"


def test_english_that_is_to_come_is_missing(project: Path) -> None:
    edit_file(project, STEP, 'en: "Intention"}', "en: à_traduire}")
    library = load(project)
    assert states(library, RECORD)[TITLE] == "missing"
    assert TITLE not in renewed(library, RECORD)


@pytest.mark.parametrize("place", ["intention", TITLE])
def test_a_minor_change_of_the_french_is_noted_as_one(project: Path, place: str) -> None:
    edit_file(project, STEP, *FRENCH)
    library = load(project)
    assert states(library, renewed(library, RECORD, minor=[place]))[TITLE] == "current"
    elsewhere = renewed(library, RECORD, minor=["inten", "planning"])
    assert states(library, elsewhere)[TITLE] == "outdated"


def test_a_difference_that_is_meant_stays_one_until_somebody_says_otherwise(
    project: Path,
) -> None:
    different = renewed(LIBRARY, RECORD, different=[TITLE])
    assert states(LIBRARY, different)[TITLE] == "different"
    edit_file(project, STEP, *FRENCH)
    library = load(project)
    again = renewed(library, different)
    assert states(library, again)[TITLE] == "different"
    assert states(library, renewed(library, again, minor=[TITLE]))[TITLE] == "current"


def test_a_new_text_is_current_and_one_that_left_is_forgotten() -> None:
    record = {path: made for path, made in RECORD.items() if path != TITLE}
    record["gone.title"] = (Made("0" * 8, "0" * 8),)
    assert states(LIBRARY, record)[TITLE] == "current"
    assert renewed(LIBRARY, record) == RECORD


def test_lines_of_a_merge_conflict_cost_nothing() -> None:
    line = next(ln for ln in write_record(RECORD).splitlines() if ln.startswith(f"{TITLE} "))
    other = f"{TITLE} 00000000 11111111"
    text = f"<<<<<<< HEAD\n{other}\n=======\n{line}\n>>>>>>> branch\nany thing\n"
    record = read_record(text)
    assert len(record[TITLE]) == len(LANGS)
    assert states(LIBRARY, record)[TITLE] == "current"
    assert renewed(LIBRARY, record)[TITLE] == RECORD[TITLE]


def test_a_record_is_what_it_was_after_it_was_written() -> None:
    record = renewed(LIBRARY, RECORD, different=["planning"])
    assert read_record(write_record(record)) == record


def test_the_state_knows_nothing_of_dates() -> None:
    text = Text("Un", "One")
    assert state_of(text, ()) == "current"
    assert state_of(Text("Un", None), ()) == "missing"
