"""What Git keeps of a file: its versions, newest first."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 50  # versions looked at


def committed(root: Path, file: str) -> Iterator[str]:
    """The texts that a file had at each commit that changed it; none outside Git."""
    listed = _git(root, "log", f"-{_MOST}", "--format=%H", "--", file)
    for commit in (listed or b"").decode().split():
        content = _git(root, "show", f"{commit}:./{file}")
        if content is not None:
            yield content.decode("utf-8", "replace").replace("\r\n", "\n")


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError:  # no Git here
        return None
    return None if done.returncode else done.stdout
