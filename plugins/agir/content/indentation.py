"""The line that has a blank too many or too few: with the right number, the text can be read."""

from __future__ import annotations

from typing import Any

import yaml

_MENDED_UP_TO = 30_000  # characters: what is longer is not read again and again
_TRIES = 4
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def indented_otherwise(lines: list[str], at: int) -> tuple[int, int, int] | None:
    """A line at or before the one where the parser gave up, its blanks, and how many are due.

    Two blanks are a level: a line with an odd number of them is looked at first.
    """
    if sum(map(len, lines)) > _MENDED_UP_TO:
        return None
    blanks = [len(line) - len(line.lstrip(" ")) for line in lines]
    odd = [number for number in range(at, -1, -1) if blanks[number] % 2 and lines[number].strip()]
    for number in [*odd[:_TRIES], at]:
        step = 1 if blanks[number] % 2 else 2
        near = {blanks[number] - step, blanks[number] + step}
        above = (_levels(line) & near for line in reversed(lines[:number]) if line.strip())
        first = next(filter(None, above), near)
        for right in (*first, *near - first):
            line = " " * right + lines[number].lstrip(" ")
            if right >= 0 and _can_be_read([*lines[:number], line, *lines[number + 1 :]]):
                return number, blanks[number], right
    return None


def _levels(line: str) -> set[int]:
    """Where a line starts, and the key after its hyphen."""
    return {len(line) - len(line.lstrip(" ")), len(line) - len(line.lstrip(" -"))}


def _can_be_read(lines: list[str]) -> bool:
    """Whether a text is YAML, without a key twice or a line that joins the text before it."""
    groups: list[list[str] | None] = []  # the keys of each group around, with the values' places
    try:
        for event in yaml.parse("\n".join(lines), _Loader):
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                groups.pop()
            elif isinstance(event, yaml.NodeEvent) and not _fits(event, groups):
                return False
    except yaml.YAMLError:
        return False
    return True


def _fits(event: Any, groups: list[list[str] | None]) -> bool:
    """Whether a value may stand there; groups are opened, and keys noted at every second value."""
    here = groups[-1] if groups else None
    scalar = isinstance(event, yaml.ScalarEvent)
    if here is not None:
        if scalar and len(here) % 2 == 0 and event.value in here[::2]:
            return False
        here.append(event.value if scalar else "")
    if isinstance(event, yaml.CollectionStartEvent):
        groups.append([] if isinstance(event, yaml.MappingStartEvent) else None)
    joined = scalar and not event.style and event.start_mark.line < event.end_mark.line
    return not joined
