"""What a check said is said again for the very same project, and for no other."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import FORMS, LANGS, main
from agir.adapters import cache as cache_module
from agir.adapters import inputs, verdict
from agir.adapters.cache import VARIABLE
from agir.content.fields import LANGS as ALL_LANGS
from agir.content.reports import FORMATS
from project import ENVIRONMENT, edit_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEP = "data/steps/intention.yml"


def change_a_letter(project: Path) -> None:
    """A text as long as before, in a file whose times say that it was not touched."""
    file = project / STEP
    status = file.stat()
    edit_file(project, STEP, "L'intention", "L'attention")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size


def swap_two_files(project: Path) -> None:
    one, other = project / STEP, project / "data/steps/evaluation.yml"
    one.rename(project / "aside")
    other.rename(one)
    (project / "aside").rename(other)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text, at the same time": change_a_letter,
    "two files swapped": swap_two_files,
    "a file added": lambda project: (project / "data/steps/new.yml").write_text("", "utf-8"),
    "a hidden file added": lambda project: (project / "data/.x").write_text("", "utf-8"),
    "a file removed": lambda project: (project / STEP).unlink(),
    "a file renamed": lambda project: (project / STEP).rename(project / "data/steps/other.yml"),
    "a file moved": lambda project: (project / STEP).rename(project / "data/tools/intention.yml"),
    "a folder added": lambda project: (project / "data/new").mkdir(),
    "a file for a folder": lambda project: (
        (project / "data/steps").rename(project / "elsewhere"),
        (project / "data/steps").write_text("", "utf-8"),
    ),
    "a page": lambda project: edit_file(project, "docs/fr/about.md", "\n\n", "\n\nUn mot.\n\n"),
    "a template": lambda project: edit_file(project, "overrides/main.html", "{", " {"),
    "the translations": lambda project: (project / "data/.translations").write_text("", "utf-8"),
    "what was published": lambda project: (project / "data/.published").write_text("", "utf-8"),
    "no page at all": lambda project: (project / "docs").rename(project / "elsewhere"),
}


@pytest.fixture
def looks(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A project with a cache; as many items as a check looked at its files."""
    monkeypatch.setenv(VARIABLE, str(project / "cache"))
    found: list[int] = []
    real = verdict.read

    def read(*arguments: object) -> object:
        found.append(1)
        return real(*arguments)

    monkeypatch.setattr(verdict, "read", read)
    return found


def check(project: Path, *arguments: str) -> int:
    return main(["check", "--root", str(project), *arguments])


def test_an_unchanged_project_is_looked_at_once_for_each_question(
    project: Path, looks: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    said = set()
    for _ in range(3):
        check(project)
        said.add(capsys.readouterr().out)
    assert (len(looks), len(said)) == (1, 1)
    for arguments in (["--lang", "en"], ["--format", "json"], [str(project / STEP)]):
        for _ in range(2):
            check(project, *arguments)
    assert len(looks) == 4


def test_mistakes_are_told_again_too(
    project: Path, looks: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(project, STEP, "title:", "titel:")
    codes, said = set(), set()
    for _ in range(2):
        codes.add(check(project))
        said.add(capsys.readouterr().out)
    assert (codes, len(said), len(looks)) == ({1}, 1, 1)


@pytest.mark.parametrize("kind", CHANGES)
def test_whatever_changes_is_looked_at(kind: str, project: Path, looks: list[int]) -> None:
    check(project)
    CHANGES[kind](project)
    check(project)
    assert len(looks) == 2


def test_other_code_looks_again(
    project: Path, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(project)
    monkeypatch.setattr(cache_module, "_installed", lambda: ["nh3-9.dist-info"])
    check(project)
    assert len(looks) == 2


def test_what_changes_while_it_is_read_is_not_kept(
    project: Path, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = verdict.read

    def read(*arguments: object) -> object:
        found = real(*arguments)
        edit_file(project, STEP, "L'intention", "La visée")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(verdict, "read", read)
        check(project)
    edit_file(project, STEP, "La visée", "L'intention")
    check(project)
    assert len(looks) == 2


@pytest.mark.parametrize("place", ["data/tools/x.yml", "docs/fr/x.md", "overrides/pages/x.html"])
def test_nothing_is_kept_of_a_project_with_links(
    place: str, project: Path, looks: list[int]
) -> None:
    (project / "elsewhere.yml").write_text("", "utf-8")
    (project / place).symlink_to(project / "elsewhere.yml")
    check(project)
    check(project)
    assert len(looks) == 2


@pytest.mark.parametrize("what", ["a pipe", "a large file", "many folders", "a closed file"])
def test_what_cannot_be_known_has_no_digest(what: str, tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir()
    assert inputs.digest_of(tmp_path)
    if what == "a pipe":
        os.mkfifo(place / "x.yml")
    elif what == "a large file":
        with (place / "x.yml").open("wb") as file:
            file.truncate(5_000_001)
    elif what == "many folders":
        place.joinpath(*("d" * 900)).mkdir(parents=True)
    else:
        place = place / "x.yml"
        place.symlink_to(place)
    assert not inputs.digest_of(tmp_path)


def test_a_check_reads_nothing_of_the_project_that_its_digest_leaves_out(project: Path) -> None:
    code = (
        "import sys\n"
        "from agir.__main__ import main\n"
        "from agir.adapters import inputs\n"
        "inputs.digest_of = lambda root: b''\n"
        "def hook(event, said):\n"
        "    if event in ('open', 'os.listdir', 'os.scandir'):\n"
        "        print('seen:', said[0])\n"
        "sys.addaudithook(hook)\n"
        "main(['check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.removeprefix("seen: ") for line in done.stdout.splitlines()]
    inside = [line.removeprefix(f"{project}/") for line in lines if line.startswith(str(project))]
    assert len(inside) > 200
    assert {path.partition("/")[0] for path in inside} == {"data", "docs", "overrides"}


def test_the_command_offers_the_languages_and_forms_there_are() -> None:
    assert LANGS == ALL_LANGS
    assert tuple(FORMATS) == FORMS
