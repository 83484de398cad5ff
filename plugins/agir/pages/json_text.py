"""JSON as the site writes it."""

from __future__ import annotations

import json
from typing import Any


def to_json(value: Any) -> bytes:
    """A value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
