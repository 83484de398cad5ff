"""The schema and the check say the same of one value, however it is typed."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from agir.content import model, parts
from agir.content.decode import reader_of
from agir.content.nodes import Mapping, parse
from agir.content.problems import Problems
from agir.content.readers import Reading
from agir.content.schema import schemas
from jsonschema import Draft7Validator
from yaml_core import value_of

DEFINITIONS = {
    name: shape for schema in schemas().values() for name, shape in schema["definitions"].items()
}
FIELDS = [
    (model.Tool, "order"),  # a number
    (parts.Moment, "minutes"),  # a number within limits
    (parts.Table, "blank_rows"),
    (parts.Span, "max"),  # a number or nothing
    (parts.Section, "ordered"),  # an answer
    (parts.Section, "dated"),  # a day or nothing
    (parts.Link, "checked"),
    (model.Tool, "id"),
    (model.Unit, "id"),
    (parts.MovedId, "old"),
    (parts.MovedAddress, "old"),
    (model.Situation, "sheet"),  # a reference
    (parts.Link, "url"),  # an address
    (model.Reference, "url"),  # an address or nothing
    (model.Tool, "access"),  # a word of a few
    (model.Tool, "publisher"),  # one line
    (model.Tool, "note"),  # a remark
    (model.Tool, "slug"),
    (model.Tool, "title"),
]
VALUES = """\
90
"90"
'90'
0
1
30
31
9999
10000
999999
1000000
"0"
-1
90 minutes
true
false
"true"
'false'
yes
no
oui
null
"null"
~
""
" "
2026-11-21
"2026-11-21"
2026-02-29
2024-02-29
1900-02-29
2000-02-29
2100-02-28
2100-02-29
1899-12-31
2101-01-01
2026-04-31
2026-13-01
21/11/2026
20261121
2026-11-21T10:00:00
actor-maps
"actor-maps"
" actor-maps"
Actor-Maps
actor_maps
éducation
S3-LEV-1
"S3-LEV-1 "
/conditions/ancien-nom/
/Conditions/
unknown
"open"
"open "
https://agirtot.org
"https://agirtot.org"
"https://agirtot.org "
HTTPS://Agirtot.org:443/Page?a=b#c
https://agirtot
https://ſite.example.org
https://a.examplK.org
https://agirtot.org:٤٤٣/
https://me@agirtot.org
javascript:alert(1)
à_traduire
"Un titre"
[a]
{a: b}
""".splitlines()
# A schema sees a value, and not how it is typed: the check alone refuses these as what they mean.
TYPED_OTHERWISE = ["90.0", "9e1", "0x5A", "0o132", "+90", "090", "True", "FALSE", "Null"]
# For YAML 1.1, which other programs read, these are an answer or a day; a schema is asked in 1.2.
OLDER = {"yes", "no", *(typed for typed in VALUES if typed[:1] in "12" and "-" in typed)}
TEXTS = [
    field for field in FIELDS if field[1] in ("id", "note", "publisher", "sheet", "slug", "title")
]
TEXTS += [(parts.MovedId, "old")]


def said(shape: Any, key: str, typed: str) -> tuple[bool, bool]:
    """Whether the schema and the check take a value as one that a key may have."""
    text = f"{{fr: {typed}, en: {typed}}}" if key in ("slug", "title") else typed
    node = parse(f"x: {text}", "a.yml", Problems())
    assert isinstance(node, Mapping)
    value = node.pairs[0][1]
    schema = DEFINITIONS[shape.__name__]["properties"][key] | {"definitions": DEFINITIONS}
    reading = Reading(Problems())
    reader_of(get_type_hints(shape, include_extras=True)[key])(value, key, reading)
    return Draft7Validator(schema).is_valid(value_of(value)), not reading.problems


def name_of(field: tuple[Any, str]) -> str:
    return f"{field[0].__name__}.{field[1]}"


@pytest.mark.parametrize("field", FIELDS, ids=name_of)
def test_a_value_is_one_for_the_schema_when_it_is_for_the_check(field: tuple[Any, str]) -> None:
    answers = {typed: said(*field, typed) for typed in VALUES}
    different = {typed for typed, (schema, check) in answers.items() if schema is not check}
    assert different <= (OLDER if field in TEXTS else set())
    assert {(True, True), (False, False)} <= set(answers.values())


@pytest.mark.parametrize("typed", sorted(OLDER))
def test_a_value_of_older_yaml_is_an_exception_for_a_reason(typed: str) -> None:
    assert (True, False) in [said(*field, typed) for field in TEXTS]


@pytest.mark.parametrize("typed", TYPED_OTHERWISE)
@pytest.mark.parametrize("field", FIELDS, ids=name_of)
def test_the_check_never_takes_a_value_that_the_schema_refuses(
    field: tuple[Any, str], typed: str
) -> None:
    schema, check = said(*field, typed)
    assert schema or not check
