"""When each file of the content last changed, from one pass over the history."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def dates_of(root: Path) -> dict[str, date]:
    """The day of the last commit of each file of data/ and docs/, by path from the root.

    Empty outside git and in a shallow clone, whose only commit would date everything.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    prefix = (_git(root, "rev-parse", "--show-prefix") or "").strip()
    log = _git(
        root,
        "-c",
        "core.quotepath=off",
        "log",
        "--format=%x01%cI",
        "--name-only",
        "--",
        "data",
        "docs",
    )
    dates: dict[str, date] = {}
    for commit in (log or "").split("\x01")[1:]:
        when, *files = commit.split("\n")
        day = datetime.fromisoformat(when).date()
        for file in filter(None, files):
            dates.setdefault(file.removeprefix(prefix), day)
    return dates


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
