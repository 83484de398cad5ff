"""What the kinds of mistakes share: a catalogue to register in, and slips of the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from mutation.source import Mistake, Source, Spot

Make = Callable[[Random, Source, Any], Mistake | None]
# Kind -> what it needs ("line", "page" or what is due at a spot), and who makes it.
KINDS: dict[str, tuple[tuple[str, ...], Make]] = {}


def kind(name: str, *needs: str) -> Callable[[Make], Make]:
    """Register a kind of mistake that can be made at some spots."""

    def register(make: Make) -> Make:
        KINDS[name] = needs, make
        return make

    return register


def misspelt(rng: Random, word: str, known: Iterable[str] = ()) -> str:
    """A word with one slip of the hand, which is none of those known."""
    taken = {word, *known}
    while True:
        at = rng.randrange(1, len(word)) if len(word) > 1 else 0
        slip = rng.choice("drst")
        if slip == "d":
            new = word[:at] + word[at + 1 :]
        elif slip == "r":
            new = word[:at] + word[at] + word[at:]
        elif slip == "s":
            new = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else ""
        else:
            new = word[:at] + rng.choice("aeinorst") + word[at + 1 :]
        if new and new not in taken and new[0].isalpha() and not new.endswith("-"):
            return new


def quoted(source: Source, spot: Spot) -> str | None:
    """The text of a value on one line in straight double quotes, without an escape."""
    written = source.written(spot.node)
    plain = written[:1] == '"' == written[-1:] and len(written) > len('""')
    return written[1:-1] if plain and "\n" not in written and "\\" not in written else None


def in_braces(source: Source, spot: Spot) -> bool:
    """Whether a value stands between braces or brackets."""
    line = source.line(spot.node.start_mark.line)[: spot.node.start_mark.column]
    return "{" in line or "[" in line
