"""What an entry holds, at any depth: its texts, and the units it names as its origin."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from agir.content.fields import Slug, Text
from agir.content.parts import Forms

# What is for those who animate: their view shows it; pages, paper and search do not.
FOR_ANIMATORS = frozenset({"animation", "say", "traps"})


def texts_of(value: object) -> list[Text]:
    """Every text of an entry or of a part of one; slugs and the forms of terms are none."""
    return [text for _, text in _texts(value, "")]


def texts_for_all(value: object) -> list[Text]:
    """The same without those that are for who animates alone."""
    found = _texts(value, "")
    return [text for path, text in found if FOR_ANIMATORS.isdisjoint(path.split("."))]


def texts_with_paths(entry: Any) -> list[tuple[str, Text]]:
    """The same, each with the ids that lead to it: "intention.questions.q-1.text"."""
    return _texts(entry, entry.id)


def units_of(value: object) -> tuple[str, ...]:
    """Every unit id that an entry names as its origin, at any depth, each once."""
    found: dict[str, None] = {}
    _gather_units(value, found)
    return tuple(found)


def _texts(value: object, path: str) -> list[tuple[str, Text]]:
    found: list[tuple[str, Text]] = []
    _gather_texts(value, path, found)
    return found


def _gather_texts(value: Any, path: str, found: list[tuple[str, Text]]) -> None:
    if isinstance(value, Text):
        found.append((path, value))
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            _gather_texts(item, f"{path}.{getattr(item, 'id', number)}", found)
    elif value:
        for name in _with_texts(value.__class__):
            _gather_texts(getattr(value, name), f"{path}.{name}", found)


def _gather_units(value: Any, found: dict[str, None]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _gather_units(item, found)
    elif value:
        found.update(dict.fromkeys(getattr(value, "origin", ())))
        for name in _with_origins(value.__class__):
            _gather_units(getattr(value, name), found)


@cache
def _with_texts(kind: Any) -> tuple[str, ...]:
    """The fields of a shape that may hold a text."""
    return tuple(name for name, hint in hints_of(kind).items() if _holds(hint, "text"))


@cache
def _with_origins(kind: Any) -> tuple[str, ...]:
    """The fields of a shape that may hold parts with an origin of their own."""
    return tuple(name for name, hint in hints_of(kind).items() if _holds(hint, "origin"))


@cache
def _holds(hint: Any, what: str) -> bool:
    if hint in (Slug, Forms):
        return False
    if isinstance(hint, type) and issubclass(hint, Text):
        return what == "text"
    if what == "origin" and "origin" in hints_of(hint):
        return True
    return any(_holds(inner, what) for inner in (*get_args(hint), *hints_of(hint).values()))


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """The fields of a shape and their types; none for what is no shape."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return {}
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}
