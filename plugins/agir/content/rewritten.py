"""What a form editor wrote anew, put back as people had written it wherever it says the same.

Such an editor reads a file and writes all of it in a form of its own. What it changed is found by
comparing what is said; the rest of the file, to the byte, is what it was.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any, cast

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from agir.content.known import FileContent
from agir.content.library import read_text_of
from agir.content.nodes import parse
from agir.content.problems import Problems
from agir.content.readers import Reading
from agir.content.rendered import entry, flow, scalar, value

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Absent, they mean the same: what is false or unknown, and empty lists, are written for nothing.
_NOTHING = ("", "null", "~", "false", "unknown")
_NUMBER = re.compile(r"\d+|true|false|null")
_REMARK = re.compile(r"^\s*#", re.MULTILINE)


def is_form_written(text: str) -> bool:
    """Whether a sound text is in the form of an editor of forms: every word in quotes, no braces.

    People write ids and words such as `editorial` bare, whatever else they do.
    """
    if '"' not in text or _REMARK.search(text):
        return False
    return _is_quoted(yaml.compose(text, Loader=_Loader))


def is_sound(text: str) -> bool:
    """Whether a text is YAML that the content may hold: nothing else may be looked at here."""
    problems = Problems()
    return parse(text, "", problems) is not None and not problems


def _is_quoted(node: Any) -> bool:
    if isinstance(node, ScalarNode):
        return node.style == '"' or bool(not node.style and _NUMBER.fullmatch(node.value))
    inside = _values(node)
    return not (inside and node.flow_style) and all(_is_quoted(part) for part in inside)


def as_before(text: str, before: str, file: str, collection: str) -> str:
    """A text as it was written before, but for what it says otherwise.

    Both are sound. Gives the text itself when something of it would be lost.
    """
    old, new = (yaml.compose(part, Loader=_Loader) for part in (before, text))
    if old is None or new is None:
        return text
    mended = _Mended(before)
    after = before[: mended.start(old)] + mended.merged(old, new) + before[mended.end(old) :]
    said = _said(text, file, collection)
    return after if said and said == _said(after, file, collection) else text


def _said(text: str, file: str, collection: str) -> Any:
    """What a file says; None when something is wrong with it, and may be lost."""
    content = FileContent(b"", Reading(Problems()))
    read_text_of(content, text, file, collection)
    if content.reading.problems:
        return None
    return [entry for entry, _ in content.entries], content.labels, content.moved


class _Mended:
    """A text in which some values change."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def start(self, node: Node) -> int:
        return self.lines[node.start_mark.line] + node.start_mark.column

    def end(self, node: Any) -> int:
        """Where a value ends: a mark of YAML's stands where the next one starts."""
        inside = [] if isinstance(node, ScalarNode) or node.flow_style else _values(node)
        if inside:
            return self.end(inside[-1])
        start, end = self.start(node), self.lines[node.end_mark.line] + node.end_mark.column
        return start + len(self.text[start:end].rstrip())

    def merged(self, old: Node, new: Node) -> str:
        """The text of the old value, saying what the new one says."""
        start, end = self.start(old), self.end(old)
        if _same(old, new):
            return self.text[start:end]
        if isinstance(old, MappingNode) and isinstance(new, MappingNode):
            return self._flow(old, new) if old.flow_style else self._mapping(old, new)
        if isinstance(old, SequenceNode) and isinstance(new, SequenceNode) and not old.flow_style:
            return self._sequence(old, new)
        if isinstance(old, ScalarNode) and isinstance(new, ScalarNode):
            return scalar(new.value, max(old.start_mark.column - 2, 0), like=old.style or "")
        return flow(new)

    def _after(self, key: Node, old: Node, new: Node) -> str:
        """What follows the colon of a key."""
        colon = self.end(key) + 1
        column = key.start_mark.column
        if _same(old, new):
            return self.text[colon : self.end(old)]
        if isinstance(old, ScalarNode) and isinstance(new, ScalarNode):
            return " " + scalar(new.value, column, like=old.style or "")
        if type(old) is type(new) and not (isinstance(old, SequenceNode) and old.flow_style):
            return self.text[colon : self.start(old)] + self.merged(old, new)
        return value(new, column)

    def _mapping(self, old: MappingNode, new: MappingNode) -> str:
        """Keys line by line: those that changed, without those that are gone, with new ones."""
        now, edits = _pairs(new), []
        column, last = old.start_mark.column, self.start(old)
        ends: dict[str, int] = {}
        for number, (key, was) in enumerate(old.value):
            end = self.end(was)
            if key.value in now:
                edits.append((self.end(key) + 1, end, self._after(key, was, now[key.value])))
                ends[key.value] = end
            elif _says(was) is not None and number:
                edits.append((last, end, ""))
            last = end
        for place, text in self._added(old, new, column, ends):
            edits.append((place, place, text))
        return self._edited(self.start(old), last, edits)

    def _added(
        self, old: MappingNode, new: MappingNode, column: int, ends: dict[str, int]
    ) -> list[tuple[int, str]]:
        """The keys that are new, each after the one that it follows."""
        there, place, found = _pairs(old), self.end(old.value[0][1]), []
        for key, node in new.value:
            if key.value in there:
                place = ends[key.value]
            elif _says(node) is not None:
                found.append((place, f"\n{' ' * column}{entry(key.value, node, column)}"))
        return found

    def _sequence(self, old: SequenceNode, new: SequenceNode) -> str:
        """Items line by line, those of before wherever they stand now."""
        of = _matched(old.value, new.value)
        if of == list(range(len(old.value))):
            edits = [
                (self.start(was), self.end(was), self.merged(was, now))
                for was, now in zip(old.value, new.value, strict=True)
            ]
            return self._edited(self.start(old), self.end(old), edits)
        column = old.start_mark.column
        items = [
            value(now, column, item=True) if at is None else " " + self.merged(old.value[at], now)
            for at, now in zip(of, new.value, strict=True)
        ]
        return f"\n{' ' * column}".join(f"-{item}" for item in items) or "[]"

    def _flow(self, old: MappingNode, new: MappingNode) -> str:
        """A group in braces."""
        was = _pairs(old)
        keys = [key.value for key, node in new.value if key.value in was or _says(node) is not None]
        now = _pairs(new)
        parts = [
            f"{key}: " + (self.merged(was[key], now[key]) if key in was else flow(now[key]))
            for key in sorted(keys, key=lambda key: list(was).index(key) if key in was else 99)
        ]
        return "{" + ", ".join(parts) + "}"

    def _edited(self, start: int, end: int, edits: list[tuple[int, int, str]]) -> str:
        """A stretch of the text with some parts of it replaced."""
        made, done = "", start
        for first, last, text in sorted(edits, key=lambda edit: edit[:2]):
            made += self.text[done:first] + text
            done = last
        return made + self.text[done:end]


