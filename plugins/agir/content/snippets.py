"""What an editor starts a new entry from: its required keys, each with a place to type in."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from itertools import count
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from agir.content.fields import EDITORIAL, LANGS, Marker, Slug, Text, Within
from agir.content.keys import required_keys
from agir.content.model import Entry
from agir.content.order import ORDER

_TEXTS = {"fr": "texte", "en": "text"}
_SLUGS = {"fr": "adresse", "en": "address"}
_WORDS = {"unit": "S1-C2-3", "path": "/conditions/ancien-nom/"}
_QUOTED = {"line": "texte", "url": "https://exemple.org"}


def snippet(shape: Any, words: dict[str, str]) -> dict[str, Any]:
    """The snippet of a shape, as language servers know them; `words` say what the shape is."""
    return {
        "label": f"+ {words['title']}",
        "description": words["description"],
        "body": _sample(shape, count(1)),
    }


def _sample(kind: Any, stops: Iterator[int]) -> Any:
    """What to type over in a value of this type; `stops` numbers the places."""
    origin, inside = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Text):
        words = _SLUGS if kind is Slug else _TEXTS
        return {lang: f'"${{{next(stops)}:{words[lang]}}}"' for lang in LANGS}
    if is_dataclass(kind):
        hints = get_type_hints(kind, include_extras=True)
        names = required_keys(kind)
        if isinstance(kind, type) and issubclass(kind, Entry):
            names.sort(key=ORDER.index)
        return {name: _sample(hints[name], stops) for name in names}
    if origin in (Union, types.UnionType):
        word = "null" if types.NoneType in inside else get_args(inside[-1])[0]
        return f"${{{next(stops)}:{word}}}"
    if origin is Literal:
        return f"${{{next(stops)}|{','.join(inside)}|}}"
    if origin is tuple:
        return [_sample(inside[0], stops)]
    return _marked(inside[1], stops)  # no key of another type is required


def _marked(mark: Marker | Within, stops: Iterator[int]) -> str:
    if isinstance(mark, Within):
        return f"${{{next(stops)}:{mark.low}}}"
    if mark.kind == "origin":
        return EDITORIAL
    if mark.kind in _QUOTED:
        return f'"${{{next(stops)}:{_QUOTED[mark.kind]}}}"'
    return f"${{{next(stops)}:{_WORDS.get(mark.kind, 'identifiant')}}}"
