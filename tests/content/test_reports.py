"""One record of a mistake, said in each of the forms that somebody reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from agir.content.messages import CATALOGUE
from agir.content.problems import Place, Problems
from agir.content.reports import FORMATS, as_annotations, as_json, as_markdown, as_text, only_in

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<img src=x> [a](javascript:b) `c`\n::error::d, 100 %\u202e"


@pytest.fixture
def problems() -> Problems:
    found = Problems()
    found.add("unknown-key", Place("data/b.yml", 9, 1), "b", key="titel", near="title", known="")
    found.add("empty-file", Place("data/a,b.yml", 2, 3))
    found.add("bad-address", Place("data/a,b.yml", 1, 8), "a.links[1]", value=HOSTILE)
    return found


def test_json_holds_every_problem_in_both_languages(problems: Problems, tmp_path: Path) -> None:
    said = json.loads(as_json(problems, "fr", tmp_path))
    assert said["version"] == 1
    places = [(found["file"], found["line"], found["column"]) for found in said["problems"]]
    assert places == [("data/a,b.yml", 1, 8), ("data/a,b.yml", 2, 3), ("data/b.yml", 9, 1)]
    last = said["problems"][2]
    assert last["code"] == "unknown-key"
    assert last["near"] == "title"
    assert last["message"] == {
        "fr": "la clé « titel » n'existe pas ici",
        "en": "the key “titel” does not exist here",
    }
    assert last["help"]["en"] == "did you mean “title”?"


def test_an_annotation_is_one_line_and_opens_no_other(problems: Problems, tmp_path: Path) -> None:
    lines = as_annotations(problems, "fr", tmp_path).split("\n")
    assert len(lines) == len(problems)
    assert lines[0].startswith("::error file=data/a%2Cb.yml,line=1,col=8,title=bad-address::")
    assert " ::error::d, 100 %25" in lines[0]
    assert lines[2].endswith("::la clé « titel » n'existe pas ici%0Avouliez-vous « title »?")


def test_the_page_shows_what_it_quotes_and_does_nothing_with_it(
    problems: Problems, tmp_path: Path
) -> None:
    page = as_markdown(problems, "fr", tmp_path)
    assert page.startswith("**3 problèmes dans le contenu.")
    assert "** 3 problems in the content." in page
    assert re.findall(r"^#### (.*)$", page, re.MULTILINE) == ["data/a,b.yml", "data/b.yml"]
    assert r"\<img src=x\> \[a\]\(javascript:b\) \`c\`" in page
    assert "- **9:1** la clé « titel » n'existe pas ici : vouliez-vous « title »?  " in page


@pytest.mark.parametrize("form", FORMATS)
def test_what_hides_hides_nowhere(form: str, problems: Problems, tmp_path: Path) -> None:
    assert "\u202e" not in json.dumps(FORMATS[form](problems, "fr", tmp_path), ensure_ascii=False)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_message_can_be_said_in_every_form(code: str, tmp_path: Path) -> None:
    message = CATALOGUE[code]
    texts = "".join(
        (*message.text.values(), *message.help.values(), *(message.near or {}).values())
    )
    words = dict.fromkeys(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", texts), "x") | {"value": "x"}
    problems = Problems()
    problems.add(code, Place("data/a.yml"), **words)
    for form in FORMATS.values():
        assert form(problems, "fr", tmp_path)


def test_nothing_wrong_is_said_too(tmp_path: Path) -> None:
    none = Problems()
    assert as_text(none, "fr", tmp_path) == as_annotations(none, "fr", tmp_path) == ""
    assert json.loads(as_json(none, "fr", tmp_path))["problems"] == []
    assert "Tout est en ordre" in as_markdown(none, "fr", tmp_path)


def test_the_problems_of_a_folder_are_those_of_its_files(problems: Problems) -> None:
    problems.add("empty-file", Place("data/tools/x.yml"))
    assert [p.place.file for p in only_in(problems, ["data/tools"])] == ["data/tools/x.yml"]
    assert [p.place.file for p in only_in(problems, ["data/b.yml"])] == ["data/b.yml"]
    assert only_in(problems, ["data/tool"]) == []
    assert len(only_in(problems, ["data"])) == len(problems)
