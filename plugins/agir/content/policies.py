"""What entries must hold, one by one: each policy is a function named as the sentence it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agir.content import model
from agir.content.problems import Place, nearest

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

SITUATION_QUESTIONS = 3
SHORT_SHEET = 20  # minutes
# Collections without a page of their own: shown on another page, or not at all.
WITHOUT_OVERVIEW = ("overviews", "topics", "situations", "documents", "inventory")


def questions_end_with_a_question_mark(library: Library, reading: Reading) -> None:
    """A question is asked, in both languages."""
    for question, _entry in library.questions.values():
        for text in (question.text.fr, question.text.en or "?"):
            if not text.endswith("?"):
                reading.problems.add(
                    "no-question-mark", library.places[question.id], value=text[-40:]
                )


def tools_and_sheets_serve_somewhere(library: Library, reading: Reading) -> None:
    """A tool or a sheet that is tied to nothing is found by nobody."""
    for entry in (*library.all(model.Tool), *library.all(model.Sheet)):
        tied = (entry.steps, entry.conditions, entry.trust, entry.things, entry.strategies)
        if not any(tied):
            reading.problems.add("tied-to-nothing", library.places[entry.id], entry.id)


def collections_have_an_overview(library: Library, reading: Reading) -> None:
    """The pages of a collection stand under the overview that has its name."""
    overviews = {overview.id for overview in library.all(model.Overview)}
    for name, entries in library.collections.items():
        if overviews and entries and name not in WITHOUT_OVERVIEW and name not in overviews:
            place = library.places[entries[0].id]
            reading.problems.add("no-overview", place, name, value=name)


def interface_words_are_whole(library: Library, reading: Reading) -> None:
    """Each collection has its two words, and both languages have the same {blanks} to fill."""
    place = Place("data/interface.yml")
    names = [name for name, entries in library.collections.items() if entries]
    for name in names if library.labels else ():
        for word in (f"kind_{name}", f"group_{name}"):
            if word not in library.labels and name != "inventory":
                reading.problems.add("missing-word", place, value=word)
    for word, text in library.labels.items():
        blanks = [sorted(re.findall(r"\{\w*\}", value)) for value in (text.fr, text.en or text.fr)]
        if blanks[0] != blanks[1]:
            reading.problems.add("other-blanks", place, f"interface.{word}", value=word)


def situations_have_three_questions_and_a_short_sheet(library: Library, reading: Reading) -> None:
    """A situation is something to start from: three questions, one sheet of 20 minutes."""
    for situation in library.collections["situations"]:
        place, path = library.places[situation.id], f"situations/{situation.id}"
        count = len(situation.questions)
        if count != SITUATION_QUESTIONS:
            reading.problems.add("situation-size", place, path, value=str(count))
        sheet = library.by_id.get(situation.sheet)
        if sheet and sheet.minutes > SHORT_SHEET:
            reading.problems.add("sheet-too-long", place, path, value=str(sheet.minutes))


def overviews_list_known_collections(library: Library, reading: Reading) -> None:
    """An overview presents collections that exist."""
    for overview in library.collections["overviews"]:
        for name in overview.lists:
            if name not in library.collections:
                reading.problems.add(
                    "unknown-reference",
                    library.places[overview.id],
                    f"overviews/{overview.id}.lists",
                    value=name,
                    near=nearest(name, library.collections),
                    where_fr="",
                    where_en="",
                )


ALL = (
    questions_end_with_a_question_mark,
    tools_and_sheets_serve_somewhere,
    collections_have_an_overview,
    interface_words_are_whole,
    situations_have_three_questions_and_a_short_sheet,
    overviews_list_known_collections,
)
