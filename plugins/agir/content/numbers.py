"""Readers of numbers, dates and yes or no: what an editor may mean by one."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from agir.content import meant
from agir.content.fields import Within
from agir.content.nodes import Node, Scalar
from agir.content.readers import BAD, Reader, Reading

MAX_NUMBER = 999_999
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")  # 010 is eight for YAML
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # what an editor means, of what ISO 8601 allows
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def number(node: Node, path: str, reading: Reading) -> Any:
    """A whole number, without quotes: in quotes it is a text for any other reader of YAML."""
    if isinstance(node, Scalar) and node.plain and _NUMBER.fullmatch(node.value):
        return int(node.value)
    words = {"value": _as_typed(node), "near": meant.number(node)}
    reading.problems.add("expected-number", node.place, path, **words)
    return BAD


def number_within(limits: Within) -> Reader:
    """A whole number that can be meant."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        value = number(node, path, reading)
        if value is BAD or limits.low <= value <= limits.high:
            return value
        words = {"value": str(value), "low": str(limits.low), "high": str(limits.high)}
        reading.problems.add("out-of-range", node.place, path, **words)
        return BAD

    return read


def yes_no(node: Node, path: str, reading: Reading) -> Any:
    """The word true or the word false, without quotes."""
    if isinstance(node, Scalar) and node.plain and node.value in ("true", "false"):
        return node.value == "true"
    near = meant.yes_no(node.value) if isinstance(node, Scalar) else ""
    words = {"value": _as_typed(node), "near": near}
    reading.problems.add("expected-yes-no", node.place, path, **words)
    return BAD


def _as_typed(node: Node) -> str:
    """What a message quotes of a value, with the quotes around it."""
    if not isinstance(node, Scalar):
        return "…"
    return node.value[:40] if node.plain or node.block else f'"{node.value[:40]}"'


def day(node: Node, path: str, reading: Reading) -> Any:
    """A date."""
    value = node.value if isinstance(node, Scalar) else "…"
    try:
        found = date.fromisoformat(value) if _DAY.fullmatch(value) else date.min
    except ValueError:
        found = date.min
    if _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return found
    near = meant.day(value)
    reading.problems.add("bad-date", node.place, path, value=value[:40], near=near)
    return BAD
