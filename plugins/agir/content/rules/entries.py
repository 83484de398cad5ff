"""Rules on what one entry must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.content import model

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

SITUATION_QUESTIONS = 3
SHORT_SHEET = 20  # minutes
SHORT_PORTRAIT = 10  # statements, a minute each


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


def links_say_their_language(library: Library, reading: Reading) -> None:
    """A page of a tool's publisher is in some language: one may follow it or not."""
    for tool in library.all(model.Tool):
        for number, link in enumerate(tool.links, 1):
            if not link.languages:
                path = f"tools/{tool.id}.links[{number}].languages"
                reading.problems.add("empty-list", library.places[tool.id], path)


def situations_have_three_questions_and_a_short_sheet(library: Library, reading: Reading) -> None:
    """Three questions are enough to start from; a situation's sheet takes 20 minutes at most."""
    for situation in (*library.all(model.Situation), *library.all(model.Difficulty)):
        name = library.collection_of(situation)
        place, path = library.places[situation.id], f"{name}/{situation.id}"
        count = len(situation.questions)
        if count != SITUATION_QUESTIONS:
            reading.problems.add("situation-size", place, path, value=str(count))
        sheet = library.by_id.get(situation.sheet)
        minutes = sheet.minutes if isinstance(sheet, model.Sheet) else 0
        if minutes > SHORT_SHEET and name == "situations":
            reading.problems.add("sheet-too-long", place, path, value=str(minutes))


def a_short_version_has_ten_statements(library: Library, reading: Reading) -> None:
    """Those that are marked `short` in the long one: ten minutes, and every answer serves both."""
    for portrait in library.all(model.Portrait):
        whole = library.by_id.get(portrait.short_of or "")
        if isinstance(whole, model.Portrait):
            count = sum(one.short for scale in whole.scales for one in scale.statements)
            if count != SHORT_PORTRAIT:
                place, path = library.places[whole.id], f"portraits/{whole.id}"
                reading.problems.add("short-size", place, path, value=str(count))


def a_workshop_takes_as_long_as_it_says(library: Library, reading: Reading) -> None:
    """Its points add up to its minutes, and leave each sheet the time that it needs."""
    for workshop in library.all(model.Workshop):
        place, path = library.places[workshop.id], f"workshops/{workshop.id}"
        total = sum(point.minutes for point in workshop.points)
        if total != workshop.minutes:
            words = {"value": str(workshop.minutes), "total": str(total)}
            reading.problems.add("minutes-differ", place, f"{path}.minutes", **words)
        for number, point in enumerate(workshop.points, 1):
            sheet = library.by_id.get(point.uses or "")
            if isinstance(sheet, model.Sheet) and sheet.minutes > point.minutes:
                words = {"value": str(point.minutes), "needed": str(sheet.minutes)}
                at = f"{path}.points[{number}].minutes"
                reading.problems.add("sheet-cut-short", library.places[point.id], at, **words)


RULES = (
    questions_end_with_a_question_mark,
    tools_and_sheets_serve_somewhere,
    links_say_their_language,
    situations_have_three_questions_and_a_short_sheet,
    a_short_version_has_ten_statements,
    a_workshop_takes_as_long_as_it_says,
)
