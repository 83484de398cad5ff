"""Hostile texts in every field: refused at their line, or inert in a real browser.

`make attack` does the same with thousands of them, and opens every page.
"""

from __future__ import annotations

import subprocess
import sys

from project import ENVIRONMENT, ROOT


def test_a_hostile_text_is_refused_or_does_nothing() -> None:
    environment = ENVIRONMENT | {"PYTHONPATH": f"{ROOT / 'plugins'}:{ROOT / 'tools'}"}
    command = [sys.executable, "-m", "attack", "--few", "12"]  # of each family; a control too
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
