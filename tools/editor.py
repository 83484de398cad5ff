"""Gets the form editor's package from npm into .editor/, each file checked by its digest."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from agir.pages.editor import FILES, KEPT, PACKAGE, absent
from project import ROOT


def main() -> int:
    """Get what is not there; returns the exit code."""
    if not absent(ROOT):
        return 0
    if not shutil.which("npm"):
        print("npm manque (Node 20 ou plus récent). / npm is missing (Node 20 or newer).")
        return 1
    home = ROOT / KEPT
    home.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=home) as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as package:
            for name in FILES:
                file = package.extractfile(f"package/{name}")
                content = file.read() if file else b""
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                (home / name).write_bytes(content)
    wrong = absent(ROOT)
    for name in wrong:
        (home / name).unlink(missing_ok=True)
        print(f"{PACKAGE}: {name}: pas celui qui est attendu / not the one expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
