"""What YAML 1.2, which the helpers of editors read, takes a node for."""

from __future__ import annotations

import re
from typing import Any

from agir.content.nodes import Mapping, Node, Sequence

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGERS = ((r"[-+]?[0-9]+", 10), (r"0o[0-7]+", 8), (r"0x[0-9a-fA-F]+", 16))
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def value_of(node: Node) -> Any:
    """The value that a JSON Schema is asked about."""
    if isinstance(node, Mapping):
        return {key.value: value_of(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    if not node.plain:
        return node.value
    if node.value in WORDS:
        return WORDS[node.value]
    for form, base in INTEGERS:
        if re.fullmatch(form, node.value):
            return int(node.value, base)
    return float(node.value) if FLOAT.fullmatch(node.value) else node.value
