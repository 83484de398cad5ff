"""Glossary terms on the built pages: explained once, where running text first uses them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import real
from agir.content import model
from dom import Node, page_files, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TERMS = real.library().all(model.Term)
RUNNING = {"p", "li", "dd", "td", "blockquote"}
# What names something rather than says it, or leads somewhere, holds no button; nor do the sources'
# own passages, nor a text that is not in the page's language.
NAMES = {
    "a", "button", "caption", "cite", "code", "dt", "figcaption", "h1", "h2", "h3", "label", "nav",
    "option", "pre", "summary", "th",
}  # fmt: skip
NAME_CLASSES = {"kicker", "tag", "sources", "print-only"}


def is_for_scripts(node: Node) -> bool:
    """Words that scripts show; a button in each copy would have the same id."""
    return node.tag in ("template", "dialog") or "with-scripts" in node.classes


def shut(node: Node, lang: str) -> bool:
    return (
        node.tag in NAMES
        or is_for_scripts(node)
        or bool(node.classes & NAME_CLASSES)
        or "popover" in node.attributes
        or node.attributes.get("role") == "status"
        or node.attributes.get("lang", lang) != lang
    )


def is_running(node: Node, lang: str) -> bool:
    for one in (node, *node.above()):
        if shut(one, lang):
            return False
        if one.tag in RUNNING:  # also the small questions in the heading of a column
            return not any(shut(up, lang) for up in one.above() if up.tag != "th")
    return False


@cache
def forms(lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Longest first: "plan d'action commun" is not a use of "plan d'action"."""
    known = {form: term.id for term in TERMS for form in getattr(term.forms, lang)}
    names = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])"), known


def folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def faults(html: str) -> list[str]:
    tree = parse(html)
    main = next(node for node in tree if node.tag == "main")
    code = next(node for node in tree if node.tag == "html").attributes["lang"]
    pattern, known = forms(code[:2])
    buttons = Counter(
        node.attributes["popovertarget"].removeprefix("b-")
        for node in main
        if "term" in node.classes
    )
    found = [f"{term} has {count} buttons" for term, count in buttons.items() if count > 1]
    met: set[str] = set(buttons)
    for node, text in main.texts():
        button = next((one for one in (node, *node.above()) if "term" in one.classes), None)
        if button:
            met.discard(button.attributes["popovertarget"].removeprefix("b-"))
        elif is_running(node, code):
            for use in pattern.findall(folded(text)):
                term = known[use]
                if term in met:
                    found.append(f"{term} is used before its button: {text.strip()[:60]}")
                elif term not in buttons:
                    found.append(f"{term} has no button: {text.strip()[:60]}")
    return found


def pages(folder: Path, lang: str) -> Iterator[tuple[str, str]]:
    for file in page_files(folder):
        path = file.parent.relative_to(folder).as_posix()
        code = "en" if path.split("/")[0] == "en" else "fr"
        if code == lang and path not in ("glossaire", "en/glossary"):  # these explain every term
            yield path, file.read_text("utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_term_in_running_text_has_one_button_at_its_first_use(lang: str, build: Any) -> None:
    found = {path: faults(html) for path, html in pages(build("root").folder, lang)}
    assert not {path: some for path, some in found.items() if some}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_term_is_never_explained_inside_a_name_or_a_link(lang: str, build: Any) -> None:
    for path, html in pages(build("root").folder, lang):
        for node in parse(html):
            if "term" in node.classes:
                assert is_running(node.parent or node, "fr-CA" if lang == "fr" else "en-CA"), path


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_term_in_a_question_is_explained_on_its_page(lang: str, build: Any) -> None:
    pattern, known = forms(lang)
    silent = []
    for path, html in pages(build("root").folder, lang):
        for node in parse(html):
            if node.tag != "label" or any(map(is_for_scripts, node.above())):
                continue
            uses = pattern.findall(folded(node.words()))
            silent += [(path, use) for use in uses if f'"b-{known[use]}" popover' not in html]
    assert not silent
