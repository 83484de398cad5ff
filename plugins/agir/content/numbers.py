"""Readers of numbers, dates and yes or no: what an editor may mean by one."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from agir.content import meant
from agir.content.fields import Within
from agir.content.nodes import Node, Scalar
from agir.content.readers import BAD, Reader, Reading

_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")  # 010 is eight for YAML
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # what an editor means, of what ISO 8601 allows
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def number(node: Node, path: str, reading: Reading) -> Any:
    """A whole number."""
    value = node.value if isinstance(node, Scalar) else "…"
    if _NUMBER.fullmatch(value):
        return int(value)
    near = meant.number(node)
    reading.problems.add("expected-number", node.place, path, value=value[:40], near=near)
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
    """The word true or the word false."""
    value = node.value if isinstance(node, Scalar) else "…"
    if value in ("true", "false"):
        return value == "true"
    near = meant.yes_no(value)
    reading.problems.add("expected-yes-no", node.place, path, value=value[:40], near=near)
    return BAD


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
