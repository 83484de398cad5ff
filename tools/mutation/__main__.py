"""How good the messages are, and how hard the content is to break: `make fuzz`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from project import copy_project

from mutation.broken import break_files
from mutation.report import missed, table, unmet
from mutation.trial import Project


def main() -> int:
    """Run what was asked for; returns 1 when a bar is not met or a file raised an exception."""
    parser = argparse.ArgumentParser(prog="mutation", description=__doc__)
    parser.add_argument("--mistakes", type=int, default=5000, help="how many to plant")
    parser.add_argument("--bytes", type=int, default=100_000, help="how many files to break")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--missed", action="store_true", help="show each mistake badly told")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Project(copy_project(Path(folder) / "project"))
        rng = Random(options.seed)
        trials = [project.trial(found) for found in project.mistakes(options.mistakes, rng)]
        if options.missed:
            print(missed(trials))
        if trials:
            print(table(trials), flush=True)
        failed = break_files(project, options.bytes, options.seed)
        print(f"{options.bytes} files with broken bytes: {len(failed)} exceptions")
    below = unmet(trials) if trials else []
    print("\n".join(below))
    return 1 if failed or below else 0


if __name__ == "__main__":
    sys.exit(main())
