"""What a proposal changes is said so that a person without Git can judge it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.content.changes import words_apart
from forms import form_of
from project import edit_file

if TYPE_CHECKING:
    from pathlib import Path

STEP = "data/steps/intention.yml"
TOOL = "data/tools/actor-maps.yml"


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


@pytest.fixture
def committed(project: Path) -> Path:
    git(project, "init", "--quiet")
    git(project, "add", "data", "docs")
    git(project, "commit", "--quiet", "--message", "a")
    return project


def said(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["changes", "--root", str(project)]) == 0
    return capsys.readouterr().out


def test_nothing_that_changed_is_said_too(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(committed, STEP, "id: intention\n", "# A remark\nid: intention\n")
    assert said(committed, capsys) == "Aucun texte ne change. / No text changes.\n"


def test_a_text_is_shown_before_and_after_with_its_pages(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(committed, STEP, 'fr: "L\'intention"', 'fr: "L\'intention <b>"'.replace(" <b>", " 2"))
    page = said(committed, capsys)
    assert "**1 texte / 1 entry**" in page
    assert "#### L'intention 2 (steps/intention)" in page
    assert "`/etapes/intention/` · `/en/steps/intention/`" in page
    assert "- Français · `title` : L'intention <ins>2</ins> *(l'anglais n'a pas changé" in page


def test_both_languages_and_facts_are_shown(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(
        committed, STEP, 'title: {fr: "L\'intention", en: "Intention"}', 'title: {fr: "A", en: "B"}'
    )
    edit_file(committed, TOOL, "minutes: unknown", "minutes: {min: 10, max: 20}")
    page = said(committed, capsys)
    assert "- Français · `title` : <del>L'intention</del> <ins>A</ins>\n" in page
    assert "- English · `title` : <del>Intention</del> <ins>B</ins>\n" in page
    assert "- `minutes` : <del>unknown</del> <ins>min 10; max 20</ins>" in page


def test_an_entry_that_comes_or_goes_is_named(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = committed / "data/glossary/term-table.yml"
    text = old.read_text("utf-8").replace("term-table", "term-tablee")
    (old.parent / "term-tablee.yml").write_text(text, "utf-8")
    page = said(committed, capsys)
    assert "(glossary/term-tablee) : Nouveau / New" in page
    git(committed, "add", "data")
    git(committed, "commit", "--quiet", "--message", "b")
    (old.parent / "term-tablee.yml").unlink()
    assert "(glossary/term-tablee) : Retiré / Removed" in said(committed, capsys)


def test_what_is_quoted_does_nothing(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_file(committed, STEP, 'fr: "L\'intention"', 'fr: "a * b_c 1 < 2 @d"')
    assert r"a \* b\_c 1 \< 2 \@d" in said(committed, capsys)


def test_a_commit_that_git_does_not_know_is_said(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "--root", str(committed), "--since", "nowhere"]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("un deux trois", "un deux trois", [("same", "un deux trois")]),
        ("un deux trois", "un trois", [("same", "un"), ("out", "deux"), ("same", "trois")]),
        ("", "un", [("in", "un")]),
        ("un", "", [("out", "un")]),
        ("un deux", "trois quatre", [("out", "un deux"), ("in", "trois quatre")]),
    ],
)
def test_words_are_compared_one_by_one(
    before: str, after: str, runs: list[tuple[str, str]]
) -> None:
    assert words_apart(before, after) == runs


def test_what_a_form_wrote_is_named_so_that_somebody_puts_it_in_shape(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = committed / TOOL
    assert "make fix" not in said(committed, capsys)
    path.write_text(form_of(path.read_text("utf-8")), "utf-8")
    page = said(committed, capsys)
    assert "Aucun texte ne change. / No text changes." in page
    assert page.rstrip().endswith(f"`make fix` will put them back in shape:* `{TOOL}`")
