"""A file of the content, and the spots of it where a mistake can be made.

Spots come from PyYAML's own tree and the shapes of the model: not from our parser, which is what
is being measured.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin
from typing import get_type_hints as hints_of

import yaml
from agir.content import parts
from agir.content.fields import LANGS, Prose, Slug, Text, Within
from agir.content.files import collection_at
from agir.content.keys import required_keys
from agir.content.library import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIMPLE: dict[Any, str] = {str: "remark", int: "number", bool: "yes-no", date: "date"}
_TEXTS: dict[Any, str] = {Text: "text", Prose: "prose", Slug: "slug"}


@dataclass(slots=True)
class Spot:
    """A value or, with a `key`, a key and its value; `what` is what is due there.

    `known` are the keys that its group may have, `path` the keys that lead there.
    """

    what: str
    node: Any
    path: tuple[str, ...]
    key: Any = None
    group: Any = None
    required: bool = False
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file with one mistake: where it is and, when no human text is needed, what was there."""

    file: str
    text: str = field(repr=False)
    line: int
    col: int
    repaired: str | None = field(repr=False)
    kind: str = ""


@dataclass(slots=True)
class Source:
    """A file as it stands, with its spots."""

    file: str
    text: str
    spots: list[Spot] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)  # the ids of the whole content
    known: dict[int, tuple[str, ...]] = field(default_factory=dict)  # of each group, by its start

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        if not self.file.endswith(".yml"):
            return
        root = yaml.compose(self.text, yaml.CSafeLoader)
        self.spots = list(self._spots(root))
        for spot in self.spots:
            if spot.key is not None:
                self.known[self.start(spot.group)] = spot.known

    def _spots(self, root: Any) -> Iterator[Spot]:
        name = collection_at(self.file)
        if name == "interface":
            for key, value in root.value:
                yield from _spots_of(value, Text, (key.value,))
        else:
            shape = parts.Moved if name == "moved" else COLLECTIONS[name]
            entries = root.value if isinstance(root, yaml.SequenceNode) else [root]
            for entry in entries:
                yield from _spots_of(entry, shape, ())

    def start(self, node: Any) -> int:
        """Where a node starts in the text."""
        start: int = self.starts[node.start_mark.line] + node.start_mark.column
        return start

    def end(self, node: Any) -> int:
        """Where a node ends; of one in block style, somewhere after."""
        end: int = self.starts[node.end_mark.line] + node.end_mark.column
        return end

    def written(self, node: Any) -> str:
        """A node as it is written."""
        return self.text[self.start(node) : self.end(node)]

    def line(self, number: int) -> str:
        """A line, counted from 0."""
        return self.text[self.starts[number] : self.starts[number + 1] - 1]

    def block(self, key: Any) -> tuple[int, int] | None:
        """The lines of a key in block style, first included and last not; None in braces."""
        first, col = key.start_mark.line, key.start_mark.column
        if self.line(first)[:col].strip(" -"):
            return None
        last = first + 1
        while last < len(self.starts) - 2 and stands_under(self.line(last), col):
            last += 1
        return first, last

    def mistake(
        self, start: int, end: int, new: str, at: int = 0, *, human: bool = False
    ) -> Mistake:
        """The file with a stretch replaced; the mistake stands `at` characters from its start."""
        text = self.text[:start] + new + self.text[end:]
        place = start + at
        line, col = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        return Mistake(self.file, text, line, col, None if human else self.text)


def stands_under(line: str, col: int) -> bool:
    """Whether a line is part of a value whose key starts at a column."""
    return not line.strip() or len(line) - len(line.lstrip(" ")) > col


def _spots_of(node: Any, kind: Any, path: tuple[str, ...]) -> Iterator[Spot]:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        mark = inside[1]
        yield Spot("number" if isinstance(mark, Within) else mark.kind, node, path)
    elif origin is Literal:
        yield Spot("choice", node, path, known=tuple(map(str, inside)))
    elif origin is tuple:
        simple = all(isinstance(item, yaml.ScalarNode) for item in node.value)
        yield Spot("list" if simple and node.value else "list of groups", node, path)
        for number, item in enumerate(node.value):
            yield from _spots_of(item, inside[0], (*path, str(number)))
    elif origin in (Union, types.UnionType):
        if not isinstance(node, yaml.ScalarNode) or node.value not in ("null", "unknown", ""):
            yield from _spots_of(node, inside[0], path)
    elif kind in _TEXTS:
        yield Spot("languages" if kind is not Slug else "slugs", node, path)
        for key, value in node.value:
            here = (*path, key.value)
            yield Spot("pair", value, here, key, node, required=True, known=LANGS)
            yield Spot(_TEXTS[kind], value, here)
    elif is_dataclass(kind):
        yield from _spots_of_group(node, kind, path)
    else:
        yield Spot(_SIMPLE[kind], node, path)


def _spots_of_group(node: Any, kind: Any, path: tuple[str, ...]) -> Iterator[Spot]:
    hints = hints_of(kind, include_extras=True)
    required = required_keys(kind)
    yield Spot("span" if kind is parts.Span else "group", node, path)
    for key, value in node.value:
        here, name = (*path, key.value), key.value
        yield Spot("pair", value, here, key, node, required=name in required, known=tuple(hints))
        yield from _spots_of(value, hints[name], here)
