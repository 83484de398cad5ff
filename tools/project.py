"""A copy of the project that a test or a trial may break, and how to run its commands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("data", "docs", "overrides", "mkdocs.yml")
# Absolute, because commands run in a copy: this folder's code, not what is installed. Nothing is
# left in the user's cache, nor taken from it: whoever wants a cache names a folder.
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT / "plugins"),
    "AGIR_CACHE": "",
}


def copy_project(folder: Path) -> Path:
    """Copy what a site is made from into a folder; returns the folder."""
    for part in PARTS:
        source, target = ROOT / part, folder / part
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    return folder


def edit_file(project: Path, file: str, old: str, new: str) -> str:
    """Replace the first `old` in a file of a project, which must be there; returns what it was."""
    path = project / file
    before = path.read_text("utf-8")
    if old not in before:
        raise ValueError(f"{file} does not hold {old!r}")
    path.write_text(before.replace(old, new, 1), "utf-8")
    return before
