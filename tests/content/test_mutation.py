"""Mistakes planted in the real content are told as they should be; broken bytes break nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest
from mutation import broken
from mutation.chance import KINDS
from mutation.report import missed, unmet
from mutation.trial import Project
from project import ENVIRONMENT, ROOT, copy_project

if TYPE_CHECKING:
    from agir.content.problems import Problems

MISTAKES, FILES = 300, 3000


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(copy_project(tmp_path_factory.mktemp("mutation") / "project"))


def test_a_mistake_is_refused_at_its_place_in_one_message_that_repairs_it(
    project: Project,
) -> None:
    trials = [project.trial(found) for found in project.mistakes(MISTAKES, Random(4))]
    kinds = {trial.mistake.kind for trial in trials}
    below, told = unmet(trials), missed(trials)
    assert kinds == set(KINDS)
    assert not below, told


def test_messages_that_are_not_there_or_elsewhere_are_seen(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_project: Project, _file: str, _content: bytes) -> Problems:
        return broken.Problems()

    monkeypatch.setattr(Project, "said", nothing)
    trials = [project.trial(found) for found in project.mistakes(len(KINDS), Random(4))]
    below = [line.partition(":")[0] for line in unmet(trials)]
    assert below == ["refused", "line", "column"]


def test_a_file_with_broken_bytes_gives_messages_and_nothing_else() -> None:
    """In a process of its own: a hang or a crash of the parser would take the tests with it."""
    command = [sys.executable, "-m", "mutation", "--mistakes", "0", "--bytes", str(FILES)]
    tools = {"PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("plugins", "tools"))}
    run = subprocess.run(
        command, check=False, capture_output=True, text=True, env=ENVIRONMENT | tools, timeout=600
    )
    assert run.returncode == 0, run.stderr[-3000:]
    assert f"{FILES} files with broken bytes: 0 exceptions" in run.stdout


def test_an_exception_is_seen(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(broken, "read_file", fails)
    monkeypatch.setattr(broken, "parse_written_page", fails)
    failed = broken.break_files(project, 20, 4)
    assert len(failed) > 10
