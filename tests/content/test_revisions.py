"""The day an entry was last published with other words is noted by a release, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.content.library import load
from agir.content.problems import Problems
from agir.content.revisions import FILE, read_revisions, revised, write_revisions
from project import copy_project

if TYPE_CHECKING:
    from pathlib import Path

BEFORE, TODAY = date(2026, 3, 1), date(2026, 11, 28)
STEP = "data/steps/intention.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def reword(project: Path, before: str, after: str) -> None:
    path = project / STEP
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_only_the_entry_and_the_language_that_say_something_else_get_a_new_day(
    project: Path,
) -> None:
    first = revised(load(project), {}, BEFORE)
    assert {revision.day for revision in first.values()} == {BEFORE}
    reword(project, 'en: "Intention"', 'en: "Aim"')
    second = revised(load(project), first, TODAY)
    assert {key for key in second if second[key].day == TODAY} == {("intention", "en")}


def test_a_repair_and_an_edit_of_what_is_no_text_change_no_day(project: Path) -> None:
    first = revised(load(project), {}, BEFORE)
    (project / FILE).write_text(write_revisions(first), "utf-8")
    path = project / STEP
    path.write_text("# Une remarque.\n" + path.read_text("utf-8"), "utf-8")
    assert main(["fix", "--root", str(project)]) == 0
    assert read_revisions(project, Problems()) == first
    assert revised(load(project), first, TODAY) == first


def test_a_release_notes_the_days_and_is_asked_for_until_then(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reword(project, 'en: "Intention"', 'en: "Aim"')
    release = ["release", "--root", str(project), "--lang", "en"]
    assert main([*release, "--check"]) == 1
    assert "0 ids, 1 entries" in capsys.readouterr().out
    assert main(release) == 0
    assert main([*release, "--check"]) == 0
    noted = read_revisions(project, Problems())
    assert noted["intention", "en"].day > noted["intention", "fr"].day or (
        noted["intention", "en"].day == date.today()
    )


def test_the_record_survives_what_a_merge_leaves_in_it(project: Path) -> None:
    first = revised(load(project), {}, BEFORE)
    junk = "<<<<<<< ours\na-sector fr 00000000 2026-02-30\nNot A Line\n"
    (project / FILE).write_text(write_revisions(first) + junk, "utf-8")
    assert read_revisions(project, Problems()) == first
