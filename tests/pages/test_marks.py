"""What is ours says so, once, where the rest of a page comes from the sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import real
from dom import Node, parse

SITE = real.site()


def marks(id_: str, **changes: Any) -> list[str]:
    """The ids of what is marked on the page of an entry, to which something may have changed."""
    page = next(page for page in SITE.pages["fr"] if page.id == id_)
    tree = parse(SITE.body(replace(page, entry=replace(page.entry, **changes))).html)
    found = [node for node in tree if "editorial" in node.classes]
    return [next(up.id for up in node.above() if up.id) for node in found]


def entry(id_: str) -> Any:
    return SITE.library.by_id[id_]


def test_questions_that_are_all_ours_say_so_once() -> None:
    assert marks("common-agenda").count("questions") == 1
    assert not [id_ for id_ in marks("common-agenda") if id_ in SITE.library.questions]


def test_a_question_says_so_where_others_come_from_the_sources() -> None:
    first, *others = entry("common-agenda").questions
    questions = (replace(first, origin=("S3-C1-KW1",)), *others)
    found = marks("common-agenda", questions=questions)
    assert "questions" not in found
    assert [id_ for id_ in found if id_ in SITE.library.questions] == [one.id for one in others]


def test_an_item_says_so_where_others_come_from_the_sources() -> None:
    found = marks("evaluation")
    assert "evaluation-look-at-ourselves" in found
    assert "evaluation-look-at-the-path" not in found


def test_what_a_marked_section_lists_is_not_marked_again() -> None:
    assert "common-agenda-signs" in marks("common-agenda")
    assert "common-agenda-sign-own-words" not in marks("common-agenda")


def test_a_section_that_names_its_source_covers_what_it_lists() -> None:
    assert not {"why-what-you-gain", "why-gain-vision"} & set(marks("why"))


def test_moments_that_are_all_ours_say_so_once() -> None:
    assert marks("theory-of-change").count("moments") == 1
    first, *others = entry("theory-of-change").moments
    found = marks("theory-of-change", moments=(replace(first, origin=("S3-TOC-H",)), *others))
    assert "moments" not in found
    assert {one.id for one in others} <= set(found)


@pytest.mark.parametrize("id_", ["opening-round", "eqdem"])
def test_a_page_that_is_ours_says_so_in_its_sources_alone(id_: str) -> None:
    assert marks(id_) == ["sources"]


def test_a_mark_stands_outside_the_heading() -> None:
    page = next(page for page in SITE.pages["fr"] if page.id == "common-agenda")
    tree: Node = parse(SITE.body(page).html)
    marked = [node for node in tree if "editorial" in node.classes]
    assert not [1 for node in marked for up in node.above() if up.tag in ("h2", "h3", "a")]


@pytest.mark.parametrize("id_", ["glossary", "bibliography"])
def test_a_page_of_many_entries_names_the_sources_of_them_all(id_: str) -> None:
    page = next(page for page in SITE.pages["fr"] if page.id == id_)
    words = parse(SITE.body(page).html).words()
    assert SITE.labels["fr"]["editorial_means"] not in words
    assert SITE.labels["fr"]["rewritten"] in words
