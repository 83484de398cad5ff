"""What api/v1 serves, for programs: an OpenAPI 3.1 description, and JSON Schemas (2020-12).

Both are made from the shapes of the model, so they say what the files hold. They leave other keys
open: within a version a field may be added.
"""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from agir.content import model
from agir.content.fields import EDITORIAL, LANGS, Text
from agir.content.inside import hints_of
from agir.content.keys import required_keys
from agir.content.library import COLLECTIONS
from agir.content.schema import words_of
from agir.pages.addresses import API
from agir.pages.json_text import to_json

if TYPE_CHECKING:
    from agir.pages.site import Site

Schema = dict[str, Any]

VERSION = "1.1"  # its changes are told on the page « Citer et réutiliser »
SCHEMAS = {"pages": "schema/pages-1.json", "entries": "schema/entries-1.json"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_IN_OPENAPI, _ALONE = "#/components/schemas/", "#/$defs/"
_STRING: Schema = {"type": "string"}
_SIMPLE: dict[Any, Schema] = {
    str: _STRING,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_ORIGIN: Schema = {
    "description": "Passages of the source documents it comes from, or editorial: it is ours.",
    "anyOf": [{"const": EDITORIAL}, {"type": "array", "minItems": 1, "items": _STRING}],
}
_ABOUT = {
    "pages": "Every page: id, kind, language, address, title, origin.",
    "entries": "The whole content: every entry, with its texts in both languages.",
}


def open_api(site: Site) -> bytes:
    """The OpenAPI description of api/v1."""
    paths = {
        f"/{API}/{name}.json": {
            "get": {
                "operationId": name,
                "summary": about,
                "responses": {
                    "200": {
                        "description": about,
                        "content": {
                            "application/json": {"schema": _ref(name.title(), _IN_OPENAPI)}
                        },
                    }
                },
            }
        }
        for name, about in _ABOUT.items()
    }
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "Agir ensemble: open data",
            "version": VERSION,
            "description": "Files, in French and English, that change with each publication of the"
            " site. Within version 1, a field may be added; none changes its meaning or goes.",
            "license": {"name": "CC BY 4.0, but for words quoted", "identifier": "CC-BY-4.0"},
        },
        "externalDocs": {"url": site.absolute(site.addresses.path("reuse", "en"))},
        "servers": [{"url": "../.."}],  # from this file to the root of the site, wherever it is
        "paths": paths,
        "components": {"schemas": shapes(_IN_OPENAPI)},
    }
    return to_json(whole)


def json_schema(site: Site, name: str) -> bytes:
    """The JSON Schema of a file of api/v1, "pages" or "entries"."""
    head = {"$schema": _DIALECT, "$id": site.absolute(SCHEMAS[name]), "title": _ABOUT[name]}
    in_pages = {"Pages", "Page"}
    made = {
        key: one for key, one in shapes(_ALONE).items() if (key in in_pages) == (name == "pages")
    }
    return to_json(head | _ref(name.title(), _ALONE) | {"$defs": made})


def shapes(start: str) -> dict[str, Schema]:
    """The schema of everything that the files hold, by name; references to them have this start."""
    found: dict[str, Schema] = {
        "Pages": _file(pages={"type": "array", "items": _ref("Page", start)}),
        "Page": _object(
            id=_STRING,
            kind=_STRING,
            lang={"enum": list(LANGS)},
            url=_STRING,
            title=_STRING,
            origin=_ORIGIN,
        ),
        "Text": _object(fr=_STRING, en={"type": ["string", "null"]})
        | {"description": "The same in both languages; en is null until it is translated."},
        "Written": _object(
            collection={"const": "written"},
            id=_STRING,
            title=_ref("Text", start),
            description=_ref("Text", start),
            origin={"const": EDITORIAL},
            licence=_STRING,
            url=_ref("Text", start),
        ),
    }
    kinds = [_ref("Written", start)]
    for collection, shape in COLLECTIONS.items():
        made = _of(shape, found, start)
        kinds.append(made)
        _add_facts(found[shape.__name__], collection, shape, start)
    items: Schema = {"anyOf": kinds}
    found["Entries"] = _file(entries={"type": "array", "items": items})
    return found


def _add_facts(schema: Schema, collection: str, shape: Any, start: str) -> None:
    """What every entry has besides its own fields: whose it is, where it stands."""
    added: Schema = {
        "collection": {"const": collection},
        "licence": _STRING | {"description": "What may be done with it."},
    }
    required = [*added]
    if shape is model.Unit:
        added["owner"] = _STRING
        required.append("owner")
    else:
        added["origin"] = _ORIGIN
        required.append("origin")
    schema["required"] = list(dict.fromkeys([*schema["required"], *required]))
    added["url"] = _ref("Text", start)
    if shape is model.Tool:
        text = _ref("Text", start)
        added["tool_licence"] = {
            "description": "What the publisher allows.",
            "anyOf": [text, {"const": "unknown"}],
        }
    schema["properties"] |= added


def _of(kind: Any, found: dict[str, Schema], start: str) -> Schema:
    """The schema of a type of the model; `found` gathers the shapes it is made of."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _of(inside[0], found, start)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return {"type": "array", "items": _of(inside[0], found, start)}
    if origin in (Union, types.UnionType):
        some = [_of(part, found, start) for part in inside if part is not types.NoneType]
        return some[0] if len(some) == 1 else {"anyOf": some}
    return _SIMPLE[kind] if kind in _SIMPLE else _named(kind, found, start)


def _named(kind: type, found: dict[str, Schema], start: str) -> Schema:
    """A reference to a shape, which is gathered when it is first met."""
    name = "Text" if issubclass(kind, Text) else kind.__name__
    if name not in found:
        found[name] = {}  # for a shape that holds itself
        found[name] |= _shape(kind, found, start)
    return _ref(name, start)


def _shape(shape: Any, found: dict[str, Schema], start: str) -> Schema:
    """A dataclass as an object; what is empty is left out of the files, and of what is required."""
    hints = hints_of(shape)
    names = [item.name for item in fields(shape) if item.name != "note"]
    return {
        "type": "object",
        "description": words_of(shape, "_")[1]["en"],
        "properties": {
            name: {"description": words_of(shape, name)[1]["en"]} | _of(hints[name], found, start)
            for name in names
        },
        "required": [
            name
            for name in required_keys(shape)
            if name != "origin" and get_origin(hints[name]) is not tuple
        ],
    }


def _file(**content: Schema) -> Schema:
    return _object(version={"const": 1}, licence=_STRING, **content)


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _ref(name: str, start: str) -> Schema:
    return {"$ref": f"{start}{name}"}
