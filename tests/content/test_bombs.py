"""Content made to hurt is refused at its place, or does no harm, in little time and memory.

`make attack` prints what each takes; here children are ended at ten times the bar.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from attack.bombs import ALL
from attack.exploding import MOST_MB, Outcome
from project import ENVIRONMENT, ROOT

PLACE = re.compile(r"(?:data|docs)[^\n]*:\d+:\d+")


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """What each bomb did to a small process of its own, which this one, of tests, is not."""
    environment = ENVIRONMENT | {"PYTHONPATH": f"{ROOT / 'plugins'}:{ROOT / 'tools'}"}
    command = [sys.executable, "-m", "attack.exploding", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return {name: Outcome(*values) for name, values in said.items()}


@pytest.mark.parametrize("name", ALL)
def test_a_bomb_is_refused_at_its_place_or_does_no_harm(
    name: str, outcomes: dict[str, Outcome]
) -> None:
    found = outcomes[name]
    assert not found.fault(ALL[name].code)
    assert all(PLACE.fullmatch(place) for place in found.places)
    assert found.mb < MOST_MB
