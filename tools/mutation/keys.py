"""Mistakes about keys: dropped, misspelt, at the wrong level, twice; a language missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from agir.content.fields import LANGS

from mutation.chance import kind, misspelt

if TYPE_CHECKING:
    from random import Random

    from mutation.source import Mistake, Source, Spot


def _place_in(group: Any, key: Any) -> int:
    return next(number for number, (other, _) in enumerate(group.value) if other is key)


def _without(source: Source, spot: Spot, *, human: bool) -> Mistake | None:
    """The file without a pair; what is missing is missed where its group starts."""
    pairs, at = spot.group.value, _place_in(spot.group, spot.key)
    if len(pairs) == 1:
        return None
    if spot.group.flow_style:
        if at + 1 < len(pairs):
            start, end = source.start(spot.key), source.start(pairs[at + 1][0])
        else:
            start, end = source.end(pairs[at - 1][1]), source.end(spot.node)
        return source.mistake(start, end, "", source.start(spot.group) - start, human=human)
    lines = source.block(spot.key)
    if lines is None or source.line(lines[0]).lstrip().startswith("-"):
        return None
    start, end = source.starts[lines[0]], source.starts[lines[1]]
    first = source.start(pairs[1][0]) - (end - start) if at == 0 else source.start(spot.group)
    return source.mistake(start, end, "", first - start, human=human)


@kind("a key dropped", "pair")
def dropped(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A required key is not there."""
    if not spot.required or spot.known == LANGS or spot.key.value == "id":
        return None
    return _without(source, spot, human=True)


@kind("a language missing", "pair")
def language(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """One of the two texts is not there; the English may wait, but in the words of the site."""
    if spot.known != LANGS:
        return None
    waits = spot.key.value == "en" and "slug" not in spot.path and "interface" not in source.file
    return _without(source, spot, human=not waits)


@kind("a key misspelt", "pair")
def misspelt_key(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A slip in a key."""
    new = misspelt(rng, spot.key.value, spot.known)
    return source.mistake(source.start(spot.key), source.end(spot.key), new)


@kind("a key twice", "pair")
def twice(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A pair that stands again after itself or another one."""
    if spot.group.flow_style:
        pair = source.text[source.start(spot.key) : source.end(spot.node)]
        end = source.end(spot.group) - 1
        return source.mistake(end, end, f", {pair}", 2)
    lines = source.block(spot.key)
    if lines is None:
        return None
    copy = source.text[source.starts[lines[0]] : source.starts[lines[1]]]
    col = spot.key.start_mark.column
    copy = " " * col + copy[col:]
    after = rng.choice([key for key, _ in spot.group.value[_place_in(spot.group, spot.key) :]])
    end = source.starts[(source.block(after) or lines)[1]]
    return source.mistake(end, end, copy, col)


@kind("a key at the wrong level", "pair")
def wrong_level(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A pair goes into the group before it, or out of its own."""
    lines = source.block(spot.key)
    if lines is None or source.line(lines[0]).lstrip().startswith("-"):
        return None
    return rng.choice([_into, _out_of])(source, spot, lines)


def _shifted(source: Source, lines: tuple[int, int], by: int, col: int) -> Mistake:
    old = [source.line(number) for number in range(*lines)]
    new = [line and (" " * by + line if by > 0 else line[-by:]) for line in old]
    start, end = source.starts[lines[0]], source.starts[lines[1]]
    text = "\n".join((*new, ""))
    return source.mistake(start, end, text, col + by)


def _into(source: Source, spot: Spot, lines: tuple[int, int]) -> Mistake | None:
    """One or two levels deeper, under what stands before."""
    at, col = _place_in(spot.group, spot.key), spot.key.start_mark.column
    if at == 0:
        return None
    before = spot.group.value[at - 1][1]
    by = 2
    if isinstance(before, yaml.SequenceNode) and not before.flow_style:
        before, by = before.value[-1], 4
    if not isinstance(before, yaml.MappingNode) or before.flow_style:
        return None
    taken = source.known.get(source.start(before), ())
    return None if spot.key.value in taken else _shifted(source, lines, by, col)


def _out_of(source: Source, spot: Spot, lines: tuple[int, int]) -> Mistake | None:
    """One level up, at the end of its group or in the middle of it."""
    col = spot.key.start_mark.column
    above = [other for other in source.spots if other.key and other.node is spot.group]
    if not above or _place_in(spot.group, spot.key) == 0 or spot.key.value in above[0].known:
        return None
    if spot.group.value[-1][0] is not spot.key:
        return None
    return _shifted(source, lines, above[0].key.start_mark.column - col, col)
