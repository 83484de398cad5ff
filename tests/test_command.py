"""The command line says in one word how the content is."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from agir.__main__ import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[1]


def test_a_check_counts_the_entries(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(ROOT), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("All is well: ")


def test_a_check_names_the_texts_that_wait_for_their_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("data", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = tmp_path / "data/steps/intention.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('en: "Intention"', "en: à_traduire", 1), "utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "data/steps/intention.yml:2:32: l'anglais reste à traduire" in said
