"""The form editor's configuration, made from the model: a field of a form for each key of a shape.

It is in the words of Sveltia CMS, whose schema of them a trial of `make audit` reads it with.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from agir.content.fields import LANGS, Lang, Marker, Prose, Text, Within
from agir.content.keys import required_keys
from agir.content.library import COLLECTIONS, SHOWN, files_of
from agir.content.model import Entry, Unit
from agir.content.order import ORDER
from agir.content.parts import Moved
from agir.content.problems import Problems
from agir.content.schema import annotated, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

Field = dict[str, Any]

_LANGUAGES: dict[Lang, str] = {"fr": "Français", "en": "English"}
_WHOLE = "entries"  # how a form calls the list that a file is


def collections(root: Path, labels: Iterable[str]) -> list[Field]:
    """What may be edited: each collection as it stands in data/, the site's words, what moved.

    `labels` are the keys of data/interface.yml.
    """
    there: dict[str, list[str]] = {}
    for file, name in files_of(root, Problems()):
        there.setdefault(name, []).append(file)
    found = [_collection(name, shape, there.get(name, [])) for name, shape in COLLECTIONS.items()]
    words = _words("interface")
    texts = [_languages(Text) | {"name": key, "label": key} for key in labels]
    found.append(_files("interface", words, [("data/interface.yml", texts)]))
    return [*found, _files("moved", _words(Moved), [("data/moved.yml", fields_of(Moved))])]


def fields_of(shape: Any) -> list[Field]:
    """The fields of a form for a shape, in the order of the house."""
    hints = get_type_hints(shape, include_extras=True)
    names = [item.name for item in fields(shape)]
    if isinstance(shape, type) and issubclass(shape, Entry):
        names.sort(key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    needed = required_keys(shape)
    return [
        {"name": name, **_words(shape, name), "required": name in needed} | _of(hints[name])
        for name in names
    ]


def _collection(name: str, shape: Any, files: list[str]) -> Field:
    """A folder with a file per entry; else the files, each of which is a list of entries."""
    words, inside = _words(shape), fields_of(shape)
    if shape is not Unit and all(file.startswith(f"data/{name}/") for file in files):
        return {
            "name": name,
            **_described(words),
            "folder": f"data/{name}",
            "extension": "yml",
            "format": "yaml",
            "create": True,
            "delete": False,  # what goes leaves its old address in data/moved.yml
            "slug": "{{fields.id}}",
            "identifier_field": "id",
            "summary": "{{title.fr}}",
            "fields": inside,
        }
    entries = {"name": _WHOLE, "widget": "list", "root": True, **words, **_listed(inside)}
    return _files(name, words, [(file, [entries]) for file in files])


def _files(name: str, words: Field, files: list[tuple[str, list[Field]]]) -> Field:
    made = [
        {
            "name": Path(file).stem,
            "label": f"{words['label']} ({Path(file).stem})",
            "file": file,
            "fields": inside,
        }
        for file, inside in files
    ]
    return {"name": name, **_described(words), "format": "yaml", "files": made}


def _words(shape: Any, key: str = "_") -> Field:
    """The French name of a key or of a shape, and what it is for, French first."""
    names, meanings = words_of(shape, key)
    hint = " / ".join(dict.fromkeys(meanings[lang] for lang in LANGS))
    return {"label": names["fr"], "hint": hint}


def _described(words: Field) -> Field:
    return {"label": words["label"], "description": words["hint"]}


def _of(kind: Any) -> Field:
    """The field of a type as it stands in the model."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(inside[1])
    if origin is Literal:
        return {"widget": "select", "options": list(inside)}
    if origin is tuple:
        return _list(inside[0])
    if origin in (Union, types.UnionType):  # a value or nothing; a group or `unknown`
        return _of(inside[0]) | {"required": False}
    if is_dataclass(kind):
        return _group(kind)
    plain: dict[Any, Field] = {
        str: {"widget": "text"},
        int: {"widget": "number", "value_type": "int", "min": 0},
        bool: {"widget": "boolean", "default": False},
        date: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    }
    return plain[kind]


def _annotated(mark: Marker | Within) -> Field:
    """A text or a number with a rule of its own."""
    if isinstance(mark, Within):
        return {"widget": "number", "value_type": "int", "min": mark.low, "max": mark.high}
    if mark.kind == "origin":
        return {"widget": "list"}
    if mark.target == "collections":
        return {"widget": "select", "options": list(SHOWN)}
    if mark.target in COLLECTIONS and mark.target != "inventory":
        return {
            "widget": "relation",
            "collection": mark.target,
            "value_field": "id",
            "display_fields": ["title.fr"],
            "search_fields": ["title.fr", "id"],
        }
    rule = annotated(mark)
    pattern = [rule["pattern"], rule["patternErrorMessage"]] if "pattern" in rule else None
    return {"widget": "string"} | ({"pattern": pattern} if pattern else {})


def _list(kind: Any) -> Field:
    """Several values of one type."""
    one = _of(kind)
    if one["widget"] in ("select", "relation"):
        return one | {"multiple": True}
    if one["widget"] == "list":  # a list of lists
        return {"widget": "list", "field": {"name": "row", "label": "…"} | one}
    return {"widget": "list", **_listed(one["fields"])} if "fields" in one else {"widget": "list"}


def _listed(inside: list[Field]) -> Field:
    """A list of groups, each shown in short until it is opened."""
    names = [item["name"] for item in inside]
    shown = next((name for name in ("title", "text", "name", "caption") if name in names), "")
    summary = f"{{{{{shown}.fr}}}}" if shown else f"{{{{{names[0]}}}}}"
    return {"fields": inside, "collapsed": True, "summary": summary}


def _group(shape: Any) -> Field:
    if issubclass(shape, Text):
        return _languages(shape)
    return {"widget": "object", "fields": fields_of(shape)}


def _languages(shape: type[Text]) -> Field:
    """A text in both languages, side by side."""
    # A text with formatting stays as it was typed: a visual editor would write all of it anew.
    widget = "text" if shape is Prose else "string"
    both = [{"name": lang, "label": _LANGUAGES[lang], "widget": widget} for lang in LANGS]
    return {"widget": "object", "fields": both}
