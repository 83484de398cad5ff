"""The text of a file, when it is one that the site may trust to read."""

from __future__ import annotations

import stat
from pathlib import Path

from agir.content.characters import as_read
from agir.content.problems import Place, Problems

MAX_BYTES = 1_000_000


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a regular UTF-8 file below one megabyte; None when it is not (problem added)."""
    if not stat.S_ISREG(path.lstat().st_mode):
        problems.add("not-regular", Place(file))
        return None
    if path.stat().st_size > MAX_BYTES:
        problems.add("too-large", Place(file))
        return None
    content = path.read_bytes()
    try:
        return as_read(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.add("not-utf8", Place(file, content.count(b"\n", 0, error.start) + 1))
        return None
