"""What the values of one group say together: each rule is a function named as its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from agir.content.nodes import Mapping, Scalar, Sequence
from agir.content.parts import Forms, Span, Table
from agir.content.scalars import Fault

_WORD = re.compile(r"\w")


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


RULES: dict[Any, Callable[[Any, Mapping], Iterator[Fault]]] = {
    Span: the_minimum_is_not_above_the_maximum,
    Forms: forms_hold_a_word,
    Table: rows_have_a_cell_for_each_column,
}
