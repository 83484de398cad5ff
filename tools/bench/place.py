"""The bench's own folder: what it installs (once, versions pinned), its sites, its results."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BENCH = ROOT / ".bench"
AUDIT = ROOT / ".audit"  # what `make audit` installs stays apart: a peer may ask for other versions
_PRIVATE = re.compile(r"\w+://\S+|(?<![\w.])/[\w.-]+/\S+")


class MissingError(Exception):
    """A peer cannot be had here; the reason goes into the report."""


def folder(*names: str, home: Path = BENCH) -> Path:
    """A folder of the bench (or of another home), which git never sees."""
    path = home.joinpath(*names)
    path.mkdir(parents=True, exist_ok=True)
    (home / ".gitignore").write_text("*\n", "utf-8")
    return path


def emptied(path: Path) -> Path:
    """The same folder, new."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def with_pip(requirements: str, home: Path = BENCH) -> Path:
    """The folder of a virtual environment that has these packages."""
    folder(home=home)
    venv = home / "venv"
    python = venv / "bin/python"
    if not python.exists():
        _set_up([sys.executable, "-m", "venv", str(venv)], home)
    _once(
        venv,
        requirements,
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
        home,
    )
    return venv


def with_npm(requirements: str, home: Path = BENCH) -> Path:
    """The folder of node_modules that has these packages: any site under its home finds them."""
    package = folder(home=home) / "package.json"
    package.write_text('{"private": true, "type": "module"}\n', "utf-8")
    for tool in ("node", "npm"):
        if not shutil.which(tool):
            raise MissingError(f"{tool} is not on this machine")
    modules = folder("node_modules", home=home)
    command = ["npm", "install", "--no-audit", "--no-fund", "--save-exact"]
    _once(modules, requirements, command, home)
    return modules


def _once(place: Path, requirements: str, command: list[str], home: Path) -> None:
    done = place / re.sub(r"[^\w.]+", "-", f".has {requirements}")
    if not done.exists():
        _set_up([*command, *requirements.split()], home)
        done.touch()


def _set_up(command: list[str], home: Path) -> None:
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if re.search("error", line, re.I)]
        said = re.sub(r"\(.*?\)", "", " ".join(lines[:2]))  # pip names every version there is
        raise MissingError(public(said)[:200] or f"{command[0]} failed")


def public(text: str) -> str:
    """A message without the paths and the addresses of this machine."""
    return _PRIVATE.sub("…", text)


def size_of(path: Path, skipped: Iterable[str] = ()) -> int:
    """Bytes of all files below a folder."""
    return sum(
        file.stat().st_size
        for file in path.rglob("*")
        if file.is_file() and file.name not in skipped
    )
