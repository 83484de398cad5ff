"""The rules of one text: what it may contain, with the place of what it may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agir.content import meant
from agir.content.characters import HIDDEN, HIDDEN_RANGES
from agir.content.fields import TO_TRANSLATE, Prose, Slug, Text
from agir.content.names import is_address, slug_fault
from agir.content.nodes import Scalar, meaning
from agir.content.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

HTML = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--")
_TAG_NAME = re.compile(r"^</?|[\s/>].*$", re.DOTALL)
# [text](address), and <address>, which Markdown makes a link of as well.
LINK = re.compile(r"\]\(\s*<?(?P<inside>[^)\s>]*)|<(?P<alone>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
# What Markdown has and the content does not: headings (also underlined), rules across the page,
# tables, pictures, links whose address stands elsewhere.
BLOCKS = re.compile(
    r"^ {0,3}(?:#{1,6} |\|.*\|.*$|(?:=+|-{2,}|(?:[-*_] *){3,})$|\[[^\]\n]+\]:)|!\[", re.MULTILINE
)
# Lists or quotations in one another, deeper than anybody reads (and than Python-Markdown bears).
DEEP = re.compile(r"^ {24,}\S|^(?!>{7} ) *(?:(?:>|[-*+] |\d+\. ) *){6,}", re.MULTILINE)
EMPHASIS = re.compile(r"\*\*|\]\(|<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>")
TO_TRANSLATE_LIKE = re.compile(r"[àa][ _-]?traduire|to[ _-]?translate", re.IGNORECASE)
# A text that somebody meant to put in quotes; inside straight ones these are part of the text.
_QUOTED = re.compile(r"[“”„][^“”„]*[“”]|«[^«»]*»|[‘’][^‘’]*[‘’]")
# What other readers of YAML would take a text without quotes for.
_NOT_TEXT = {
    "bool": ("une réponse par oui ou non", "a yes-or-no answer"),
    "int": ("un nombre", "a number"),
    "float": ("un nombre", "a number"),
    "timestamp": ("une date", "a date"),
}

# A text in quotes or a block that holds none of these has no fault: nearly all, at a tenth of the
# price of looking for each (a test tries the golden mistakes with and without).
_RARE_IN_TEXT = re.compile(rf"[<\n*\]{HIDDEN_RANGES}]")
_RARE_IN_PROSE = re.compile(rf"[<#|>!=_`\]{HIDDEN_RANGES}]|--|\*[ *]")
_LISTS = re.compile(r"^(?: {24}| *(?:[-*+]|\d+\.) +(?:[-*+]|\d+\.) )", re.MULTILINE)
_LONGER_THAN_A_MARK = 20  # "à_traduire", however it is written

Fault = tuple[str, Place, dict[str, str]]  # the message's code, its place and its words


def text_of(node: Scalar) -> str | None:
    """The text of a node, or None while it waits for a translation."""
    value = node.value.strip()
    return None if value == TO_TRANSLATE else value


def is_sound(node: Scalar, kind: type[Text]) -> bool:
    """Whether a look at its characters tells that a text has no fault; `faults` knows for sure."""
    if node.plain or kind is Slug or len(node.value) <= _LONGER_THAN_A_MARK:
        return False
    if kind is Prose and _LISTS.search(node.value):
        return False
    rare = _RARE_IN_PROSE if kind is Prose else _RARE_IN_TEXT
    return not rare.search(node.value) and not node.value.isspace()


def faults(node: Scalar, kind: type[Text], lang: str) -> Iterator[Fault]:
    """What is wrong in one text."""
    value = node.value.strip()
    if kind is Slug:
        if code := slug_fault(node.value):
            yield code, node.place, {"value": value[:40], "near": meant.name(value, "slug")}
        else:
            yield from taken_otherwise(node)
    elif not value:
        yield "empty-text", node.place, {}
    elif otherwise := list(taken_otherwise(node)):
        yield from otherwise
    elif TO_TRANSLATE_LIKE.fullmatch(value):
        if lang == "fr":
            yield "french-first", node.place, {}
        elif value != TO_TRANSLATE:
            yield "to-translate", node.place, {"value": value}
    elif node.plain and _QUOTED.fullmatch(value):
        inner = value.strip("“”„«»‘’ \xa0\u202f")
        yield "curly-quotes", node.place, {"near": "" if '"' in inner else f'"{inner}"'}
    else:
        yield from _unwanted(node)
        yield from _wrong_markdown(node) if kind is Prose else _wrong_line(node)


def taken_otherwise(node: Scalar) -> Iterator[Fault]:
    """A text without quotes that other readers of YAML take for a number, a date, an answer."""
    meant_as = meaning(node)
    if meant_as == "null":
        yield "empty-text", node.place, {}
    elif found := _NOT_TEXT.get(meant_as):
        words = {"found_fr": found[0], "found_en": found[1], "value": node.value.strip()}
        yield "expected-text", node.place, words


def _wrong_line(node: Scalar) -> Iterator[Fault]:
    """What a short text may not hold: line breaks, formatting."""
    if "\n" in node.value.strip():
        yield "one-line", node.place, {}
    if found := EMPHASIS.search(node.value):
        yield "formatting-in-text", _at(node, found.start()), {}


def _wrong_markdown(node: Scalar) -> Iterator[Fault]:
    """What a long text may not hold: headings, tables, pictures, links to anywhere."""
    yield from structure(node)
    for target, place in links(node):
        if not target.startswith(("entry:", "#")) and not is_address(target):
            yield "bad-address", place, {"value": target[:60], "near": meant.address(target)}


def _unwanted(node: Scalar) -> Iterator[Fault]:
    """What no text may hold: hidden characters, HTML tags."""
    yield from hidden_characters(node)
    for tag, place in tags(node):
        yield "raw-html", place, {"value": tag}


def hidden_characters(node: Scalar) -> Iterator[Fault]:
    """The first character of a text that nobody sees."""
    if found := HIDDEN.search(node.value):
        yield "bad-character", _at(node, found.start()), {"detail": f"U+{ord(found[0]):04X}"}


def structure(node: Scalar) -> Iterator[Fault]:
    """The first heading, table or picture inside a Markdown text, or lists too deep."""
    bare = _without_code(node.value)
    if found := DEEP.search(bare):
        yield "too-deep", _at(node, found.start()), {}
    if found := BLOCKS.search(bare):
        yield "no-such-formatting", _at(node, found.start()), {"value": found[0].strip()[:40]}


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
        name = str(found.lastgroup)
        yield found[name], _at(node, found.start(name))


def tags(node: Scalar) -> Iterator[tuple[str, Place]]:
    """Every HTML tag in a text but those that close one, examples in code apart."""
    opened: set[str] = set()
    for found in HTML.finditer(_without_code(node.value)):
        name = _TAG_NAME.sub("", found[0]).lower()
        if not found[0].startswith("</") or name not in opened:
            yield found[0][:40], _at(node, found.start())
        opened.add(name)


def _without_code(text: str) -> str:
    """The text with blanks for what stands in `code`, so that places stay true."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _at(node: Scalar, index: int) -> Place:
    """The place of a character of a text, or of the text when its lines were joined."""
    place = node.place
    if node.folded:
        return place
    if node.block:
        col = node.indent + index - node.value.rfind("\n", 0, index)
        return Place(place.file, place.line + 1 + node.value.count("\n", 0, index), col)
    return Place(place.file, place.line, place.col + index + (0 if node.plain else 1))
