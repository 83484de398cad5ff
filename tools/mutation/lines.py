"""Mistakes in lines: tabs, indentation, blanks that are none, conflicts, a second document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from mutation.chance import kind

if TYPE_CHECKING:
    from random import Random

    from mutation.source import Mistake, Source

_INDENTED = re.compile(r" +(?=\S)")
_BLOCK = re.compile(r"[:-] [|>]$")


def _indentation(source: Source, number: int) -> int:
    found = _INDENTED.match(source.line(number))
    return found.end() if found else 0


def _in_block(source: Source, number: int) -> bool:
    """Whether a line is one of a text that starts with |."""
    col = _indentation(source, number)
    for line in range(number - 1, -1, -1):
        text = source.line(line)
        if text.strip() and _indentation(source, line) < col:
            return bool(_BLOCK.search(text))
    return False


@kind("a tab as indentation", "row")
def tab(rng: Random, source: Source, number: int) -> Mistake | None:
    """One tab for two blanks, or for the last two."""
    col = _indentation(source, number)
    if not col:
        return None
    start, whole = source.starts[number], rng.random() < 0.5  # noqa: PLR2004
    if whole or col == len("  "):
        return source.mistake(start, start + col, "\t" * (col // 2))
    new = " " * (col - 2) + "\t"
    return source.mistake(start, start + col, new, col - 2)


@kind("wrong indentation", "row")
def indentation(rng: Random, source: Source, number: int) -> Mistake | None:
    """A blank too many or too few, where it changes what is read."""
    col, by = _indentation(source, number), rng.choice([1, -1])
    if (by < 0 and not col) or not source.line(number).strip() or _in_block(source, number):
        return None
    start = source.starts[number]
    new = " " * (col + by)
    made = source.mistake(start, start + col, new, col + by)
    try:
        same = yaml.load(made.text, yaml.CSafeLoader) == yaml.load(source.text, yaml.CSafeLoader)
    except yaml.YAMLError:
        same = False
    return None if same else made


@kind("a no-break space as indentation", "row")
def no_break(rng: Random, source: Source, number: int) -> Mistake | None:
    """Blanks as a word processor or a web page has them."""
    col = _indentation(source, number)
    if not col or _in_block(source, number):
        return None
    start, blank = source.starts[number], rng.choice("\xa0\u202f")
    whole = rng.random() < 0.5  # noqa: PLR2004
    at = 0 if whole else rng.randrange(col)
    new = " " * at + blank * (col - at)
    return source.mistake(start, start + col, new, at)


@kind("a byte-order mark in the middle", "row")
def mark(rng: Random, source: Source, number: int) -> Mistake | None:
    """What some editors leave where two files were put together."""
    line = source.line(number)
    if not line.strip() or number == 0:
        return None
    at = source.starts[number] + rng.choice([0, rng.randrange(len(line)), len(line)])
    return source.mistake(at, at, "\ufeff")


@kind("merge-conflict markers", "row", "page row")
def conflict(rng: Random, source: Source, number: int) -> Mistake | None:
    """Both versions of a line or of a few, with Git's marks."""
    last = min(number + rng.randint(1, 3), len(source.starts) - 2)
    start, end = source.starts[number], source.starts[last]
    old = source.text[start:end]
    if not old.strip() or not old.endswith("\n"):
        return None
    new = f"<<<<<<< HEAD\n{old}=======\n{old}>>>>>>> une-autre-branche\n"
    return source.mistake(start, end, new)


@kind("a second document", "row")
def document(rng: Random, source: Source, number: int) -> Mistake | None:
    """A line of three hyphens or dots that is not the first."""
    start = source.starts[number]
    if number == 0:
        return None
    return source.mistake(start, start, rng.choice(["---\n", "--- \n"]))
