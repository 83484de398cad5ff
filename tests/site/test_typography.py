"""The marks and blanks of every text of every page, in the language that it says it is in.

Québec usage (OQLF, Banque de dépannage linguistique): no-break spaces inside « » and before a
colon, none before ; ! and ?, curly apostrophes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from dom import page_files, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dom import Node

NB = "\u00a0"
FRENCH = {
    "a straight apostrophe": "'",
    "a straight quotation mark": '"',
    "« without its space": f"«(?!{NB})",
    "» without its space": f"(?<!{NB})»",
    "a space before ; ! or ?": r"\s[;!?]",
    "a colon that may start a line": r"[ \n\t]:",
    "a colon without its space": r"[^\W\d][)”]?:(?=\s|$)",
    "three dots": r"\.\.\.",
}
ENGLISH = {
    "a straight apostrophe": "'",
    "a straight quotation mark": '"',
    "a space before : ; ! or ?": r"\s[:;!?](?=\s|$)",
    "three dots": r"\.\.\.",
}
SAID = ("alt", "aria-label", "content", "placeholder", "title")
# The page of messages shows what is typed in a file.
TYPED = {"messages/index.html", "en/messages/index.html"}
# The passages of the sources stand as their authors wrote them, titles in three languages too.
AS_WRITTEN = {"sources", "bibliographie", "index-a-z"} | {
    f"en/{one}" for one in ("sources", "bibliography", "a-z-index")
}


def language(node: Node) -> str:
    around = (one.attributes.get("lang", "") for one in (node, *node.above()))
    return next((lang[:2] for lang in around if lang), "")


def is_code(node: Node) -> bool:
    return any(one.tag in ("code", "pre", "script", "style") for one in (node, *node.above()))


def is_as_written(file: str, node: Node) -> bool:
    return any(file.startswith(f"{folder}/") for folder in AS_WRITTEN) or any(
        one.tag in ("blockquote", "cite") or "sources" in one.classes or "see" in one.classes
        for one in (node, *node.above())
    )


def texts(tree: Node) -> Iterator[tuple[Node, str]]:
    """What is read on a page or said of it."""
    yield from tree.texts()
    for node in tree:
        is_meta = node.tag == "meta" and node.attributes.get("name") != "description"
        for name, value in node.attributes.items():
            if name in SAID and not is_meta:
                yield node, value


@cache
def faults(folder: Path) -> dict[str, list[str]]:
    """What is wrong on the pages of a site, by language and rule."""
    found: dict[str, list[str]] = {}
    for path in page_files(folder):
        file = path.relative_to(folder).as_posix()
        for node, text in texts(parse(path.read_text("utf-8"))) if file not in TYPED else ():
            lang = language(node)
            for rule, pattern in (FRENCH if lang == "fr" else ENGLISH).items():
                if (match := re.search(pattern, text)) and not is_code(node):
                    if ":" in pattern and is_as_written(file, node):
                        continue
                    near = text[max(0, match.start() - 30) : match.end() + 20]
                    found.setdefault(f"{lang}: {rule}", []).append(f"{file}: {near!r}")
    return found


@pytest.mark.parametrize(
    "rule", [f"fr: {rule}" for rule in FRENCH] + [f"en: {rule}" for rule in ENGLISH]
)
def test_no_page_has(rule: str, build: Any) -> None:
    assert faults(build("root").folder).get(rule, []) == []


def test_every_text_says_in_which_language_it_is(build: Any) -> None:
    assert {rule[:3] for rule in faults(build("root").folder)} <= {"fr:", "en:"}


@pytest.mark.parametrize("rule", FRENCH)
def test_a_rule_of_french_finds_what_it_is_for(rule: str) -> None:
    wrong = 'l\'été "a" «b» c ! d : e: f...'
    assert re.search(FRENCH[rule], wrong)
    assert not re.search(FRENCH[rule], f"l’été «{NB}b{NB}» c! d{NB}: e… 12:30")
