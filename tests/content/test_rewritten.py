"""What a form editor writes anew is put back as it was, but for what somebody changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from agir.content.repairs import problems_of, repaired
from agir.content.rewritten import as_before, is_form_written, is_sound
from forms import form_of

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("rewritten.yml").read_text("utf-8")
)
REAL = sorted((ROOT / "data").rglob("*.yml"))


def collection_of(file: str) -> str:
    return file.split("/")[1].removesuffix(".yml")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_only_what_was_changed_in_the_form_changes(case: dict[str, Any]) -> None:
    file = case.get("file", "data/glossary/term-a.yml")
    collection = collection_of(file)
    assert is_form_written(case["form"])
    assert not is_form_written(case["before"])
    assert not problems_of(case["form"], file, collection)
    after = as_before(case["form"], case["before"], file, collection)
    assert after == case["after"]
    assert repaired(after, file, collection) == (after, [])
    assert as_before(after, case["before"], file, collection) == after


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_file_survives_the_form(path: Path) -> None:
    file, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    form = form_of(text)
    assert not problems_of(form, file, collection_of(file))
    assert not is_form_written(text)
    assert is_form_written(form) or '"' not in form
    assert as_before(form, text, file, collection_of(file)) == text


def test_a_form_that_loses_something_is_left_as_it_is() -> None:
    case = CASES[0]
    wrong = case["form"].replace("title:", "titel:")
    assert as_before(wrong, case["before"], "data/glossary/term-a.yml", "glossary") == wrong


@pytest.mark.parametrize("text", ["a: &a [b]\nc: *a\n", "a: [b", 'a: "b', "", "a: 1\n---\nb: 2\n"])
def test_what_the_content_may_not_hold_is_not_looked_at(text: str) -> None:
    assert not is_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        '# a\nid: "a"\n',
        "id: a\n",
        'a: {fr: "a"}\n',
        'a: ["a"]\n',
        "a: |\n  b\n",
        "a: 'b'\n",
        "a: []\n",
    ],
)
def test_a_person_writes_otherwise(text: str) -> None:
    assert is_sound(text)
    assert not is_form_written(text)
