"""The description of api/v1 says what its files hold, no more and no less."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from agir.pages.open_api import VERSION, json_schema, open_api
from agir.pages.outputs import entries_json, other_files, pages_json
from agir.pages.site import Settings, Site
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
SITE = Site(ROOT, Settings("https://agir.example/a/"))
FILES = {"pages": pages_json, "entries": entries_json}


def closed(schema: Any) -> Any:
    """A schema in which no object may have a key that is not named."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(value) for name, value in schema.items()}
    return made | ({"additionalProperties": False} if "properties" in schema else {})


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_its_schema_says_and_holds_nothing_else(name: str) -> None:
    schema = json.loads(json_schema(SITE, name))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://agir.example/a/schema/{name}-1.json"
    data = json.loads(FILES[name](SITE))
    found = Draft202012Validator(closed(schema)).iter_errors(data)
    assert [f"{error.json_path}: {error.message[:200]}" for error in found] == []


def test_a_schema_refuses_what_is_not_so() -> None:
    schema = Draft202012Validator(json.loads(json_schema(SITE, "entries")))
    data = json.loads(entries_json(SITE))
    for key in ("licence", "title", "collection"):
        entry = {name: value for name, value in data["entries"][0].items() if name != key}
        assert not schema.is_valid(data | {"entries": [entry]}), key


def test_the_description_names_the_files_and_every_shape_it_speaks_of() -> None:
    said = json.loads(open_api(SITE))
    assert said["openapi"] == "3.1.0"
    assert said["servers"] == [{"url": "../.."}]
    files = other_files(SITE)
    assert all(path.lstrip("/") in files for path in said["paths"])
    assert len(said["paths"]) == len(FILES)
    asked = set(re.findall(r'"\$ref":"#/components/schemas/(\w+)"', open_api(SITE).decode()))
    assert asked <= set(said["components"]["schemas"])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_last_change_told_to_readers_is_that_of_the_version(lang: str) -> None:
    text = (ROOT / f"docs/{lang}/reuse.md").read_text("utf-8")
    told = text[text.index("{#api-changes}") :]
    assert re.findall(r"^- \*\*([\d.]+)\*\*", told, re.MULTILINE)[0] == VERSION
