"""The order of the keys of an entry, the same in every file, so that people find their way."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from agir.content.nodes import Mapping

if TYPE_CHECKING:
    from agir.content.nodes import Node

# What it is, what it says, how it is used, what it is tied to, where it comes from.
ORDER = (
    *("id", "code", "kind", "title", "slug", "part", "menu", "way_in", "order", "publisher"),
    *("summary", "wording", "quotes", "use_when", "goal", "aims", "about", "text", "also_in"),
    *("gap", "owner", "url", "checked", "definition", "more", "body", "forms", "variants"),
    *("searched", "keywords"),
    *(
        "links",
        "languages",
        "group_size",
        "minutes",
        "access",
        "licence",
        "seen",
        "material",
        "moments",
        "points",
        "scales",
        "short_of",
        "sorts",
        "talks",
    ),
    *("sections", "animation", "hybrid", "plain", "traps"),
    *("questions", "sheet", "tool", "tools", "steps"),
    *("conditions", "trust", "things", "strategies", "topics", "lists", "related", "origin"),
)
_RANK = {name: rank for rank, name in enumerate(ORDER)}


def is_in_order(entry: Mapping) -> bool:
    """Whether the keys of an entry stand in their order."""
    ranks = _ranks(entry)
    return ranks == sorted(ranks)


def in_order(text: str, entry: Node) -> str:
    """The text of a file with the keys of one of its entries in their order.

    Lines move whole, with the remarks above them; an entry written otherwise than a key a line
    stays as it is.
    """
    if not isinstance(entry, Mapping) or is_in_order(entry) or not _has_a_line_a_key(text, entry):
        return text
    lines = text.split("\n")
    starts = [_with_remarks(lines, key.place.line - 1) for key, _ in entry.pairs[1:]]
    starts = [entry.pairs[0][0].place.line - 1, *starts]
    end = _end(lines, starts[-1], entry.place.col - 1)
    parts = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    ranks = _ranks(entry)
    if ranks[0] > min(ranks) and "-" in lines[starts[0]][: entry.place.col]:
        return text  # its first line holds the dash of a list
    moved = [line for at in _sorted(ranks) for line in parts[at]]
    return "\n".join([*lines[: starts[0]], *moved, *lines[end:]])


def _ranks(entry: Mapping) -> list[int]:
    """The rank of each key; a remark, or a key that nobody knows, stays with the one before it."""
    ranks: list[int] = []
    for key, _ in entry.pairs:
        ranks.append(_RANK.get(key.value, ranks[-1] if ranks else 0))
    return ranks


def _sorted(ranks: list[int]) -> list[int]:
    return sorted(range(len(ranks)), key=ranks.__getitem__)


def _has_a_line_a_key(text: str, entry: Mapping) -> bool:
    lines = {key.place.line for key, _ in entry.pairs}
    first = text.split("\n")[entry.place.line - 1]
    return len(lines) == len(entry.pairs) and first[entry.place.col - 1 :][:1] != "{"


def _with_remarks(lines: list[str], start: int) -> int:
    above = takewhile(lambda line: line.lstrip().startswith("#"), reversed(lines[:start]))
    return start - len(list(above))


def _end(lines: list[str], last: int, indent: int) -> int:
    """Where the last key of an entry ends: before a line that is not further in, or blank ones."""
    end = last + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
