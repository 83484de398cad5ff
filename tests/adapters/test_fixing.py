"""`agir fix` writes what it repaired, and not one byte more."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from agir.__main__ import main
from agir.adapters.fixing import fix
from forms import form_of

if TYPE_CHECKING:
    import pytest

STEP = "data/steps/intention.yml"
# No settings of the machine: neither its hooks nor its signatures.
GIT = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
RIGHT = b'{fr: "L\'intention", en: "Intention"}'
WRONG = "{fr: “L'intention”, en: “Intention”}".encode()


def test_only_the_line_with_the_mistake_changes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / STEP
    right = path.read_bytes()
    path.chmod(0o640)
    path.write_bytes(right.replace(RIGHT, WRONG))
    assert path.read_bytes() != right
    assert main(["fix", "--root", str(project)]) == 0
    assert path.read_bytes() == right
    assert path.stat().st_mode & 0o777 == 0o640
    said = capsys.readouterr().out
    assert said.startswith(f"{STEP}:2:13: réparé : ")
    assert main(["fix", "--root", str(project), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Nothing")


def test_the_ends_of_lines_and_the_first_mark_stay_as_they_were(project: Path) -> None:
    path = project / STEP
    text = path.read_text("utf-8")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    path.write_bytes(windows)
    assert list(fix(project)) == []
    assert path.read_bytes() == windows
    path.write_bytes(windows.replace(RIGHT, WRONG))
    assert [file for file, _ in fix(project)] == [STEP]
    assert path.read_bytes() == windows


def test_files_that_were_not_asked_for_are_left(project: Path) -> None:
    path = project / STEP
    path.write_bytes(path.read_bytes().replace(RIGHT, WRONG))
    wrong = path.read_bytes()
    assert list(fix(project, [project / "data/tools"])) == []
    assert path.read_bytes() == wrong
    assert len(list(fix(project, [project / "data/steps"]))) == 1


def test_a_file_that_cannot_be_written_keeps_what_it_holds(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / STEP
    path.write_bytes(path.read_bytes().replace(RIGHT, WRONG))
    wrong = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    assert main(["fix", "--root", str(project)]) == 1
    assert os.strerror(errno.ENOSPC) in capsys.readouterr().err
    assert path.read_bytes() == wrong
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_repair_notes_what_was_translated(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / STEP
    record = project / "data/.translations"
    before = record.read_text("utf-8")
    path.write_bytes(path.read_bytes().replace(RIGHT, RIGHT.replace(b'"L', b'"Une autre : l')))
    assert main(["fix", "--root", str(project)]) == 0
    assert record.read_text("utf-8") == before  # the English is behind, and stays so
    assert main(["fix", "--root", str(project), "--minor", "intention"]) == 0
    assert "data/.translations" in capsys.readouterr().out
    assert record.read_text("utf-8") != before


def test_nothing_is_noted_while_there_are_mistakes(project: Path) -> None:
    (project / STEP).write_text("id: intention\n", "utf-8")
    record = project / "data/.translations"
    before = record.read_bytes()
    assert main(["fix", "--root", str(project)]) == 0
    assert record.read_bytes() == before


def commit(project: Path) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for command in (["init", "-q"], ["add", "data"], [*name, "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=project, check=True, env=GIT)


def test_what_a_form_editor_wrote_anew_is_as_it_was_but_for_the_change(project: Path) -> None:
    path = project / "data/glossary/term-lever.yml"
    before = path.read_text("utf-8")
    commit(project)
    path.write_text(form_of(before, lambda said: said["title"].update(en="The lever")), "utf-8")
    assert path.read_text("utf-8").count("\n") > before.count("\n")
    assert [file for file, _ in fix(project)] == ["data/glossary/term-lever.yml"]
    assert path.read_text("utf-8") == before.replace('en: "Lever"', 'en: "The lever"')
    assert list(fix(project)) == []


def test_the_last_version_that_people_wrote_counts_not_those_of_forms(project: Path) -> None:
    path = project / "data/glossary/term-lever.yml"
    before = path.read_text("utf-8")
    commit(project)
    for words in ("The lever", "A lever"):
        path.write_text(
            form_of(before, lambda said, to=words: said["title"].update(en=to)), "utf-8"
        )
        commit(project)
    assert list(fix(project))
    assert path.read_text("utf-8") == before.replace('en: "Lever"', 'en: "A lever"')


def test_without_a_history_a_form_s_file_stays_as_it_is(project: Path) -> None:
    path = project / "data/glossary/term-lever.yml"
    path.write_text(form_of(path.read_text("utf-8")), "utf-8")
    assert list(fix(project)) == []
