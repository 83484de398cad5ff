"""The day a link answered, written beside it: `checked` changes, and no other byte of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from agir.adapters.fixing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from agir.content.nodes import Scalar

_LINE_END = re.compile(r"(\r\n?|\n)")


def record(root: Path, found: Iterable[Scalar], day: date) -> Iterator[str]:
    """Write a day as each of these texts; the files that changed, by their paths from the root.

    Raises OSError when a file cannot be written.
    """
    by_file: dict[str, list[Scalar]] = defaultdict(list)
    for text in found:
        by_file[text.place.file].append(text)
    for file, texts in sorted(by_file.items()):
        path = root / file
        before = path.read_bytes()
        after = dated(before.decode("utf-8"), texts, day.isoformat()).encode()
        if after != before:
            write_whole(path, after)
            yield file


def dated(content: str, texts: list[Scalar], day: str) -> str:
    """A file's content with a day as each of these texts, wherever they stand where they did."""
    pieces = _LINE_END.split(content)  # a line, its end, a line…
    for text in sorted(texts, key=lambda text: text.place, reverse=True):
        index = 2 * (text.place.line - 1)
        line = pieces[index]
        start = text.place.col - 1 + (index == 0 and line.startswith("\ufeff"))
        written = next((one for one in _spellings(text) if line.startswith(one, start)), None)
        if written is not None:
            blank = " " if line[:start].endswith(":") else ""  # the key said nothing
            pieces[index] = line[:start] + blank + day + line[start + len(written) :]
    return "".join(pieces)


def _spellings(text: Scalar) -> tuple[str, ...]:
    """How a text may stand in its file."""
    return (text.value,) if text.plain else (f'"{text.value}"', f"'{text.value}'")
