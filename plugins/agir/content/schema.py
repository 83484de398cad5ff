"""The JSON Schema of each collection, made from the model: what editors complete and explain.

The check looks at more (what leads nowhere, what is used twice) and has the last word.
"""

from __future__ import annotations

import json
import re
import types
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from agir.content import names
from agir.content.fields import (
    EDITORIAL,
    LANGS,
    TO_TRANSLATE,
    Lang,
    Marker,
    Prose,
    Slug,
    Text,
    Within,
)
from agir.content.keys import required_keys
from agir.content.library import COLLECTIONS, SHOWN
from agir.content.messages import CATALOGUE
from agir.content.model import Entry
from agir.content.numbers import MAX_NUMBER
from agir.content.parts import Moved
from agir.content.snippets import snippet

Schema = dict[str, Any]

SHAPES: dict[str, Any] = COLLECTIONS | {"moved": Moved}
_HEAD = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$comment": "Écrit par / written by: python -m agir schema",
}
# Language servers look at no `format`. A test compares with the check.
_LEAP = "19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26])"
_DAY = (
    r"^(?:(?:19[0-9]{2}|20[0-9]{2}|2100)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    rf"|(?:{_LEAP})-02-29)$"
)


def schemas() -> dict[str, Schema]:
    """The schema of every collection, and of the two other files of data/, by its name."""
    found = {name: _of_file(shape) for name, shape in SHAPES.items()}
    shapes: dict[str, Schema] = {}
    labels = {"type": "object", "additionalProperties": _of(Text, shapes), "definitions": shapes}
    return found | {"interface": _HEAD | _words("interface") | labels}


def files() -> dict[str, str]:
    """The content of each file of the folder schema/, by its name."""
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


def places(name: str) -> list[str]:
    """The files that the schema of this name is for."""
    return ([f"data/{name}/*.yml"] if name in COLLECTIONS else []) + [f"data/{name}.yml"]


def words_of(shape: Any, key: str) -> tuple[dict[Lang, str], ...]:
    """What a shape says of a key, or of itself when the key is `_`, as (names, meanings) by lang.

    What it does not say, the shape it comes from does, and Entry for all.
    """
    said = _said()
    kinds = [shape] if isinstance(shape, str) else [kind.__name__ for kind in shape.__mro__]
    texts = next(said[kind][key] for kind in [*kinds, Entry.__name__] if key in said.get(kind, ()))
    titles: dict[Lang, str] = {}
    meanings: dict[Lang, str] = {}
    for lang in LANGS:
        titles[lang], meaning = re.split(" ?: ", texts[lang], maxsplit=1)
        meanings[lang] = meaning[0].upper() + meaning[1:]
    return titles, meanings


@cache
def _said() -> dict[str, dict[str, dict[str, str]]]:
    said: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    return said


def _words(shape: Any, key: str = "_") -> Schema:
    """The title and the description of a key or of a shape, French first."""
    name, meaning = (" / ".join(dict.fromkeys(texts.values())) for texts in words_of(shape, key))
    return {"title": name, "description": meaning}


def _of_file(shape: Any) -> Schema:
    """A file holds one entry or a list of them; data/moved.yml one group."""
    shapes: dict[str, Schema] = {}
    one = _of(shape, shapes)
    either = {"if": {"type": "array"}, "then": {"items": one}, "else": one}
    file = one if shape is Moved else either
    return _HEAD | _words(shape) | file | {"definitions": shapes}


