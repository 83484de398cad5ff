"""The front matter of a hand-written page: title, slug, description, and words people type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agir.content.decode import reader_of
from agir.content.fields import Line
from agir.content.keys import keys_fit
from agir.content.names import slug_fault
from agir.content.nodes import Mapping, parse
from agir.content.problems import Place, Problems
from agir.content.readers import BAD, Reading, line, word, wrong

_HEAD = re.compile(r"---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)")
_KEYS = ("title", "slug", "description")
_SEARCHED = "searched"  # as for an entry: what people type for the page and it hardly says
_READERS = {"slug": word, _SEARCHED: reader_of(tuple[Line, ...])}


@dataclass(slots=True)
class Head:
    """What a front matter says, nothing where it could not be read, and the place of each key."""

    title: str = ""
    slug: str = ""
    description: str = ""
    searched: tuple[str, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)


def read_head(text: str, file: str, problems: Problems) -> tuple[Head, str, int]:
    """The front matter of a page, the body that follows, and the body's first line."""
    found = _HEAD.match(text)
    if not found or not found[1].strip():
        problems.add("front-matter", Place(file))
        start = found.end() if found else 0
        rest = text[start:].removeprefix("---")  # what opened it is not a rule across the page
        return Head(), rest, text.count("\n", 0, start) + 1
    # The home page stands at the root of its language: it has no slug.
    keys = [key for key in _KEYS if key != "slug" or not file.endswith("/index.md")]
    node = parse(f"\n{found[1]}", file, problems)
    head, reading = Head(), Reading(problems)
    if isinstance(node, Mapping):
        _fill(head, node, keys, reading)
    elif node:
        wrong("expected-group", node, "", reading, known=", ".join(keys))
    return head, text[found.end() :], text.count("\n", 0, found.end()) + 1


def _fill(head: Head, node: Mapping, keys: list[str], reading: Reading) -> None:
    known = [*keys, _SEARCHED]
    keys_fit(node, known, keys, "", reading.problems)
    for key, value in node.pairs:
        if key.value not in known:
            continue
        head.places[key.value] = value.place
        found = _READERS.get(key.value, line)(value, key.value, reading)
        if found is BAD:
            continue
        if key.value == "slug" and (code := slug_fault(found)):
            reading.problems.add(code, value.place, value=found[:40])
        else:
            setattr(head, key.value, found)
