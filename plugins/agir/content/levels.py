"""A key at the wrong level: said once, and read where it belongs, so that nothing is missing."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Map

from agir.content.nodes import Mapping, Node, Scalar, Sequence
from agir.content.problems import Problems


def put_in_place(
    node: Mapping, inner: Map[str, Collection[str]], path: str, problems: Problems
) -> None:
    """Move the keys of a group, or of those inside it, that only the other level knows.

    `inner` are the keys of the group, each with those that the group or groups under it may have.
    """
    if not inner.keys() >= {key.value for key, _ in node.pairs}:
        _take_in(node, inner, path, problems)
    for key, value in list(node.pairs):
        if inner.get(key.value) and (group := _last_group(value)):
            for pair in [*group.pairs]:
                name = pair[0].value
                if name in inner and name not in inner[key.value] and not _has(node, name):
                    group.pairs.remove(pair)
                    node.pairs.append(pair)
                    _say(pair[0], node, path, problems)


def _take_in(
    node: Mapping, inner: Map[str, Collection[str]], path: str, problems: Problems
) -> None:
    """A key that stands after the group it belongs to, and not in it."""
    before: tuple[str, Mapping] | None = None
    for pair in list(node.pairs):
        key, value = pair
        if key.value in inner:
            group = _last_group(value)
            before = (key.value, group) if group else None
        elif before and key.value in inner[before[0]] and not _has(before[1], key.value):
            node.pairs.remove(pair)
            before[1].pairs.append(pair)
            _say(key, before[1], path, problems)


def _last_group(value: Node) -> Mapping | None:
    """The group that a line added under a value would join."""
    if isinstance(value, Sequence) and value.items:
        value = value.items[-1]
    return value if isinstance(value, Mapping) and value.pairs else None


def _has(group: Mapping, name: str) -> bool:
    return any(key.value == name for key, _ in group.pairs)


def _say(key: Scalar, group: Mapping, path: str, problems: Problems) -> None:
    beside = group.pairs[0][0]
    words = {"key": key.value, "blanks": str(beside.place.col - 1), "beside": beside.value}
    problems.add("wrong-level", key.place, path, **words)
