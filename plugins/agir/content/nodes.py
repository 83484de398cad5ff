"""YAML text to a tree of nodes that keep their place; refuses what an editor never needs.

PyYAML's own construction is not used: it turns `no`, `012` and `12:30` into something else,
keeps the last of two equal keys in silence and loses the place where it fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml

from agir.content.characters import BLANKS, FORBIDDEN
from agir.content.limits import MAX_DEPTH, MAX_LINES, MAX_MENDED, MAX_NODES, MAX_TEXT
from agir.content.problems import Place, Problems
from agir.content.recovery import recovered
from agir.content.syntax import Explained, explain

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 20  # mistakes past which a text is read on
# What YAML 1.2 takes for a number and 1.1, which PyYAML knows, does not: 9e1, 090, 0o17.
_NUMBER = re.compile(r"0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MARK = "\ufeff"  # where two files were put together
_COMMENT = re.compile(r"\s+#")
_BLANK = re.compile(BLANKS)
_BLANK_AT_END = re.compile(f"{BLANKS}+$")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text; `plain` when it has no quotes, `block` when it starts with | or >.

    `indent` is the number of blanks before the lines of a block; a text is `folded` when its lines
    in the file are not those of its value; a `bare` key has no colon, as in {fr: Un, deux}.
    """

    value: str
    place: Place
    plain: bool = False
    block: bool = False
    indent: int = 0
    folded: bool = False
    bare: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    place: Place


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    place: Place
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)


Node = Scalar | Sequence | Mapping


def meaning(node: Scalar) -> str:
    """What other readers of YAML take a text for: "null", "bool", "int", "timestamp"… or ""."""
    known = yaml.SafeLoader.yaml_implicit_resolvers.get(node.value[:1], []) if node.plain else []
    older = next((tag.rpartition(":")[2] for tag, form in known if form.match(node.value)), "")
    return older or ("float" if node.plain and _NUMBER.fullmatch(node.value) else "")


class _RefusedError(Exception):
    """The text uses a part of YAML that the content does not."""

    def __init__(self, code: str, place: Place) -> None:
        super().__init__(code)
        self.code = code
        self.place = place


def parse(text: str, file: str, problems: Problems, above: int = 0) -> Node | None:
    """The tree of one YAML text, or None when it cannot be read (a problem is added).

    `above` is how many lines of the file stand before it.
    """
    if text.count("\n") > MAX_LINES:
        problems.add("too-many", Place(file, above + MAX_LINES + 1))
        return None
    text = _legible(text, file, problems, above)
    for _ in range(_ROUNDS if len(text) < MAX_MENDED else 1):
        own = Problems()
        try:
            node = _Builder(text, file, own, above).build()
        except _RefusedError as error:
            found = Explained(error.code, error.place.line - above, error.place.col)
        except yaml.MarkedYAMLError as error:
            found = explain(error, text)
        else:
            problems += own
            return node
        cut = {problem.place.line for problem in own if problem.code == "hash-in-text"}
        after = recovered(text, found)
        if after is None:
            problems += own
        line = found.line + above
        if not cut & {line - 1, line}:  # what # cut off may have closed a bracket
            problems.add(found.code, Place(file, line, found.col), near=found.near)
        if after is None:
            return None
        text = after
    return None


def _legible(text: str, file: str, problems: Problems, above: int) -> str:
    """The text without what YAML refuses, so that the rest is read, each thing at its place."""
    if hidden := FORBIDDEN.search(text):
        place, detail = place_in(text, hidden.start(), file, above), f"U+{ord(hidden[0]):04X}"
        problems.add("bad-character", place, detail=detail)
        text = FORBIDDEN.sub(" ", text)
    if (at := text.find(_MARK)) >= 0:
        problems.add("bad-character", place_in(text, at, file, above), detail="U+FEFF")
        text = text.replace(_MARK, "")
    return text


def place_in(text: str, index: int, file: str, above: int = 0) -> Place:
    """The place of a character of a text, which starts so many lines below the top of a file."""
    return Place(file, above + text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


class _Builder:
    """Builds the tree from parser events; nothing is constructed that was not checked first.

    Every text of the content passes here: what is rare is looked for once, in the whole file.
    """

    def __init__(self, text: str, file: str, problems: Problems, above: int) -> None:
        self.count = 0
        self.next: Callable[[], yaml.Event] = _Loader(text).get_event
        self.lines = text.split("\n")
        self.has_comments = "#" in text
        self.file = file
        self.above = above
        self.problems = problems

    def build(self) -> Node | None:
        root: Node | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _RefusedError("second-document", self._place(event))
                root = self._node(self.next(), 0)
        if root is None:
            raise _RefusedError("empty-file", Place(self.file, self.above + 1))
        return root

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark  # every event of the parser has one
        return Place(self.file, self.above + mark.line + 1, mark.column + 1)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self.count += 1
        if self.count > MAX_NODES:
            raise _RefusedError("too-many", self._place(event))
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            return self._scalar(event)
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError("anchor", place)
        if getattr(event, "tag", None):
            raise _RefusedError("tag", place)
        if depth > MAX_DEPTH:
            raise _RefusedError("too-deep", place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        items = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(items, place)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start: Any = event.start_mark
        value, plain, style = event.value, event.implicit[0], event.style
        node = Scalar(value, self._place(event), plain)
        if len(value) > MAX_TEXT:  # nothing looks at it any more
            self.problems.add("too-long", node.place, most=str(MAX_TEXT // 1000))
            return Scalar("…", node.place)
        if style in ("|", ">"):
            node.block = True
            node.indent = self._indent(start.line + 1)
            node.folded = style == ">"
        else:
            end: Any = event.end_mark
            node.folded = end.line > start.line
            if plain and self.has_comments and _COMMENT.match(after := self._after(event)):
                self.problems.add("hash-in-text", node.place)
                node.value = value or after.strip()  # said once: the text is not empty too
        return node

    def _after(self, event: yaml.ScalarEvent) -> str:
        """What follows a text on its line."""
        end: Any = event.end_mark
        return self.lines[end.line][end.column :] if end.line < len(self.lines) else ""

    def _indent(self, line: int) -> int:
        """The blanks before the first text line that follows a line of the file."""
        for index in range(line, len(self.lines)):
            if (text := self.lines[index]).strip():
                return len(text) - len(text.lstrip(" "))
        return 0

    def _mapping(self, place: Place, depth: int) -> Mapping:
        mapping = Mapping(place)
        seen: dict[str, Place] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._key(event, depth + 1)
            value = self._node(self.next(), depth + 1)
            if isinstance(value, Scalar) and not value.value:
                key.bare = not self._after(cast("Any", event)).lstrip().startswith(":")
            if key.value in seen:
                line = str(seen[key.value].line)
                self.problems.add("duplicate-key", key.place, key=key.value, line=line)
                continue
            seen[key.value] = key.place
            mapping.pairs.append((key, value))
        return mapping

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        """A key, without the no-break space that a keyboard may put before its colon."""
        key = self._node(event, depth)
        if not isinstance(key, Scalar):
            raise _RefusedError("key-not-text", key.place)
        if key.value.isascii():
            return key
        if _BLANK.match(key.value):  # as indentation: nothing below is where it seems to be
            raise _RefusedError("no-break-space", key.place)
        if found := _BLANK_AT_END.search(key.value):
            place = Place(self.file, key.place.line, key.place.col + found.start())
            self.problems.add("no-break-space", place)
            key.value = key.value[: found.start()]
        return key
