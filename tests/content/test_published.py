"""An id that visitors may have answered to is never lost: a release notes it, a check holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from agir.__main__ import main
from agir.content.library import load
from agir.content.parts import Moved, MovedId
from agir.content.problems import ContentError, Problems
from agir.content.published import FILE, ids_with_answers, read_published, write_published
from project import copy_project

ROOT = Path(__file__).parents[2]
QUESTION = "  - id: intention-one-sentence"
STEP = "data/steps/intention.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def release(project: Path, *more: str) -> int:
    return main(["release", "--root", str(project), "--lang", "en", *more])


def rename(project: Path, new: str) -> None:
    path = project / STEP
    text = path.read_text("utf-8")
    assert QUESTION in text
    path.write_text(text.replace(QUESTION, f"  - id: {new}"), "utf-8")


def test_every_question_of_the_site_is_noted_as_published() -> None:
    assert read_published(ROOT, Problems()) >= ids_with_answers(load(ROOT))


def test_a_question_that_was_published_cannot_be_renamed_in_silence(project: Path) -> None:
    rename(project, "intention-in-one-sentence")
    with pytest.raises(ContentError) as caught:
        load(project)
    assert [problem.code for problem in caught.value.problems] == ["lost-answers"]
    line = "{old: intention-one-sentence, change: moved, to: [intention-in-one-sentence]}"
    assert line in caught.value.problems[0].help("fr")
    (project / "data/moved.yml").write_text(f"ids:\n  - {line}\n", "utf-8")
    load(project)


@pytest.mark.parametrize(
    "id_", ["theory-of-change-rows", "theory-of-change-for-whom", "theory-of-change-test-specific"]
)
def test_a_table_its_columns_and_what_it_asks_cannot_be_renamed_in_silence(
    project: Path, id_: str
) -> None:
    path = project / "data/sheets/theory-of-change.yml"
    path.write_text(path.read_text("utf-8").replace(f"id: {id_}\n", "id: renamed\n"), "utf-8")
    with pytest.raises(ContentError) as caught:
        load(project)
    assert [problem.code for problem in caught.value.problems] == ["lost-answers"]


def test_a_question_that_was_never_published_can_be_renamed_and_removed(project: Path) -> None:
    published = project / FILE
    text = published.read_text("utf-8")
    published.write_text(text.replace("intention-one-sentence\n", ""), "utf-8")
    rename(project, "intention-in-one-sentence")
    load(project)


def test_a_repair_does_not_note_what_is_published(project: Path) -> None:
    (project / FILE).unlink()
    assert main(["fix", "--root", str(project)]) == 0
    assert not (project / FILE).exists()


def test_a_release_adds_what_is_new_and_takes_nothing_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_published(project, Problems())
    line = "{old: intention-one-sentence, change: moved, to: [intention-in-one-sentence]}"
    (project / "data/moved.yml").write_text(f"ids:\n  - {line}\n", "utf-8")
    rename(project, "intention-in-one-sentence")
    assert release(project, "--check") == 1
    assert read_published(project, Problems()) == before
    assert release(project) == 0
    assert "revisions: 1 ids, 0 entries" in capsys.readouterr().out
    assert read_published(project, Problems()) == before | {"intention-in-one-sentence"}
    assert release(project, "--check") == 0


def test_a_release_of_content_with_mistakes_notes_nothing(project: Path) -> None:
    before = (project / FILE).read_bytes()
    rename(project, "intention-in-one-sentence")
    assert release(project) == 1
    assert (project / FILE).read_bytes() == before


def test_the_list_survives_what_a_merge_leaves_in_it(project: Path) -> None:
    text = write_published({"b-one", "a-two"})
    (project / FILE).write_text(text + "<<<<<<< ours\nc-three\n=======\nNot An Id\n", "utf-8")
    assert read_published(project, Problems()) == {"a-two", "b-one", "c-three"}


def test_a_link_in_place_of_the_list_is_refused(project: Path) -> None:
    (project / FILE).unlink()
    (project / FILE).symlink_to("/etc/hostname")
    problems = Problems()
    assert read_published(project, problems) == set()
    assert [problem.code for problem in problems] == ["not-regular"]


def test_what_moved_twice_is_found_where_it_is_now() -> None:
    moved = Moved(
        ids=(
            MovedId(old="a", change="moved", to=("b",)),
            MovedId(old="b", change="split", to=("c", "d")),
            MovedId(old="d", change="retired"),
            MovedId(old="e", change="moved", to=("d",)),
        )
    )
    assert moved.now("a") == ["c"]
    assert moved.now("e") == []
    assert moved.former() == {"c": ["a", "b"]}
