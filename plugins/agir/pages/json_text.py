"""JSON as the site writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def to_json(value: Any) -> bytes:
    """A value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def to_json_list(values: Iterable[Any]) -> bytes:
    """Values as one list, each forgotten once it is written: there may be thousands."""
    return b"[" + b",".join(map(to_json, values)) + b"]"
