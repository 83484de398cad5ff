"""What a command costs: CPU of its whole process tree, wall time, peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds, and MiB of the largest process of the tree."""

    cpu: float
    wall: float
    memory: float
    code: int = 0


class FailedError(Exception):
    """A command that should have worked did not."""


def run(commands: Sequence[Sequence[str]], cwd: Path, env: Mapping[str, str]) -> Usage:
    """Run commands one after the other; their sum. Raises FailedError with what one said."""
    total = Usage(0, 0, 0)
    for command in commands:
        # By a process of its own, as small as can be: memory is counted from the fork on, so this
        # one, which holds a corpus, would count as part of every command.
        done = subprocess.run(
            [sys.executable, "-I", "-S", __file__, *command],
            cwd=cwd,
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        *said, last = done.stdout.splitlines() or [""]
        usage = Usage(**json.loads(last)) if last.startswith("{") else Usage(0, 0, 0, 1)
        if usage.code:
            tail = [*said, *done.stderr.splitlines()][-15:]
            raise FailedError("\n".join([" ".join(command), *tail]))
        total = Usage(
            total.cpu + usage.cpu, total.wall + usage.wall, max(total.memory, usage.memory)
        )
    return total


def output(command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> str:
    """What a command says that measures itself."""
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FailedError("\n".join([" ".join(command), *done.stderr.splitlines()[-15:]]))
    return done.stdout


def _measure(command: Sequence[str]) -> Usage:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / 2**20, code)


if __name__ == "__main__":
    result = _measure(sys.argv[1:])
    print(f"\n{json.dumps(asdict(result))}")