def _says(node: Node | None) -> Any:
    """What a value says, whatever its form; None when it is there for nothing."""
    if isinstance(node, ScalarNode):
        return None if node.value in _NOTHING else node.value.strip()
    if isinstance(node, MappingNode):
        said = {key: _says(part) for key, part in _pairs(node).items()}
        return {key: part for key, part in said.items() if part is not None} or None
    items = [_says(part) for part in node.value] if isinstance(node, SequenceNode) else []
    return items[0] if len(items) == 1 and isinstance(items[0], str) else items or None


def _same(old: Node, new: Node) -> bool:
    return bool(_says(old) == _says(new))


def _values(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for _, part in node.value]
    return cast("list[Node]", node.value) if isinstance(node, SequenceNode) else []


def _pairs(node: MappingNode) -> dict[str, Node]:
    return {key.value: part for key, part in node.value}


def _matched(old: list[Node], new: list[Node]) -> list[int | None]:
    """Of each new item the old one that it comes from: by its id, else by what it says."""
    names = [[_name(item) for item in items] for items in (old, new)]
    found: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(a=names[0], b=names[1], autojunk=False)
    for kind, first, last, start, stop in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == stop - start):
            found[start:stop] = range(first, last)
    for number, name in enumerate(names[1]):
        if name in names[0] and name.startswith("id "):
            found[number] = names[0].index(name)
    return found


def _name(item: Node) -> str:
    id_ = _pairs(item).get("id") if isinstance(item, MappingNode) else None
    return f"id {id_.value}" if id_ else repr(_says(item))
