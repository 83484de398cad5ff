"""The problems of a check as programs and pages want them: JSON, annotations, one Markdown page.

GitHub shows ten annotations of a kind and drops the others in silence: the page has them all.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from agir.content.characters import HIDDEN, visible
from agir.content.fields import LANGS
from agir.content.problems import show, summary

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from agir.content.fields import Lang
    from agir.content.problems import Problem, Problems

VERSION = 1  # of the JSON: a key that changes its meaning makes it 2
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&])")
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_ENCODED, ":": "%3A", ",": "%2C"}


def as_text(problems: Problems, lang: Lang, root: Path) -> str:
    """For a person at a terminal: each with its line of the file, and how many there are."""
    return f"{show(problems, lang, root)}\n\n{summary(len(problems), lang)}" if problems else ""


def as_json(problems: Problems, _lang: Lang, _root: Path) -> str:
    """For programs: {"version", "problems": [{file, line, column, code, path, message, help}]}.

    `message` and `help` have a text in each language, `path` is where the mistake stands in the
    data, `near` what was probably meant: a word, a value, or how many spaces start the line.
    """
    found = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.col,
            "code": problem.code,
            "path": problem.path,
            "message": {lang: problem.message(lang) for lang in LANGS},
            "help": {lang: problem.help(lang) for lang in LANGS},
            "near": problem.words.get("near", ""),
        }
        for problem in _sorted(problems)
    ]
    text = json.dumps({"version": VERSION, "problems": found}, ensure_ascii=False, indent=1)
    return HIDDEN.sub(lambda hidden: json.dumps(hidden[0])[1:-1], text)


def as_annotations(problems: Problems, lang: Lang, _root: Path) -> str:
    """For GitHub, which shows them at their lines of a pull request."""
    return "\n".join(_annotation(problem, lang) for problem in _sorted(problems))


def as_markdown(problems: Problems, _lang: Lang, _root: Path) -> str:
    """For the summary of a pull request: all of them, by file, French first."""
    if not problems:
        return "✅ Tout est en ordre. / All is well."
    lines = [f"**{summary(len(problems), 'fr')}** {summary(len(problems), 'en')}"]
    for file, found in groupby(_sorted(problems), key=lambda problem: problem.place.file):
        lines += ["", f"#### {plain(file)}", ""]
        for problem in found:
            where = f"**{problem.place.line}:{problem.place.col}**"
            lines.append(f"- {where} {_said(problem, 'fr')}  ")
            lines.append(f"  *{_said(problem, 'en')}* (`{problem.code}`)")
    return "\n".join(lines)


FORMATS = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
    "markdown": as_markdown,
}


def _sorted(problems: Problems) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.place)


def _said(problem: Problem, lang: Lang) -> str:
    blank = " " if lang == "fr" else ""
    help_ = problem.help(lang)
    end = "" if help_.endswith(("?", "!", "…")) else "."
    return f"{plain(problem.message(lang))}{blank}: {plain(help_)}{end}"


def plain(text: str) -> str:
    """A text that Markdown shows as it is: what it quotes comes from the content."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def _annotation(problem: Problem, lang: Lang) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.col),
        "title": problem.code,
    }
    said = ",".join(f"{name}={_with(_IN_PROPERTY, text)}" for name, text in properties.items())
    text = f"{problem.message(lang)}\n{problem.help(lang)}"
    return f"::error {said}::{_with(_ENCODED, text)}"


def _with(encoded: dict[str, str], text: str) -> str:
    return "".join(encoded.get(sign, sign) for sign in visible(text))


def only_in(problems: Problems, paths: Collection[str]) -> Problems:
    """The problems of some files and folders, by their paths from the root."""
    return type(problems)(problem for problem in problems if is_under(problem.place.file, paths))


def is_under(file: str, paths: Collection[str]) -> bool:
    """Whether a file is one of some files, or in one of some folders; "." is the whole project."""
    return any(path == "." or f"{file}/".startswith(f"{path}/") for path in paths)
