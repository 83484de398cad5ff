"""Writes a file as the form editor does: all of it anew, in blocks, words in quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable


class _Form(yaml.SafeDumper):
    """Writes as the form editor does: everything anew, in blocks, words in quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _word(_dumper: _Form, text: str) -> yaml.ScalarNode:
    for tag, bare in (("int", text.isdigit()), ("bool", text in ("true", "false"))):
        if bare:
            return yaml.ScalarNode(f"tag:yaml.org,2002:{tag}", text)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style='"')


def _key_bare(dumper: _Form, group: dict[str, Any]) -> yaml.MappingNode:
    pairs = [
        (yaml.ScalarNode("tag:yaml.org,2002:str", key), dumper.represent_data(part))
        for key, part in group.items()
        if part != "null" and (part != "unknown" or key == "access")
    ]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


_Form.add_representer(str, _word)
_Form.add_representer(dict, _key_bare)


def form_of(text: str, change: Callable[[Any], None] | None = None) -> str:
    """A file as the form editor would write it, `null` and `unknown` left out."""
    said = yaml.load(text, yaml.BaseLoader)
    if change:
        change(said)
    return yaml.dump(said, Dumper=_Form, sort_keys=False, allow_unicode=True, width=10**6)
