"""What is mechanical is repaired, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from agir.content import library
from agir.content.files import collection_at
from agir.content.library import COLLECTIONS
from agir.content.nodes import Mapping, parse
from agir.content.order import ORDER, is_in_order
from agir.content.problems import Problems
from agir.content.repairs import problems_of, repaired

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "repairs.yml").read_text("utf-8"))
MISTAKES = [
    (name, text)
    for file in sorted(HERE.glob("cases*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
    for name, text in case["files"].items()
    if name.startswith("data/")
]
REAL = sorted((ROOT / "data").rglob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=[case["mistake"] for case in CASES])
def test_a_repair_is_what_an_editor_would_have_typed(case: dict[str, Any]) -> None:
    file = case.get("file", "data/glossary/term-a.yml")
    text, _ = repaired(case["before"], file, collection_at(file))
    assert text == case["after"]
    assert repaired(text, file, collection_at(file)) == (text, [])


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_real_content_needs_no_repair(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix()
    text = path.read_text("utf-8")
    assert repaired(text, file, collection_at(file)) == (text, [])


@pytest.mark.parametrize(("file", "text"), MISTAKES)
def test_no_mistake_is_worse_after_a_repair(file: str, text: str) -> None:
    collection = collection_at(file)
    if collection not in COLLECTIONS:
        return
    after, done = repaired(text, file, collection)
    assert repaired(after, file, collection) == (after, [])
    if not done:
        assert problems_of(text, file, collection) == problems_of(after, file, collection)


def test_every_key_of_an_entry_has_its_place_in_the_order() -> None:
    shapes = [library.COLLECTIONS[name] for name in COLLECTIONS]
    keys = {name for shape in shapes for name in shape.__dataclass_fields__}
    assert keys - {"note"} == set(ORDER)
    assert len(ORDER) == len(set(ORDER))


def test_an_order_is_seen() -> None:
    entry = parse("title: a\nid: b\n", "f", Problems())
    assert isinstance(entry, Mapping)
    assert not is_in_order(entry)
