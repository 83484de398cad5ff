"""Try to break publication: builds killed at any moment, ten at once, a disk that fills up.

After each, the published site must be, byte for byte, one complete build. Run by `make torture`;
counts are printed, the exit code is 1 when one site was not whole.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from agir.pages.manifest import differences
from project import ENVIRONMENT, ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP = "data/steps/intention.yml"


def project(folder: Path, title: str) -> Path:
    """A copy of the project whose content differs by one title."""
    copy_project(folder)
    retitle(folder, title)
    return folder


def retitle(folder: Path, title: str) -> None:
    """Give the first step another French title."""
    text = (ROOT / STEP).read_text("utf-8")
    (folder / STEP).write_text(text.replace('fr: "L\'intention"', f'fr: "{title}"', 1), "utf-8")


def start(folder: Path, site: Path) -> subprocess.Popen[bytes]:
    """A build of a project into a site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    quiet = subprocess.DEVNULL
    environment = ENVIRONMENT | {"AGIR_CACHE": str(site.parent / "cache")}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)


def faults(site: Path, *, allowed: set[str]) -> Iterator[str]:
    """Why a site is not one of the complete builds whose titles are allowed."""
    yield from differences(str(site))
    page = (site / "etapes/intention/index.html").read_text("utf-8")
    if not any(f"<h1>{title}<" in page for title in allowed):
        yield "its content is of no build that was started"


def killed(count: int, folder: Path) -> int:
    """Kill -9 builds, each at another moment; returns how many left a site that is not whole."""
    site = folder / "site"
    began = time.monotonic()
    start(project(folder / "project", "A0"), site).wait()
    length = time.monotonic() - began
    bad, titles = 0, {"A0"}
    for number in range(1, count + 1):
        titles.add(title := f"A{number}")
        retitle(folder / "project", title)
        build = start(folder / "project", site)
        time.sleep(length * 1.1 * number / count)
        build.kill()
        build.wait()
        bad += bool(list(faults(site, allowed=titles)))
    start(folder / "project", site).wait()
    return bad + len(list(folder.glob(".site*")))  # the next build cleans up


def at_once(count: int, folder: Path) -> int:
    """Builds of different contents into one site; returns 1 when it is not one of them, whole."""
    site = folder / "site"
    titles = [f"B{number}" for number in range(count)]
    builds = [start(project(folder / title, title), site) for title in titles]
    failed = sum(build.wait() != 0 for build in builds)
    left = len(list(folder.glob(".site*")))
    return failed + left + bool(list(faults(site, allowed=set(titles))))


FILL = """
import builtins, errno, io, os, sys
left = int(sys.argv.pop(1))
write = io.FileIO.write
real = builtins.open
class Full(io.FileIO):
    def write(self, data):
        global left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(data)
def opening(file, mode="r", *rest, **named):
    if "w" in mode and "site" in str(file):
        raw = io.BufferedWriter(Full(file, mode.replace("b", "").replace("t", "")))
        return raw if "b" in mode else io.TextIOWrapper(raw, named.get("encoding"))
    return real(file, mode, *rest, **named)
builtins.open = io.open = opening
from mkdocs.__main__ import cli
cli()
"""


def full(count: int, folder: Path) -> int:
    """Builds on a disk that is full after some writes; returns how many harmed the site."""
    site = folder / "site"
    start(project(folder / "project", "C0"), site).wait()
    files = sum(path.is_file() for path in site.rglob("*"))
    retitle(folder / "project", "C1")
    bad = 0
    for number in range(count):
        limit = files * number // count
        command = [sys.executable, "-c", FILL, str(limit), "build", "--strict", "-d", str(site)]
        done = subprocess.run(
            command, cwd=folder / "project", env=ENVIRONMENT, capture_output=True, check=False
        )
        bad += done.returncode == 0 or bool(list(faults(site, allowed={"C0"})))
    return bad + len(list(folder.glob(".site*")))


def main() -> int:
    """Run the three; print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("kills", 200), ("builds", 10), ("writes", 40)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    bad = 0
    for name, run, count in (
        ("builds killed", killed, options.kills),
        ("builds at once", at_once, options.builds),
        ("builds on a full disk", full, options.writes),
    ):
        if not count:
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = run(count, Path(folder))
        print(f"{count} {name}: {found} not whole", flush=True)
        bad += found
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
