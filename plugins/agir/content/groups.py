"""What the values of one group say together: each rule is a function named as its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from agir.content.model import Portrait
from agir.content.nodes import Mapping, Scalar, Sequence
from agir.content.parts import Forms, Span, Table
from agir.content.portrait import LevelName, Scale, Sort, WayName
from agir.content.scalars import Fault

_WORD = re.compile(r"\w")
STATEMENTS = (4, 5)  # of a condition: enough to see it from several sides, few enough to talk
KINDS = ("scales", "short_of", "sorts", "talks")


def the_minimum_is_not_above_the_maximum(span: Span, node: Mapping) -> Iterator[Fault]:
    """A span goes up: {min: 10, max: 30}."""
    if span.max is not None and span.min > span.max:
        yield "min-above-max", node.place, {"low": str(span.min), "high": str(span.max)}


def rows_have_a_cell_for_each_column(table: Table, node: Mapping) -> Iterator[Fault]:
    """The rows already filled of a table fit under its titles."""
    columns = len(table.columns)
    for rows in (value for key, value in node.pairs if key.value == "examples"):
        for row in rows.items if isinstance(rows, Sequence) else ():
            if isinstance(row, Sequence) and len(row.items) != columns:
                words = {"value": str(len(row.items)), "columns": str(columns)}
                yield "row-size", row.place, words


def forms_hold_a_word(_forms: Forms, node: Mapping) -> Iterator[Fault]:
    """The words that name a term are looked for in texts: signs alone cannot be."""
    for _lang, forms in node.pairs:
        for form in forms.items if isinstance(forms, Sequence) else ():
            if isinstance(form, Scalar) and not _WORD.search(form.value):
                yield "no-word", form.place, {"value": form.value[:40]}


def _in_order(found: list[str], choices: Any, node: Mapping) -> Iterator[Fault]:
    known = [*get_args(choices)]
    if found != known:
        words = {"value": ", ".join(found) or "–", "known": ", ".join(known)}
        yield "choices-in-order", node.place, words


def a_condition_has_four_levels_and_four_or_five_statements(
    scale: Scale, node: Mapping
) -> Iterator[Fault]:
    """Every level is described once, from the first to the last."""
    yield from _in_order([level.at for level in scale.levels], LevelName, node)
    count = len(scale.statements)
    if count not in STATEMENTS:
        yield "statement-count", node.place, {"value": str(count)}


def a_thing_may_go_four_ways(sort: Sort, node: Mapping) -> Iterator[Fault]:
    """It is kept, changed, handed over or stopped, said in this order everywhere."""
    yield from _in_order([choice.way for choice in sort.choices], WayName, node)


def a_portrait_is_of_one_kind(portrait: Portrait, node: Mapping) -> Iterator[Fault]:
    """What its page asks is clear: levels, the short version of them, things to sort, or talks."""
    held = [kind for kind in KINDS if getattr(portrait, kind)]
    if len(held) != 1:
        words = {"value": ", ".join(held) or "–", "known": ", ".join(KINDS)}
        yield "portrait-kind", node.place, words


RULES: dict[Any, Callable[[Any, Mapping], Iterator[Fault]]] = {
    Span: the_minimum_is_not_above_the_maximum,
    Forms: forms_hold_a_word,
    Table: rows_have_a_cell_for_each_column,
    Scale: a_condition_has_four_levels_and_four_or_five_statements,
    Sort: a_thing_may_go_four_ways,
    Portrait: a_portrait_is_of_one_kind,
}
