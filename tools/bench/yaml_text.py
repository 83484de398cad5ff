"""YAML as editors write it: a block for each key, Markdown after |, other texts quoted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def save(path: Path, entry: Mapping[str, object]) -> None:
    """Write a file of YAML."""
    save_text(path, "".join(_lines(entry, "")))


def save_text(path: Path, text: str) -> None:
    """Write a file, as editors do: not where nothing changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def _lines(entry: Mapping[str, object], indent: str) -> list[str]:
    lines = []
    for key, value in entry.items():
        if key == "body" and isinstance(value, dict):
            lines.append(f"{indent}{key}:\n")
            for lang, text in value.items():
                lines += _prose(lang, text, f"{indent}  ")
        elif key == "body":
            lines += _prose(key, str(value), indent)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:\n")
            for item in value:
                first, *rest = _lines(item, f"{indent}    ")
                lines += [f"{indent}  - {first.lstrip()}", *rest]
        elif isinstance(value, dict) and set(value) == {"fr", "en"} and key != "forms":
            lines.append(f"{indent}{key}:\n")
            lines += [f"{indent}  {lang}: {_inline(text)}\n" for lang, text in value.items()]
        else:
            lines.append(f"{indent}{key}: {_inline(value)}\n")
    return lines


def _prose(key: str, text: str, indent: str) -> list[str]:
    lines = [f"{indent}  {line}\n".rstrip(" ") for line in text.split("\n")]
    return [f"{indent}{key}: |\n", *lines]


def _inline(value: object) -> str:
    """A value on one line: what JSON writes is YAML too."""
    return json.dumps(value, ensure_ascii=False)
