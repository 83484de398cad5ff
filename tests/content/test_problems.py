"""Each mistake of cases.yml gives exactly the problems it says, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from agir.content.fields import LANGS
from agir.content.messages import CATALOGUE
from agir.content.problems import ContentError, show
from agir.pages.reading import read
from golden import CASES, write_case

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", CASES, ids=[case["mistake"] for case in CASES])
def test_a_mistake_is_named_at_its_place_with_what_to_do(
    case: dict[str, Any], tmp_path: Path
) -> None:
    write_case(case, tmp_path)
    with pytest.raises(ContentError) as caught:
        read(tmp_path)
    problems = caught.value.problems
    found = [f"{problem.place} {problem.code}" for problem in problems]
    assert sorted(found) == sorted(case["problems"])
    for lang in LANGS:
        text = show(problems, lang, tmp_path)
        for words in case.get(lang, []):
            assert words in text


def test_every_message_has_a_case() -> None:
    shown = {line.split()[-1] for case in CASES for line in case["problems"]}
    elsewhere = {"not-regular", "missing-word", "cannot-render"}  # other tests
    elsewhere |= {"too-large", "too-long", "too-many", "too-many-problems"}  # test_bombs.py
    assert shown | elsewhere == set(CATALOGUE)


def test_a_link_in_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "secret").write_text("pass: word")
    (tmp_path / "data" / "interface.yml").symlink_to(tmp_path / "secret")
    with pytest.raises(ContentError) as caught:
        read(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["not-regular"]
    assert "word" not in show(caught.value.problems, "en", tmp_path)  # nor is it quoted


def test_a_file_above_one_megabyte_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "interface.yml").write_text("#" * 1_000_001)
    with pytest.raises(ContentError) as caught:
        read(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["too-large"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_exists_in_both_languages_and_says_what_to_do(code: str) -> None:
    message = CATALOGUE[code]
    for texts in (message.text, message.help):
        assert texts["fr"]
        assert texts["en"]
        assert texts["fr"] != texts["en"]
