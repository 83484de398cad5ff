"""`make handouts` says how many sheets each takes, makes none twice, and refuses a third one."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from handouts import __main__ as command
from handouts.office import opened
from pypdf import PdfWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[str]]:
    """`printed(3)`: Chromium's place is taken by one that prints three sheets; what it printed."""

    def prints(sheets: int) -> list[str]:
        asked: list[str] = []

        @contextmanager
        def printer(_site: Any) -> Iterator[Any]:
            yield lambda page, paper: asked.append(f"{page.lang} {paper}") or pdf(sheets)

        monkeypatch.setattr(command, "printer", printer)
        return asked

    monkeypatch.setattr(command, "KEPT", tmp_path)  # an absolute path: not in the project
    monkeypatch.setenv("PATH", "")  # no LibreOffice either
    return prints


def pdf(sheets: int) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _ in range(sheets):
        writer.add_blank_page(612, 792)
    writer.write(out)
    return out.getvalue()


def test_it_says_how_many_sheets_and_makes_nothing_twice(printed, tmp_path, capsys) -> None:
    asked = printed(2)
    assert command.main(["opening-round"]) == 0
    assert asked == ["fr letter", "fr a4", "en letter", "en a4"]
    assert "fr opening-round: letter 2, a4 2\n" in capsys.readouterr().out
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx"] * 2 + [".pdf"] * 4
    assert command.main(["opening-round"]) == 0
    assert len(asked) == 4


def test_a_third_sheet_is_one_too_many(printed, capsys) -> None:
    printed(3)
    assert command.main(["care"]) == 1
    assert "en care: letter 3, a4 3  <- !" in capsys.readouterr().out


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`office(3)`: the machine has a LibreOffice that makes three sheets of each file; 0: none."""

    def has(sheets: int) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "made.pdf").write_bytes(pdf(sheets or 1))
        script = f"""#!{sys.executable}
import shutil, sys
from pathlib import Path
folder = sys.argv[sys.argv.index("--outdir") + 1]
for file in sys.argv:
    if file.endswith(".docx") and {bool(sheets)}:
        shutil.copy({str(folder / "made.pdf")!r}, Path(folder, Path(file).stem + ".pdf"))
"""
        (folder / "soffice").write_text(script, "utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return has


def test_libreoffice_counts_the_sheets_of_files_for_word(printed, office, capsys) -> None:
    printed(2)
    office(3)
    assert command.main(["opening-round"]) == 1
    said = capsys.readouterr().out
    assert len(re.findall(r"^(?:fr|en)\.opening-round\.\w+\.docx: 3  <- !$", said, re.M)) == 2


def test_without_libreoffice_it_says_that_nobody_counted(printed, capsys) -> None:
    printed(2)
    assert command.main(["opening-round"]) == 0
    assert "non comptés / not counted" in capsys.readouterr().out


def test_a_file_that_libreoffice_does_not_open_is_named(office, tmp_path) -> None:
    office(0)
    with pytest.raises(ValueError, match=r"does not open torn\.docx"):
        opened([tmp_path / "torn.docx"])
