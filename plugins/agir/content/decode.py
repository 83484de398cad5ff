"""Nodes to typed entries: the dataclasses of the model are the schema.

Each type has one reader, built once: `reader(node, path, reading)` returns the value, or BAD
after it has recorded what is wrong. Reading goes on after a mistake, so all come out at once.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from agir.content import meant
from agir.content.fields import LANGS, Marker, Prose, Slug, Text, Within
from agir.content.groups import RULES
from agir.content.keys import keys_fit, required_keys
from agir.content.levels import put_in_place
from agir.content.nodes import Mapping, Node, Scalar, Sequence
from agir.content.numbers import day, number, number_within, yes_no
from agir.content.parts import Span
from agir.content.readers import (
    BAD,
    Reader,
    Reading,
    choice,
    languages,
    line,
    marked,
    origin_units,
    remark,
    wrong,
)


@cache
def reader_of(kind: Any) -> Reader:
    """The reader of a type as it stands in the model (its annotations included)."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        reader = _annotated(inside[1])
    elif origin is Literal:
        reader = choice(inside)
    elif origin is tuple:
        reader = _list(reader_of(inside[0]), groups=bool(keys_of(kind)))
    elif origin in (Union, types.UnionType):
        reader = _either([part for part in inside if part is not types.NoneType], inside)
    elif kind in (Text, Prose, Slug):
        reader = languages(kind)
    elif is_dataclass(kind):
        reader = _group(kind)
    else:
        reader = {str: remark, int: number, bool: yes_no, date: day}[kind]
    return reader


def _annotated(mark: Marker | Within) -> Reader:
    """The reader of a text or a number with a rule of its own."""
    if isinstance(mark, Within):
        return number_within(mark)
    return {"origin": origin_units, "line": line}.get(mark.kind) or marked(mark)


def _either(kinds: list[Any], inside: tuple[Any, ...]) -> Reader:
    """A value or nothing; or a group or a word such as `unknown`: the node's shape says which."""
    readers = [reader_of(kind) for kind in kinds]

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Scalar):
            return readers[0](node, path, reading)
        if types.NoneType in inside and node.plain and node.value in ("", "null", "~"):
            return None
        if len(kinds) > 1 and node.value not in get_args(kinds[-1]):
            if kinds[0] is Span:
                return wrong("expected-span", node, path, reading, near=meant.span(node))
            return wrong("expected-languages", node, path, reading)
        return readers[-1](node, path, reading)

    return read


def _list(read_item: Reader, *, groups: bool) -> Reader:
    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Sequence):
            near = "" if groups else meant.items(node)
            return wrong("expected-list", node, path, reading, near=near)
        values = [read_item(item, f"{path}[{n}]", reading) for n, item in enumerate(node.items, 1)]
        return BAD if any(value is BAD for value in values) else tuple(values)

    return read


def _group(shape: Any) -> Reader:
    """A dataclass: its fields are the keys allowed, those without a default are required."""
    hints = get_type_hints(shape, include_extras=True)
    readers = {item.name: reader_of(hints[item.name]) for item in fields(shape)}
    inner = {name: keys_of(hints[name]) for name in readers}
    required = required_keys(shape)

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            near = meant.span(node) if shape is Span else ""
            known = ", ".join(readers)
            return wrong("expected-group", node, path, reading, known=known, near=near)
        if reading.any_level:
            put_in_place(node, inner, path, reading.problems)
        bad = not keys_fit(node, readers, required, path, reading.problems)
        values: dict[str, Any] = {}
        for key, value_node in node.pairs:
            if key.value in readers:
                value = readers[key.value](value_node, f"{path}.{key.value}", reading)
                bad = bad or value is BAD
                values[key.value] = value
        return BAD if bad else _agreed(shape(**values), node, path, reading)

    return read


@cache
def keys_of(kind: Any) -> tuple[str, ...]:
    """The keys that the group, or the groups of the list, of a type may have; none for others."""
    if is_dataclass(kind):
        return LANGS if kind in (Text, Prose, Slug) else tuple(item.name for item in fields(kind))
    if get_origin(kind) in (tuple, Union, types.UnionType):
        return next((found for part in get_args(kind) if (found := keys_of(part))), ())
    return ()


def _agreed(value: Any, node: Mapping, path: str, reading: Reading) -> Any:
    """The value of a group, when what it holds goes together."""
    found = list(RULES[type(value)](value, node)) if type(value) in RULES else []
    for code, place, words in found:
        reading.problems.add(code, place, path, **words)
    return BAD if found else value


def entries_of(node: Node) -> Iterator[Node]:
    """The entries of a file, which holds one entry or a list of them."""
    if isinstance(node, Sequence):
        yield from node.items
    else:
        yield node
