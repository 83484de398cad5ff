"""What people who write are promised: the help of their editor, the form editor, safe workflows.

Each is a command of its own, which says on the spot what it tries.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from project import ROOT

from audit.judging import WHOLE, Bar, counted
from audit.tools import node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

EDITORS = Bar("editors")
BARS = (EDITORS,)
TRIALS = ("language_server", "workflows", "form_editor")


def run(_site: Site) -> Iterator[Finding]:
    """One finding: which of the three failed."""
    node()  # npm and node are on the PATH of what follows
    failed = [name for name in TRIALS if _fails(name)]
    yield counted(WHOLE, EDITORS, failed)


def _fails(name: str) -> bool:
    path = os.pathsep.join([str(ROOT / "plugins"), str(ROOT / "tools")])
    command = [sys.executable, str(ROOT / f"tools/{name}.py")]
    environment = os.environ | {"PYTHONPATH": path}
    return subprocess.run(command, env=environment, check=False).returncode != 0
