"""Values as the files of data/ write them: texts in quotes, long ones in a block, ids bare."""

from __future__ import annotations

import re

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from agir.content.fields import LANGS, TO_TRANSLATE

_WORDS = (*LANGS, "note", "gap", "publisher", "owner")  # always in quotes, were it one word
_LONGEST = 100  # what stands in braces on one line
_BARE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Za-z0-9.]+)+|\d[\d-]*")


def value(node: Node, column: int, *, item: bool = False) -> str:
    """What follows a colon, or the dash of an `item`, at this column: on its line or below it."""
    if isinstance(node, ScalarNode):
        return " " + scalar(node.value, column)
    if not node.value or _is_short(node):
        return " " + flow(node)
    indent = " " * (column + 2)
    if isinstance(node, MappingNode):
        lines = [entry(key.value, part, column + 2) for key, part in node.value]
    else:
        lines = [f"-{value(part, column + 2, item=True)}" for part in node.value]
    return (" " if item else f"\n{indent}") + f"\n{indent}".join(lines)


def entry(key: str, node: Node, column: int) -> str:
    """A key at this column, with its value."""
    return f"{key}:{_text(key, node, column) or value(node, column)}"


def flow(node: Node) -> str:
    """A value on one line."""
    if isinstance(node, MappingNode):
        parts = [
            f"{key.value}: {(_text(key.value, part, 0) or ' ' + flow(part))[1:]}"
            for key, part in node.value
        ]
        return "{" + ", ".join(parts) + "}"
    if isinstance(node, SequenceNode):
        return f"[{', '.join(flow(part) for part in node.value)}]"
    return scalar(node.value, None)


def scalar(text: str, column: int | None, *, like: str = "") -> str:
    """A text in the form of another one: "|" for a block, a quotation mark, "" as it suits it.

    No block without a column, that of its key.
    """
    text = text.strip()
    if text == TO_TRANSLATE or (not like and _BARE.fullmatch(text)):
        return text
    lines = text.split("\n")
    if column is not None and (len(lines) > 1 or like in ("|", ">")):
        return "\n".join(["|", *(" " * (column + 2) + line if line else "" for line in lines)])
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _text(key: str, node: Node, column: int) -> str:
    """What follows the colon of a key whose text is always in quotes; "" for other keys."""
    if key not in _WORDS or not isinstance(node, ScalarNode):
        return ""
    return " " + scalar(node.value, column, like='"')


def _is_short(node: Node) -> bool:
    """Whether a group or a list stands on one line: few words, or names."""
    if not all(isinstance(part, ScalarNode) for part in _parts(node)):
        return False
    one_line = flow(node)
    names = isinstance(node, SequenceNode) and all(_BARE.fullmatch(p.value) for p in node.value)
    return "\\n" not in one_line and (names or len(one_line) <= _LONGEST)


def _parts(node: Node) -> list[Node]:
    return [part for _, part in node.value] if isinstance(node, MappingNode) else list(node.value)
