"""The keys of a group: those it may have, and those it must have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import MISSING, fields
from typing import Any

from agir.content.nodes import Mapping
from agir.content.problems import Problems

_SHORT = 3  # letters: of so few, one slip leaves nothing that looks alike
_NO_TEXT = {"fr": "missing-french", "en": "missing-language"}


def required_keys(shape: Any) -> list[str]:
    """The keys that a dataclass must have: its fields without a default."""
    return [
        item.name
        for item in fields(shape)
        if item.default is MISSING and item.default_factory is MISSING
    ]


def keys_fit(
    node: Mapping, known: Collection[str], required: Collection[str], path: str, problems: Problems
) -> bool:
    """Whether a group has the keys it should; a misspelt key is one problem, not two."""
    here = {key.value for key, _ in node.pairs}
    if here.issubset(known) and here.issuperset(required):
        return True
    missing = [name for name in required if name not in here]
    unknown = [key for key, _ in node.pairs if key.value not in known]
    for key in unknown:
        if key.bare:
            name, colon, _ = key.value.partition(":")
            missing = [other for other in missing if not colon or other != name]
            problems.add("missing-blank" if colon else "comma-in-text", key.place, path)
            continue
        near = problems.near(key.place, key.value, missing)
        near = near or problems.near(key.place, key.value, known)
        if "id" in missing and len(key.value) <= _SHORT:
            near = "id"
        if not near and missing and len(known) == len(_NO_TEXT):
            near = missing[0]  # where only languages stand, any other key is one of them
        words = {"key": key.value[:40], "near": near, "known": ", ".join(known)}
        problems.add("unknown-key", key.place, path, **words)
        if near in missing:
            missing.remove(near)
            key.value = near  # what it holds is read as it was meant
    for name in missing:
        problems.add(_NO_TEXT.get(name, "missing-key"), node.place, path, key=name)
    return not unknown and not missing
