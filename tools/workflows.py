"""What zizmor, with its strictest eyes and no network, finds in .github: nothing should be."""

from __future__ import annotations

import subprocess
import sys

from bench.place import AUDIT, with_pip
from project import ROOT

ZIZMOR = "zizmor==1.32.0"


def main() -> int:
    """Run it; returns its exit code (0: no finding)."""
    zizmor = with_pip(ZIZMOR, AUDIT) / "bin/zizmor"
    command = [str(zizmor), "--offline", "--persona", "pedantic", ".github"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
