"""The day a file last changed, as the history of git tells it."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from agir.pages.dates import dates_of

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = "2019-01-01T12:00:00+00:00"  # when a change was written says nothing of when it came in


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    """Run git as nobody in particular, late in the evening of a day in Québec."""
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": LONG_AGO,
        "GIT_COMMITTER_DATE": f"{day}T23:30:00-05:00",
    }
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    command = ["git", *who, *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def write(root: Path, name: str, day: str) -> None:
    """Change a file and commit it on a day."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"changed on {day}", "utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "a change", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    return root


def test_a_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    write(repository, "data/steps/a.yml", "2026-01-02")
    write(repository, "docs/fr/index.md", "2026-02-03")
    write(repository, "data/steps/a.yml", "2026-03-04")
    write(repository, "data/b.yml", "2026-05-06")
    assert dates_of(repository) == {
        "data/steps/a.yml": date(2026, 3, 4),
        "docs/fr/index.md": date(2026, 2, 3),
        "data/b.yml": date(2026, 5, 6),
    }


def test_files_outside_the_content_have_no_date(repository: Path) -> None:
    write(repository, "overrides/main.html", "2026-01-02")
    write(repository, "data/a.yml", "2026-01-03")
    assert dates_of(repository) == {"data/a.yml": date(2026, 1, 3)}


def test_a_name_with_accents_and_blanks_keeps_its_date(repository: Path) -> None:
    write(repository, "data/étapes/où l’on va.yml", "2026-01-02")
    assert dates_of(repository) == {"data/étapes/où l’on va.yml": date(2026, 1, 2)}


def test_paths_start_at_the_project_even_inside_a_larger_repository(repository: Path) -> None:
    write(repository, "sites/agir/data/a.yml", "2026-01-02")
    write(repository, "data/a.yml", "2026-03-04")  # of the repository, not of the project
    assert dates_of(repository / "sites" / "agir") == {"data/a.yml": date(2026, 1, 2)}


def test_a_change_that_is_not_committed_has_no_date_yet(repository: Path) -> None:
    write(repository, "data/a.yml", "2026-01-02")
    (repository / "data" / "a.yml").write_text("changed again", "utf-8")
    (repository / "data" / "b.yml").write_text("new", "utf-8")
    assert dates_of(repository) == {"data/a.yml": date(2026, 1, 2)}


def test_a_shallow_clone_gives_no_dates(repository: Path) -> None:
    """Its only commit would date every file, all of them wrong."""
    write(repository, "data/a.yml", "2026-01-02")
    write(repository, "data/b.yml", "2026-03-04")
    for name, options in (("shallow", ["--depth", "1"]), ("whole", [])):
        clone = repository.parent / name
        git(repository.parent, "clone", "-q", *options, repository.as_uri(), str(clone))
        assert bool(dates_of(clone)) is (name == "whole")


def test_there_are_no_dates_outside_git(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a", "utf-8")
    assert dates_of(tmp_path) == {}


def test_there_are_no_dates_without_git_installed(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "data/a.yml", "2026-01-02")
    assert dates_of(repository)
    monkeypatch.setenv("PATH", str(repository))
    assert dates_of(repository) == {}
