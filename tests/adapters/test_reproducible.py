"""The same content gives the same bytes, whatever the machine, the clock or the folder."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from project import ENVIRONMENT, PARTS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

HERE = {"TZ": "America/Montreal", "LC_ALL": "C", "PYTHONHASHSEED": "1", "umask": "0o022"}
THERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "umask": "0o077"}


def copy(folder: Path, seed: int) -> None:
    """The project in another folder, its files made in another order."""
    files = [path for part in PARTS for path in (ROOT / part, *(ROOT / part).rglob("*"))]
    files = sorted(path for path in files if path.is_file())
    random.Random(seed).shuffle(files)
    for path in files:
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def build(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site built there, by path."""
    mask = environment["umask"]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=ENVIRONMENT | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        umask=int(mask, 8),
    )
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_the_bytes_depend_on_nothing_but_the_content(tmp_path: Path) -> None:
    """All that may differ does, at once: to find which made a difference, take them out of THERE.

    The clock goes on between the two, and is in other time zones.
    """
    here, there = tmp_path / "here", tmp_path / "another folder é"
    copy(here, 1)
    copy(there, 2)
    assert build(there, THERE) == build(here, HERE)