def _of(kind: Any, shapes: dict[str, Schema]) -> Schema:
    """The schema of a type as it stands in the model; `shapes` gathers those it is made of."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return annotated(inside[1])
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        marks = getattr(inside[0], "__metadata__", (None,))
        once = {"uniqueItems": True} if getattr(marks[0], "kind", "") == "ref" else {}
        return {"type": "array", "items": _of(inside[0], shapes)} | once
    if origin in (Union, types.UnionType):
        return _either([_of(part, shapes) for part in inside])
    if is_dataclass(kind):
        return _group(kind, shapes)
    return {
        str: {"type": "string", **_FILLED},
        int: {"type": "integer", "minimum": 0, "maximum": MAX_NUMBER},
        bool: {"type": "boolean"},
        date: {"type": "string", "format": "date", **_rule(_DAY, "bad-date")},
        types.NoneType: {"type": "null"},
    }[kind]


def _either(kinds: list[Schema]) -> Schema:
    """One of two; a value or nothing is said in short, for what is shown is then said once."""
    first, other = kinds
    if other == {"type": "null"} and "type" in first:
        return first | {"type": [first["type"], "null"]}
    return {"anyOf": kinds}


def annotated(mark: Marker | Within) -> Schema:
    """The schema of a text or a number with a rule of its own."""
    if isinstance(mark, Within):
        return {"type": "integer", "minimum": mark.low, "maximum": mark.high}
    if mark.kind == "origin":
        units = {"type": "string", **_rule(f"^{names.UNIT.pattern}$", "unknown-unit")}
        listed = {"type": "array", "minItems": 1, "uniqueItems": True, "items": units}
        return {"anyOf": [{"enum": [EDITORIAL]}, listed]}
    if mark.target == "collections":
        return {"enum": list(SHOWN)}
    name = _rule(f"^{names.ID.pattern}$", "bad-id") | {"maxLength": names.MAX_ID}
    others = {
        "id": name | _rule(f"^{_NOT_RESERVED}{names.ID.pattern}$", "bad-id"),
        "unit": _rule(f"^{names.UNIT.pattern}$", "bad-id"),
        "path": _rule(f"^{names.PATH.pattern}$", "bad-path"),
        "url": _rule(f"^{names.WEB.pattern}$", "bad-address"),
        "line": {"allOf": [_FILLED, _ONE_LINE, _FRENCH]},
    }
    return {"type": "string"} | others.get(mark.kind, name)


def _group(shape: Any, shapes: dict[str, Schema]) -> Schema:
    """A dataclass: its fields are the keys allowed, those without a default are required."""
    if shape.__name__ not in shapes:
        made = shapes[shape.__name__] = _words(shape) | {"type": "object"}
        hints = get_type_hints(shape, include_extras=True)
        made["properties"] = {
            item.name: (
                _text(shape, item.name)
                if issubclass(shape, Text)
                else _of(hints[item.name], shapes)
            )
            | _words(shape, item.name)
            for item in fields(shape)
        }
        made["required"] = required_keys(shape)
        made["additionalProperties"] = False
        if made["required"] and not issubclass(shape, Text):
            made["defaultSnippets"] = [snippet(shape, _words(shape))]
    return {"$ref": f"#/definitions/{shape.__name__}"}


def _text(shape: type[Text], lang: str) -> Schema:
    """A text in one language."""
    if shape is Slug:
        slug = _rule(f"^{_NOT_RESERVED}{names.SLUG.pattern}$", "bad-slug")
        return {"type": "string", "maxLength": names.MAX_ID} | slug
    rules = [_FILLED] if shape is Prose else [_FILLED, _ONE_LINE]
    if lang == "en":
        return {"type": "string", "allOf": rules, "examples": [TO_TRANSLATE]}
    return {"type": "string", "allOf": [*rules, _FRENCH]}


def _rule(pattern: str, code: str) -> Schema:
    """A pattern, and what to do about a text that does not fit: as the check says it."""
    said = " / ".join(CATALOGUE[code].help[lang].format() for lang in LANGS)
    return {"pattern": pattern, "patternErrorMessage": said}


_NOT_RESERVED = f"(?!(?:{'|'.join(sorted(names.RESERVED))})$)"
_FILLED = _rule(r"\S", "empty-text")
_ONE_LINE = _rule(r"^\s*[^\n]*\s*$", "one-line")
_FRENCH = _rule(rf"^(?!\s*{TO_TRANSLATE}\s*$)", "french-first")
