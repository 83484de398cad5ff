"""What GitHub runs for us: little rights, no secrets, nobody else's code but GitHub's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PATHS = sorted((ROOT / ".github/workflows").iterdir())
READ = {"contents": "read"}
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.fixture(params=PATHS, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


def read(path: Path) -> dict[str, Any]:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    workflow["on"] = workflow.pop(True)  # YAML 1.1 reads the key `on` as a yes
    return workflow


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    return read(path)["jobs"]


def test_there_is_one_to_check_one_to_publish_and_one_for_links() -> None:
    assert [path.name for path in PATHS] == ["check.yml", "links.yml", "publish.yml"]


def test_a_stranger_s_code_never_runs_with_our_rights(path: Path) -> None:
    assert set(read(path)["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert "secrets" not in path.read_text("utf-8")


def test_reading_is_the_only_right_but_for_the_job_that_publishes(path: Path) -> None:
    assert read(path)["permissions"] == READ
    more = {name: job["permissions"] for name, job in jobs(path).items() if "permissions" in job}
    publishing = {"deploy": {"pages": "write", "id-token": "write"}}
    assert more == (publishing if path.name == "publish.yml" else {})


def test_the_job_that_publishes_runs_no_code_of_ours() -> None:
    steps = jobs(ROOT / ".github/workflows/publish.yml")["deploy"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps] == ["actions/deploy-pages"]


def test_actions_are_github_s_own_at_one_commit_with_its_version(path: Path) -> None:
    used = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert PINNED.search(line), line


def test_a_checkout_leaves_no_credentials_behind(path: Path) -> None:
    for name, job in jobs(path).items():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, name


def test_a_job_that_builds_has_the_whole_history(path: Path) -> None:
    for name, job in jobs(path).items():
        if any("make site" in step.get("run", "") for step in job["steps"]):
            assert job["steps"][0]["with"]["fetch-depth"] == 0, name


def test_what_comes_from_outside_is_never_part_of_a_command(path: Path) -> None:
    for name, job in jobs(path).items():
        assert job["timeout-minutes"] <= 30, name
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), name


def test_every_python_that_the_project_says_is_tried() -> None:
    matrix = jobs(ROOT / ".github/workflows/check.yml")["test"]["strategy"]["matrix"]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    said = re.search(r"^PYTHON \?= (.*) python3$", makefile, re.MULTILINE)
    assert said
    assert {f"python{version}" for version in matrix["python"]} == set(said[1].split())


def test_a_pull_request_shows_its_mistakes_at_their_lines_and_its_site() -> None:
    preview = jobs(ROOT / ".github/workflows/check.yml")["preview"]
    assert preview["if"] == "github.event_name == 'pull_request'"
    commands = " ".join(step.get("run", "") for step in preview["steps"])
    assert "agir check --format github" in commands
    assert '--format markdown >> "$GITHUB_STEP_SUMMARY"' in commands
    assert 'agir changes --since HEAD^1 >> "$GITHUB_STEP_SUMMARY"' in commands
    assert preview["steps"][-1]["with"]["path"] == "site"


def test_every_build_is_compared() -> None:
    both = jobs(ROOT / ".github/workflows/check.yml")
    matrix = both["test"]["strategy"]["matrix"]
    builds = len(matrix["os"]) * len(matrix["python"]) + len(matrix["include"])
    assert f"$# -eq {builds} " in both["same-bytes"]["steps"][-1]["run"]


def test_links_are_opened_apart_from_any_proposal_and_only_told() -> None:
    links = read(ROOT / ".github/workflows/links.yml")
    assert set(links["on"]) == {"schedule", "workflow_dispatch"}
    last = links["jobs"]["visit"]["steps"][-1]["run"]
    assert last.endswith('-m links --markdown >> "$GITHUB_STEP_SUMMARY"')
    for path in PATHS:
        assert path.name == "links.yml" or "links" not in path.read_text("utf-8")


def test_publications_follow_one_another_and_only_from_main() -> None:
    publish = read(ROOT / ".github/workflows/publish.yml")
    assert publish["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert publish["jobs"]["deploy"]["needs"] == "build"
    assert publish["jobs"]["verify"]["needs"] == "deploy"
