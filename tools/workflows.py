"""What zizmor, with its strictest eyes and no network, finds in .github: nothing should be."""

from __future__ import annotations

import subprocess
import sys

from audit.tools import environment
from project import ROOT


def main() -> int:
    """Run it; returns its exit code (0: no finding)."""
    command = [str(environment() / "zizmor"), "--offline", "--persona", "pedantic", ".github"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
