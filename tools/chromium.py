"""The Chromium of the browser tests: where it is, how it starts; as a command, installs one."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# The shell is the same engine without the windows, tabs and menus around it: half the work a page.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)

# No sandbox: it can't start for root nor in most containers, and the tests open our own pages only.
# The others keep Chromium from calling its maker, which slows each start where the network is shut.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromiumError(Exception):
    """There is no Chromium to be had; the message says what to do."""


def find() -> str | None:
    """The path of a Chromium; None when there is none. $CHROMIUM, when set, is the only choice."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        found = shutil.which(chosen)
        if not found:
            raise NoChromiumError(f"CHROMIUM={chosen} is not a program that can be run.")
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for application in APPLICATIONS:
        if application.is_file():
            return str(application)
    return _downloaded()


def _downloaded() -> str | None:
    """What `playwright install` fetched earlier; asked last, since asking takes half a second."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (rarely needed, slow to load)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Install a Chromium the way this system does it."""
    if _is_debian():
        commands = [["apt-get", "update"], ["apt-get", "install", "-y", SHELL]]
        if os.geteuid() != 0:
            wanted = " && ".join(f"sudo {shlex.join(command)}" for command in commands)
            raise NoChromiumError(f"No Chromium here, and installing it needs root. Run:\n{wanted}")
    else:
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for command in commands:
        print(shlex.join(command), flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, check=False).returncode:
            raise NoChromiumError(f"No Chromium: this command failed: {shlex.join(command)}")


def _is_debian() -> bool:
    """Debian itself: in Ubuntu's archive, `chromium` is only a stub for a snap."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:  # no such file on macOS
        return False


def main() -> int:
    """Find or install; the exit code is 1 when there is still no Chromium."""
    try:
        if not find():
            install()
            if not find():
                raise NoChromiumError("Chromium was installed, but is nowhere to be found.")
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
