"""The rules between entries: each is one function named as the sentence it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.content.rules import entries, ids, moves, references, structure

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

RULES = (*ids.RULES, *references.RULES, *moves.RULES, *entries.RULES, *structure.RULES)


def check(library: Library, reading: Reading) -> None:
    """Add to the reading's problems everything that is wrong between entries."""
    for rule in RULES:
        rule(library, reading)
