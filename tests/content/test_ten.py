"""Ten mistakes in five files of the real content: ten messages, each right, in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from agir.__main__ import main
from agir.content.reports import plain

if TYPE_CHECKING:
    from collections.abc import Callable

TEN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("ten.yml").read_text("utf-8"))
POINTER = "▲"
LANGS = ("fr", "en")
WORDS = {"fr": ("erreur", "aide "), "en": ("error", "help")}


def plant(project: Path) -> list[dict[str, Any]]:
    """Make the ten mistakes; each with the line and the column that its message has to say."""
    for one in TEN:
        path = project / one["file"]
        text = path.read_text("utf-8")
        assert one["was"] in text, one
        path.write_text(text.replace(one["was"], one["typed"], 1), "utf-8")
    found = []
    for file in sorted({one["file"] for one in TEN}):
        text = (project / file).read_text("utf-8")
        for one in (one for one in TEN if one["file"] == file):
            start = text[: text.index(one["typed"]) + one["typed"].index(POINTER)]
            line, col = start.count("\n") + 1, len(start) - start.rfind("\n")
            found.append(one | {"line": line, "col": col})
        (project / file).write_text(text.replace(POINTER, ""), "utf-8")
    return sorted(found, key=lambda one: (one["file"], one["line"], one["col"]))


@pytest.fixture
def check(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*options: str) -> str:
        assert main(["check", "--root", str(project), *options]) == 1
        return capsys.readouterr().out

    return run


def test_ten_mistakes_of_ten_kinds_stand_in_five_files() -> None:
    assert len(TEN) == len({one["code"] for one in TEN}) == 10
    assert len({one["file"] for one in TEN}) == 5


@pytest.mark.parametrize("lang", LANGS)
def test_ten_mistakes_are_ten_messages_each_at_its_place(
    lang: str, project: Path, check: Callable[..., str]
) -> None:
    planted = plant(project)
    error, advice = WORDS[lang]
    *blocks, summary = check("--lang", lang).strip().split("\n\n")
    assert summary.startswith("10 ")
    assert len(blocks) == len(planted)
    for block, one in zip(blocks, planted, strict=True):
        first, excerpt, caret, last = block.split("\n")
        message, help_ = one[lang]
        assert first.startswith(
            f"{one['file']}:{one['line']}:{one['col']}: {error}[{one['code']}] "
        )
        assert first.endswith(message)
        assert last == f"      = {advice}: {help_}"
        pointed = excerpt[caret.index("^") :]
        typed = one["typed"].partition(POINTER)[2]
        assert pointed.startswith(typed[: len(pointed)])


def test_programs_and_github_get_the_same_ten(project: Path, check: Callable[..., str]) -> None:
    planted = plant(project)
    told = json.loads(check("--format", "json"))["problems"]
    assert [
        {
            **{key: problem[key] for key in ("file", "line", "code")},
            "col": problem["column"],
            **{lang: [problem["message"][lang], problem["help"][lang]] for lang in LANGS},
        }
        for problem in told
    ] == [{key: one[key] for key in one if key not in ("was", "typed")} for one in planted]
    for lang in LANGS:
        assert check("--format", "github", "--lang", lang).rstrip("\n").split("\n") == [
            f"::error file={one['file']},line={one['line']},col={one['col']},"
            f"title={one['code']}::{'%0A'.join(one[lang])}"
            for one in planted
        ]


def test_the_summary_of_a_pull_request_tells_the_same_ten(
    project: Path, check: Callable[..., str]
) -> None:
    planted = plant(project)
    page = check("--format", "markdown")
    files = [line.removeprefix("#### ") for line in page.split("\n") if line.startswith("####")]
    assert files == [plain(file) for file in sorted({one["file"] for one in planted})]
    for one in planted:
        french, english = (
            colon.join(plain(text) for text in one[lang])
            for lang, colon in (("fr", " : "), ("en", ": "))
        )
        assert f"- **{one['line']}:{one['col']}** {french}" in page
        assert f"  *{english}" in page
        assert f"(`{one['code']}`)" in page
    assert page.count("\n- **") == len(planted)
