"""A shape is the frozen dataclass that it stands for."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, fields, is_dataclass, replace

import pytest
from agir.content.fields import Text
from agir.content.library import COLLECTIONS
from agir.content.parts import Item, Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Twin:
    """Of Span, made by the standard library."""

    min: int
    max: int | None = None


def test_a_shape_is_a_dataclass_of_the_same_fields() -> None:
    assert is_dataclass(Span)
    assert [(f.name, f.default) for f in fields(Span)] == [
        (f.name, f.default) for f in fields(Twin)
    ]
    assert not hasattr(Span(min=1), "__dict__")


@pytest.mark.parametrize("values", [{"min": 1}, {"min": 1, "max": 2}, {"max": 2, "min": 1}])
def test_it_holds_equals_and_shows_the_same(values: dict[str, int]) -> None:
    made, twin = Span(**values), Twin(**values)
    assert (made.min, made.max) == (twin.min, twin.max)
    assert repr(made) == repr(twin).replace("Twin", "Span")
    assert made == Span(**values)
    assert made != twin
    assert hash(made) == hash(Span(**values)) == hash(twin)
    assert made != Span(min=9)
    assert replace(made, min=0) == Span(min=0, max=made.max)
    assert pickle.loads(pickle.dumps(made)) == made


@pytest.mark.parametrize("values", [{}, {"max": 1}, {"min": 1, "most": 2}])
def test_it_takes_its_own_fields_and_all_that_have_no_default(values: dict[str, int]) -> None:
    for kind in (Span, Twin):
        with pytest.raises(TypeError):
            kind(**values)


def test_shapes_with_the_same_values_are_not_the_same() -> None:
    text = Text("a", "b")
    item = Item(id="a", title=text)
    assert item != replace(item, title=Text("a", None))
    assert len({item, replace(item), replace(item, id="b")}) == 2


def test_every_collection_has_one() -> None:
    assert all("__slots__" in vars(kind) for kind in COLLECTIONS.values())
