"""What the page of messages tells to type mends the mistake: tried on golden cases that hold it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import pytest
from agir.content.messages import CATALOGUE
from agir.content.messages.examples import examples
from agir.content.problems import ContentError
from agir.pages.reading import read
from golden import CASES, write_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Said in words, for what nobody types; each is refused by a test all the same.
NOT_TYPED = {
    "not-regular": "a link is no text: test_problems.py makes one",
    "too-large": "a megabyte is no example: test_problems.py writes one",
    "too-long": "ten thousand characters are no example: test_bombs.py writes them",
    "too-many": "nor are five thousand texts: test_bombs.py writes them",
    "too-many-problems": "nor are a hundred mistakes: test_bombs.py makes them",
    "not-utf8": "how a file is saved is not in its text: cases.yml has two",
    "empty-file": "nothing stands in it, and no example can say what did: cases.yml",
    "missing-word": "only templates ask for a word: pages/test_checks.py takes some out",
    "too-many-steps": "the mended text is in another entry: cases_between.yml",
    "cannot-render": "no text is wrong, but a template: pages/test_rendering.py",
}
# What a case that shows one mistake may lack beside it, which comes out once that is mended.
LACKING = {
    *("missing-key", "missing-page", "missing-heading", "front-matter", "name-differs"),
    *("unknown-reference", "unknown-unit", "lost-unit", "tied-to-nothing", "word-not-translated"),
}
DEEPEST = 12  # blanks before a line of a case


def codes_of(case: dict[str, Any], folder: Path) -> set[str]:
    """The messages that the files of a case give, written into a new folder."""
    write_case(case, folder)
    try:
        read(folder)
    except ContentError as error:
        return {problem.code for problem in error.problems}
    return set()


def mended(case: dict[str, Any], wrong: str, right: str) -> Iterator[dict[str, Any]]:
    """The case with what was wrong typed right: once for each file that holds it."""
    files = case["files"]
    if wrong in files:  # the name of a file: it gets those that are right instead
        others = {name: text for name, text in files.items() if name != wrong}
        yield case | {"files": others | dict.fromkeys(right.split("\n"), files[wrong])}
    for name, text in files.items():
        for deep in range(DEEPEST):
            before, after = (textwrap.indent(part, " " * deep) for part in (wrong, right))
            if f"\n{before}\n" in f"\n{text}":
                yield case | {"files": files | {name: f"\n{text}".replace(before, after)[1:]}}


def mends(code: str, folder: Path) -> bool:
    """Whether what the example tells to type mends some golden case, and spoils nothing else."""
    wrong, right = examples()[code]
    assert isinstance(wrong, str)
    assert isinstance(right, str)
    named = [case for case in CASES if any(line.endswith(f" {code}") for line in case["problems"])]
    tries = [(case, other) for case in named for other in mended(case, wrong, right)]
    for number, (before, after) in enumerate(tries):
        first = codes_of(before, folder / f"{number}-wrong")
        then = codes_of(after, folder / f"{number}-right")
        if code in first and then <= (first | LACKING) - {code}:
            return True
    return False


@pytest.mark.parametrize("code", [code for code in CATALOGUE if code not in NOT_TYPED])
def test_what_an_example_tells_to_type_mends_the_mistake(code: str, tmp_path: Path) -> None:
    assert mends(code, tmp_path)


def test_each_message_has_an_example_in_the_order_of_the_catalogue() -> None:
    assert list(examples()) == list(CATALOGUE)


@pytest.mark.parametrize("code", NOT_TYPED)
def test_what_is_said_in_words_is_said_in_both_languages(code: str) -> None:
    said = [part for part in examples()[code] if not isinstance(part, str)]
    assert said, "what is typed is tried on a golden case"
    for part in said:
        assert part["fr"] != part["en"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_example_is_short_and_changes_something(code: str) -> None:
    wrong, right = examples()[code]
    assert wrong != right
    for part in (wrong, right):
        for text in [part] if isinstance(part, str) else part.values():
            assert text.count("\n") < 5
            assert max(map(len, text.split("\n"))) < 90
