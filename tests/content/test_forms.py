"""The form editor's forms are those of the model: every key has its field, every field its key."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from agir.content.fields import LANGS, Text
from agir.content.forms import collections, fields_of
from agir.content.library import COLLECTIONS
from agir.content.order import ORDER
from agir.content.parts import Moved
from agir.content.schema import words_of

ROOT = Path(__file__).parents[2]
FOUND = {one["name"]: one for one in collections(ROOT, ["skip", "home"])}
SHAPES = {**COLLECTIONS, "moved": Moved}
WIDGETS = {
    "boolean",
    "datetime",
    "list",
    "number",
    "object",
    "relation",
    "select",
    "string",
    "text",
}


def inside(kind: Any) -> Any:
    """The shape that a value of a type is made of, if any."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind
    if get_origin(kind) in (tuple, Union, types.UnionType):
        return next((found for part in get_args(kind) if (found := inside(part))), None)
    return None


def check(shape: Any, form: list[dict[str, Any]]) -> None:
    """The fields of a form are the keys of a shape, and so on inside them."""
    if issubclass(shape, Text):
        assert [field["name"] for field in form] == list(LANGS)
        return
    assert {field["name"] for field in form} == {item.name for item in fields(shape)}
    hints = get_type_hints(shape, include_extras=True)
    for field in form:
        kind = hints[field["name"]]
        assert field["widget"] in WIDGETS
        assert field["label"] == words_of(shape, field["name"])[0]["fr"]
        assert field["hint"]
        part = None if get_origin(kind) is Annotated else inside(kind)
        deeper = field.get("field", field)
        assert ("fields" in deeper) == (part is not None), field
        if part is not None:
            check(part, deeper["fields"])


def form_of(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = FOUND[name].get("fields") or FOUND[name]["files"][0]["fields"]
    return found[0]["fields"] if found[0].get("root") else found


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_of_the_model_has_its_field_and_every_field_its_key(name: str) -> None:
    check(SHAPES[name], form_of(name))


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_file_of_the_content_is_found_in_a_form(name: str) -> None:
    there = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(f"data/{name}/*.yml"))
    there += [f"data/{name}.yml"] if (ROOT / f"data/{name}.yml").exists() else []
    one = FOUND[name]
    if "folder" in one:
        assert {Path(file).parent.as_posix() for file in there} == {one["folder"]}
        assert one["slug"] == "{{fields.id}}", "the name of a file is the id of its entry"
    else:
        assert [file["file"] for file in one["files"]] == there
        assert all(file["fields"][0]["root"] for file in one["files"])


def test_the_fields_of_an_entry_stand_in_the_order_of_its_keys() -> None:
    for name in ("tools", "sheets", "glossary"):
        ranks = [ORDER.index(field["name"]) for field in form_of(name)[:-1]]
        assert ranks == sorted(ranks)
        assert form_of(name)[-1]["name"] == "note"


def test_what_may_be_left_out_may_be_left_empty_and_what_is_unknown_too() -> None:
    needed = {field["name"] for field in form_of("tools") if field["required"]}
    assert needed == {
        *("id", "title", "slug", "publisher", "summary", "use_when", "languages", "access"),
        *("seen", "origin"),
    }


def test_what_a_form_leaves_out_when_it_is_empty_is_never_asked_for_by_the_check() -> None:
    """A yes or no that is written although nobody said it says no."""
    for shape in SHAPES.values():
        for field in fields_of(shape):
            if field["widget"] == "boolean":
                assert field["default"] is False


def test_ids_of_a_collection_are_chosen_from_its_entries() -> None:
    steps = next(field for field in form_of("tools") if field["name"] == "steps")
    assert (steps["widget"], steps["collection"], steps["multiple"]) == ("relation", "steps", True)
    assert "folder" in FOUND[steps["collection"]]


def test_the_site_s_own_words_have_a_field_each() -> None:
    (file,) = FOUND["interface"]["files"]
    assert [field["name"] for field in file["fields"]] == ["skip", "home"]
