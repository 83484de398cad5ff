"""The rules of one text: what it may contain, with the place of what it may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agir.content.fields import TO_TRANSLATE, Prose, Slug, Text
from agir.content.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.nodes import Scalar

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
UNIT = re.compile(r"S\d-[A-Z0-9]+(?:-[A-Za-z0-9]+)*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PATH = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
MAX_ID = 80
# Names that the site needs for itself, at the top of an address.
RESERVED = frozenset({"api", "assets", "en", "fr", "index", "404", "con", "nul", "constructor"})
URL = re.compile(r"https?://[^\s<>\"'\\]+|mailto:[^\s<>\"'\\]+|tel:[+0-9-]+")
HTML = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
# What Markdown has and the content does not: headings, tables, pictures.
BLOCKS = re.compile(r"^ {0,3}#{1,6} |^ {0,3}\|.*\|.*$|!\[", re.MULTILINE)
EMPHASIS = re.compile(r"\*\*|\]\(")
TO_TRANSLATE_LIKE = re.compile(r"[àa][ _-]?traduire|to[ _-]?translate", re.IGNORECASE)
# Bidirectional overrides and zero-width characters make a text look other than it is.
HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


def text_of(node: Scalar) -> str | None:
    """The text of a node, or None while it waits for a translation."""
    return None if node.value == TO_TRANSLATE else node.value.strip()


def faults(
    node: Scalar, kind: type[Text], lang: str
) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What is wrong in one text: the message's code, its place and its words."""
    value = node.value
    if kind is Slug:
        if not SLUG.fullmatch(value) or value in RESERVED or len(value) > MAX_ID:
            yield "bad-slug", node.place, {"value": value[:40]}
    elif TO_TRANSLATE_LIKE.fullmatch(value):
        if lang == "fr":
            yield "french-first", node.place, {}
        elif value != TO_TRANSLATE:
            yield "to-translate", node.place, {"value": value}
    elif not value.strip():
        yield "empty-text", node.place, {}
    else:
        yield from _unwanted(node)
        yield from _wrong_markdown(node) if kind is Prose else _wrong_line(node)


def _wrong_line(node: Scalar) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What a short text may not hold: line breaks, formatting."""
    if "\n" in node.value.strip():
        yield "one-line", node.place, {}
    if found := EMPHASIS.search(node.value):
        yield "formatting-in-text", _at(node, found.start()), {}


def _wrong_markdown(node: Scalar) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What a long text may not hold: headings, tables, pictures, links to anywhere."""
    if found := BLOCKS.search(_without_code(node.value)):
        yield "no-such-formatting", _at(node, found.start()), {"value": found[0].strip()}
    for target, place in links(node):
        if not target.startswith(("entry:", "#")) and not URL.fullmatch(target):
            yield "bad-address", place, {"value": target[:60]}


def _unwanted(node: Scalar) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What no text may hold: hidden characters, HTML tags."""
    for found in HIDDEN.finditer(node.value):
        yield "bad-character", _at(node, found.start()), {"detail": f"U+{ord(found[0]):04X}"}
    for tag, place in tags(node):
        yield "raw-html", place, {"value": tag}


def plain_fault(kind: str, value: str) -> str:
    """The code of what is wrong with an id, an address or a unit; "" when nothing is."""
    if kind in ("id", "ref", "gone") and not (ID.fullmatch(value) and len(value) <= MAX_ID):
        return "bad-id"
    if kind == "unit" and not UNIT.fullmatch(value):
        return "bad-id"
    if kind == "path" and not PATH.fullmatch(value):
        return "bad-path"
    if kind == "url" and not (URL.fullmatch(value) and value.startswith("http")):
        return "bad-address"
    return ""


def entry_links(node: Scalar) -> Iterator[tuple[str, str, Place]]:
    """The entries that a text links to, and the place on their page or on this one.

    `[text](entry:common-agenda#names)` gives ("common-agenda", "names", …), `(#names)` an empty
    id.
    """
    for target, place in links(node):
        if target.startswith(("entry:", "#")):
            entry, _, anchor = target.removeprefix("entry:").partition("#")
            yield entry, anchor, place


def links(node: Scalar) -> Iterator[tuple[str, Place]]:
    """Every address that a Markdown text links to, examples in code apart."""
    for found in LINK.finditer(_without_code(node.value)):
        yield found[1], _at(node, found.start(1))


def tags(node: Scalar) -> Iterator[tuple[str, Place]]:
    """Every HTML tag in a text, examples in code apart."""
    for found in HTML.finditer(_without_code(node.value)):
        yield found[0][:40], _at(node, found.start())


def _without_code(text: str) -> str:
    """The text with blanks for what stands in `code`, so that places stay true."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _at(node: Scalar, index: int) -> Place:
    """The place of a character of a text; exact for a text on one line and in | blocks."""
    before = node.value[:index]
    line = before.count("\n")
    place = node.place
    if node.block:
        col = node.indent + index - before.rfind("\n")
        return Place(place.file, place.line + 1 + line, col)
    if line:
        return place
    return Place(place.file, place.line, place.col + index + (0 if node.plain else 1))
