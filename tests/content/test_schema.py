"""What editors complete and underline is what the model says, in words of both languages."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
import yaml
from agir.__main__ import main
from agir.content import names
from agir.content.characters import as_read
from agir.content.fields import LANGS, Text
from agir.content.nodes import Scalar, parse
from agir.content.numbers import day
from agir.content.problems import Place, Problems
from agir.content.readers import BAD, Reading
from agir.content.schema import SHAPES, files, places, schemas, words_of
from jsonschema import Draft7Validator
from yaml_core import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CHECKS = {name: Draft7Validator(schema) for name, schema in schemas().items()}
OF = {file: name for name in CHECKS for place in places(name) for file in sorted(ROOT.glob(place))}
TOOL = (ROOT / "data/tools/actor-maps.yml").read_text("utf-8")
LOCAL = [file.relative_to(ROOT).as_posix() for file in OF]
# Mistakes in what one file says of itself, which an editor can be shown while typing.
SHOWN_WHILE_TYPING = {
    "bad-choice", "bad-date", "bad-id", "bad-path", "bad-slug", "empty-origin", "expected-group",
    "expected-languages", "expected-list", "expected-span", "french-first", "missing-french",
    "missing-key", "missing-language", "one-line", "out-of-range", "unknown-key",
}  # fmt: skip
PROBLEM = re.compile(rf"data/(\w+).*?:.* (?:{'|'.join(SHOWN_WHILE_TYPING)})$")
CASES = [
    (case, found[1], line.partition(":")[0])
    for file in sorted(Path(__file__).parent.glob("cases*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
    for line in case["problems"][:1]
    if (found := PROBLEM.match(line))
]


def faults(text: str, name: str) -> list[str]:
    node = parse(as_read(text), "a.yml", Problems())
    assert node
    found = CHECKS[name].iter_errors(value_of(node))
    return [inner.message for error in found for inner in (error, *(error.context or ()))]


def shapes(kind: Any) -> Iterator[Any]:
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
        hints = {} if issubclass(kind, Text) else get_type_hints(kind, include_extras=True)
        for hint in hints.values():
            yield from shapes(hint)
    for inner in get_args(kind):
        yield from shapes(inner)


ALL = {found.__name__: found for shape in SHAPES.values() for found in shapes(shape)}


def test_the_schemas_that_editors_find_are_those_of_the_model(tmp_path: Path) -> None:
    """If not: .venv/bin/python -m agir schema"""
    assert main(["schema", "--out", str(tmp_path)]) == 0
    for folder in (tmp_path, ROOT / "schema"):
        assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == files()


@pytest.mark.parametrize("name", CHECKS)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(CHECKS[name].schema)


@pytest.mark.parametrize("shape", ALL.values(), ids=ALL)
def test_every_key_is_explained_in_both_languages(shape: Any) -> None:
    for key in ("_", *(item.name for item in fields(shape))):
        titles, meanings = words_of(shape, key)
        for words in (titles, meanings):
            assert all(words[lang].strip() for lang in LANGS), key
        assert meanings["fr"] != meanings["en"], key


def test_no_key_is_explained_that_no_shape_has() -> None:
    bases = {base for shape in ALL.values() for base in shape.__mro__ if is_dataclass(base)}
    above = {base.__name__: base for base in bases}
    said = yaml.safe_load((ROOT / "plugins/agir/content/words.yml").read_text("utf-8"))
    assert set(said) == {*above, "interface"}
    for name, keys in said.items():
        own = {item.name for item in fields(above[name])} if name in above else set()
        assert set(keys) - {"_"} <= own, name


@pytest.mark.parametrize("file", OF, ids=LOCAL)
def test_every_file_of_the_content_fits_its_schema(file: Path) -> None:
    assert not faults(file.read_text("utf-8"), OF[file])


def test_every_file_of_the_content_has_a_schema() -> None:
    assert set(LOCAL) == {path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/**/*.yml")}


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("publisher:", "publishr:", "'publishr' was unexpected"),
        ('  en: "Use it when', '  eng: "Use it when', "'en' is a required property"),
        ("access: unknown", "access: free", "'free' is not one of"),
        ("seen: copy", "", "'seen' is a required property"),
        ("group_size: unknown", "group_size: many", "'many' is not valid"),
        ("group_size: unknown", "group_size: {min: 0}", "0 is less than the minimum"),
        ("id: actor-maps", "id: Actor-Maps", "does not match"),
        ('fr: "cartes-des-acteurs"', 'fr: "404"', "does not match"),
        ('fr: "cartes-des-acteurs"', "fr: à_traduire", "does not match"),
        ('publisher: "', 'publisher: " " #', "does not match"),
        ('publisher: "', 'publisher: "a\\nb" #', "does not match"),
        ("checked: null", "checked: 21/11/2026", "does not match"),
        ("steps: [situation-analysis]", "steps: situation-analysis", "is not of type 'array'"),
        ("related: [relationship-map]", "related: [a, a]", "has non-unique elements"),
        ("origin: editorial", "origin: []", "is not valid"),
        ('url: "https:', 'url: "javascript:', "does not match"),
        ('  fr: "Utilisez-le', '  fr: "à_traduire" #', "does not match"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_while_typing(right: str, wrong: str, said: str) -> None:
    assert right in TOOL
    found = faults(TOOL.replace(right, wrong, 1), "tools")
    assert any(said in message for message in found), found


def test_entries_may_stand_in_a_list() -> None:
    entry = (ROOT / "data/glossary/term-cpe.yml").read_text("utf-8")
    one = "- " + entry.replace("\n", "\n  ").rstrip()
    assert not faults(f"{one}\n{one}", "glossary")
    assert faults(f"{one}\n{one}\n  more: 3", "glossary")


@pytest.mark.parametrize(
    ("case", "name", "file"), CASES, ids=[case["mistake"] for case, _name, _file in CASES]
)
def test_what_the_check_refuses_in_one_file_the_schema_refuses_too(
    case: dict[str, Any], name: str, file: str
) -> None:
    assert faults(case["files"][file], name)


def test_a_day_is_one_for_the_schema_when_it_is_for_the_check() -> None:
    pattern = re.compile(
        schemas()["tools"]["definitions"]["Link"]["properties"]["checked"]["pattern"]
    )
    numbers = product((1899, 1900, 1904, 2000, 2024, 2026, 2096, 2100, 2101), range(14), range(33))
    for text in (f"{year}-{month:02}-{number:02}" for year, month, number in numbers):
        node = Scalar(text, Place("a.yml"))
        fits = day(node, "", Reading(Problems())) is not BAD
        assert bool(pattern.search(text)) is fits, text


@pytest.mark.parametrize(
    "address",
    [
        "https://agirtot.org",
        "HTTPS://Agirtot.org:443/Page?a=b#c",
        "http://a-b.example.org/a(b)",
        "https://agirtot",
        "https://me@agirtot.org",
        "https://agirtot.org/a b",
        "javascript:alert(1)",
        "ftp://agirtot.org",
        "agirtot.org",
        "https://аgirtot.org",
        "",
    ],
)
def test_an_address_is_one_for_the_schema_when_it_is_for_the_check(address: str) -> None:
    real = "https://ion.workforcegps.org"
    assert real in TOOL
    text = re.sub(f'{real}[^"]*', lambda _: address, TOOL)
    assert bool(faults(text, "tools")) is bool(names.fault("url", address))


STOP = re.compile(r'"(\\")?\$\{\d+[:|]([^,}|]+)[^}]*\}(?:\\")?"')  # where one types, in a snippet


@pytest.mark.parametrize("name", CHECKS)
def test_what_a_new_entry_starts_from_has_all_that_it_must(name: str) -> None:
    shapes = CHECKS[name].schema["definitions"]
    for shape in shapes.values():
        for snippet in shape.get("defaultSnippets", ()):
            body = STOP.sub(
                lambda stop: f'"{stop[2]}"' if stop[1] else stop[2], json.dumps(snippet["body"])
            )
            node = parse(body, "", Problems())
            assert node
            check = Draft7Validator(shape | {"definitions": shapes})
            assert not list(check.iter_errors(value_of(node)))


def test_editors_are_told_which_schema_is_for_which_file() -> None:
    wanted = {f"./schema/{name}.json": places(name) for name in CHECKS}
    code = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    zed = json.loads((ROOT / ".zed/settings.json").read_text("utf-8"))
    helix = tomllib.loads((ROOT / ".helix/languages.toml").read_text("utf-8"))
    assert code["yaml.schemas"] == wanted
    assert zed["lsp"]["yaml-language-server"]["settings"]["yaml"]["schemas"] == wanted
    server = helix["language-server"]["yaml-language-server"]
    assert server["config"]["yaml"]["schemas"] == wanted
