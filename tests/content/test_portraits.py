"""Policies on « Faire le point », page by page and condition by condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import real
from agir.content import model
from agir.content.inside import texts_of

if TYPE_CHECKING:
    from agir.content.portrait import Scale, Sort, Talk

LIBRARY = real.library()
PORTRAITS = {entry.id: entry for entry in LIBRARY.all(model.Portrait)}
SCALES = {scale.about: scale for entry in PORTRAITS.values() for scale in entry.scales}
SORTS = {sort.about: sort for entry in PORTRAITS.values() for sort in entry.sorts}
TALKS = {talk.about: talk for entry in PORTRAITS.values() for talk in entry.talks}
ALL: dict[str, Scale | Sort | Talk] = SCALES | SORTS | TALKS
# Words of those who judge, of programmes and of reports.
JUDGING = re.compile(
    r"évalu|performan|efficac|\bscore|\bnote[rs]?\b|redd?ition|parties? prenantes?|indicateur"
    r"|livrable|optimis|assess|evaluat|stakeholder|\bgrade|deliverable|accountab",
    re.IGNORECASE,
)
US = re.compile(r"\b(?:nous|nos|notre|chacun|une famille|la coordination)\b", re.IGNORECASE)


def test_every_condition_thing_and_component_is_there_once() -> None:
    for found, name in ((SCALES, "conditions"), (SORTS, "things"), (TALKS, "trust")):
        assert list(found) == [entry.id for entry in LIBRARY.collections[name]]


@pytest.mark.parametrize("about", SCALES)
def test_a_condition_gives_two_sentences_to_the_short_version(about: str) -> None:
    assert sum(statement.short for statement in SCALES[about].statements) == 2


@pytest.mark.parametrize("about", SCALES)
def test_what_is_observed_is_said_by_us_in_few_words(about: str) -> None:
    """A level in 35 words at most, a sentence in 20, about the group and what one sees."""
    scale = SCALES[about]
    said = [(one.text, 35) for one in scale.levels] + [(one.text, 20) for one in scale.statements]
    for text, most in said:
        for lang in ("fr", "en"):
            words = text.get(lang)[0]  # type: ignore[arg-type]
            assert len(words.split()) <= most, words
            assert not words.endswith("?")
    for level in scale.levels:
        assert US.search(level.text.fr), level.text.fr


@pytest.mark.parametrize("id_", PORTRAITS)
def test_nobody_is_judged(id_: str) -> None:
    for text in texts_of(PORTRAITS[id_]):
        for said in (text.fr, text.en or ""):
            assert not JUDGING.search(said), said


@pytest.mark.parametrize("about", ALL)
def test_what_calls_for_a_talk_leads_to_sheets_and_to_its_own_questions(about: str) -> None:
    one: Any = ALL[about]
    assert one.sheets
    assert len(one.questions) >= 2
    assert all(LIBRARY.questions[id_][1].id == about for id_ in one.questions)
    field = LIBRARY.collection_of(LIBRARY.by_id[about])
    assert all(about in getattr(LIBRARY.by_id[sheet], field) for sheet in one.sheets)


@pytest.mark.parametrize("about", SCALES)
def test_each_statement_asks_a_question_of_its_own(about: str) -> None:
    asked = [statement.ask for statement in SCALES[about].statements]
    assert None not in asked
    assert len({*asked}) == len(asked)


@pytest.mark.parametrize("about", TALKS)
def test_a_question_of_trust_is_about_us_and_never_about_somebody(about: str) -> None:
    for id_ in TALKS[about].questions:
        text = LIBRARY.questions[id_][0].text
        assert re.search(r"\b(nous|nos|notre)\b", text.fr, re.IGNORECASE), text.fr
        assert re.search(r"\b(we|our|us)\b", text.en or "", re.IGNORECASE), text.en
        assert not re.search(r"\b(tu|vous|toi|lui|leur)\b", text.fr, re.IGNORECASE), text.fr


@pytest.mark.parametrize("about", SORTS)
def test_a_way_is_described_where_its_thing_is(about: str) -> None:
    """And what stops needs no strategy to go on, while every other way has some."""
    thing = LIBRARY.by_id[about]
    items = {item.id: item for section in thing.sections for item in section.items}
    for choice in SORTS[about].choices:
        assert choice.says == f"{about}-{choice.way}"
        assert items[choice.says].text
        assert bool(choice.strategies) is (choice.way != "stop")
