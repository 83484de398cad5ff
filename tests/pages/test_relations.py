"""What is tied to what: said once in the data, in one entry, and shown on the pages of both."""

from __future__ import annotations

import pytest
import real
from agir.pages.relations import Relations
from ties import situations, ties

LIBRARY = real.library()
RELATIONS = Relations(LIBRARY)
TIES = ties(LIBRARY)


def near(id_: str) -> list[str]:
    return [entry.id for entries in RELATIONS.of(id_).values() for entry in entries]


def through_questions(id_: str) -> set[str]:
    """What a situation may be tied to by the questions it borrows, and the other way round."""
    pairs = {
        (situation.id, LIBRARY.questions[question][1].id)
        for situation in situations(LIBRARY)
        for question in situation.questions
    }
    return {other for pair in pairs for one, other in (pair, pair[::-1]) if one == id_}


@pytest.mark.parametrize("id_", sorted({id_ for tie in TIES for id_ in tie}))
def test_an_entry_knows_what_it_names_and_what_names_it(id_: str) -> None:
    named = {other for entry, other in TIES if entry == id_}
    naming = {entry for entry, other in TIES if other == id_}
    found = near(id_)
    assert len(found) == len(set(found))
    assert named | naming <= set(found) <= named | naming | through_questions(id_)


def test_neighbours_stand_by_collection_in_its_order() -> None:
    order = {name: [entry.id for entry in entries] for name, entries in LIBRARY.collections.items()}
    longest = 0
    for id_ in {id_ for tie in TIES for id_ in tie}:
        groups = RELATIONS.of(id_)
        assert list(groups) == [name for name in order if name in groups], id_
        for name, entries in groups.items():
            places = [order[name].index(entry.id) for entry in entries]
            assert places == sorted(places), (id_, name)
            longest = max(longest, len(places))
    assert longest > 2
