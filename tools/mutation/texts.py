"""Mistakes in a text: quotes, colons, what YAML takes for something else, HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutation.chance import in_braces, kind, quoted

if TYPE_CHECKING:
    from random import Random

    from mutation.source import Mistake, Source, Spot

_COLON = re.compile(r" ?:(?= )")
_APOSTROPHE = re.compile(r"'(?=\w)")
_SPECIAL = re.compile(r"[#:&*!|>%@`\[\]{},«“?-]")


@kind("an empty text", "text", "prose", "slug", "line", "id", "ref", "choice", "url")
def empty(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """Nothing between the quotes, or nothing at all."""
    start, end = source.start(spot.node), source.end(spot.node)
    new = rng.choice(['""', '" "', "''"])
    if source.written(spot.node)[:1] in "|>":
        end = source.starts[spot.node.end_mark.line] - 1
    return source.mistake(start, end, new, human=True)


@kind("« texte : suite » without quotes", "text", "prose", "line")
def colon(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A colon in a text that lost its quotes."""
    text = quoted(source, spot)
    found = _COLON.search(text) if text else None
    if not text or not found or _SPECIAL.search(text[: found.start()]) or " #" in text:
        return None
    if in_braces(source, spot) and _SPECIAL.search(text.replace(":", "").replace("-", "")):
        return None
    start, end = source.start(spot.node), source.end(spot.node)
    return source.mistake(start, end, text, text.index(":", found.start()))


@kind("'l'école'", "text", "prose", "line")
def apostrophe(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """An apostrophe in a text between apostrophes: it goes on where it was closed."""
    text = quoted(source, spot)
    found = _APOSTROPHE.search(text) if text else None
    if not text or not found:
        return None
    start, end = source.start(spot.node), source.end(spot.node)
    return source.mistake(start, end, f"'{text}'", found.end() + 1)


@kind("a quote left open", "text", "prose", "line", "url")
def open_quote(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """The closing quote is not there: the mistake is where the text was opened."""
    if quoted(source, spot) is None:
        return None
    end = source.end(spot.node)
    back = source.start(spot.node) - (end - 1)
    return source.mistake(end - 1, end, "", back)


@kind("a bracket left open", "languages", "span", "list", "origin", "slugs")
def open_bracket(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """The closing bracket is not there: the mistake is where it was opened."""
    written = source.written(spot.node)
    if written[:1] not in "[{" or not written[-1:].endswith(("]", "}")):
        return None
    end = source.end(spot.node)
    back = source.start(spot.node) - (end - 1)
    return source.mistake(end - 1, end, "", back)


@kind("curly quotes as delimiters", "text", "prose", "line")
def curly(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """Quotes as a word processor sets them."""
    text = quoted(source, spot)
    if not text or _SPECIAL.search(text):
        return None
    left, right = rng.choice([("“", "”"), ("«", "»"), ("‘", "’"), ("„", "“")])
    if set(text) & set("“”„«»‘’"):
        return None
    start, end = source.start(spot.node), source.end(spot.node)
    return source.mistake(start, end, f"{left}{text}{right}")


@kind("no, on, 1.10, 12:30 or 010 as a text", "text", "prose", "line")
def not_text(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A text that other readers of YAML take for a number, a date, yes or no."""
    start, end = source.start(spot.node), source.end(spot.node)
    if source.written(spot.node)[:1] in "|>":
        return None
    new = rng.choice(["no", "on", "Yes", "off", "1.10", "12:30", "010", "20", "2026-11-21", "null"])
    return source.mistake(start, end, new, human=new == "null" or "questions" in spot.path)


@kind("raw HTML", "text", "prose", "line")
def html(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A tag, a pair of tags or a comment in a text."""
    text = quoted(source, spot)
    if not text or " " not in text:
        return None
    start = source.start(spot.node) + 1 + rng.choice([f.end() for f in re.finditer(" ", text)])
    word = re.compile(r"[\w’']*").match(source.text, start)
    end = word.end() if word else start
    written = source.text[start:end]
    tags = [
        "<b>{}</b>",
        "<br>{}",
        "<script>{}</script>",
        "{}<img src=x onerror=alert(1)>",
        "<!-- {} -->",
    ]
    tag = rng.choice(tags)
    at = tag.index("<")
    place = at + (len(written) if at else 0) - (len("{}") if at else 0)
    return source.mistake(start, end, tag.format(written), place)


@kind("an anchor", "text", "prose", "list", "number", "languages", "id")
def anchor(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A name given to a value."""
    start = source.start(spot.node)
    if source.text[start - 1] != " " or "\n" in source.text[start : source.end(spot.node)].rstrip():
        return None
    return source.mistake(start, start, rng.choice(["&a ", "&titre "]))


@kind("an alias", "text", "list", "number", "languages", "ref", "id")
def alias(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A name instead of a value."""
    start, end = source.start(spot.node), source.end(spot.node)
    if "\n" in source.text[start:end].rstrip():
        return None
    return source.mistake(start, end, rng.choice(["*a", "*titre"]), human=True)


@kind("a tag", "text", "prose", "list", "number", "languages", "id")
def tag(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A type given to a value, or a program to run."""
    start = source.start(spot.node)
    if source.text[start - 1] != " " or "\n" in source.text[start : source.end(spot.node)].rstrip():
        return None
    new = rng.choice(["!texte ", "!!str ", "!!python/object/apply:os.system ", "!!binary "])
    return source.mistake(start, start, new)


@kind("a merge key", "pair")
def merge(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A pair that takes in the pairs of another group: its value is the mistake."""
    start, col = source.start(spot.key), spot.key.start_mark.column
    value = rng.choice(["*a", "[*a, *b]", "*titre"])
    lines = source.block(spot.key)
    if lines is None:
        return source.mistake(start, start, f"<<: {value}, ", 4 + value.index("*"))
    if source.line(lines[0]).lstrip().startswith("-"):
        return None
    line = source.starts[lines[0]]
    at = col + 4 + value.index("*")
    return source.mistake(line, line, f"{' ' * col}<<: {value}\n", at)
