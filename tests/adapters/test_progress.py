"""A build says how far it is when it takes long, and where the time went when asked."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

from agir.adapters import progress
from agir.adapters.progress import Progress, phase

if TYPE_CHECKING:
    import pytest


def test_a_long_build_says_how_far_it_is_and_cleans_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(progress, "_SILENT", 0.0)
    monkeypatch.setattr(progress, "_BETWEEN", 0.0)
    with Progress(2) as line:
        line.step()
        line.step()
    said = capsys.readouterr().err
    assert "1 / 2 pages" in said
    assert "2 / 2 pages" in said
    assert said.endswith("\r\x1b[K")


def test_a_short_build_and_a_log_file_see_no_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for terminal in (True, False):
        monkeypatch.setattr(sys.stderr, "isatty", lambda t=terminal: t, raising=False)
        with Progress(2) as line:
            line.step()
        assert capsys.readouterr().err == ""


def test_a_phase_says_how_long_it_took(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "mkdocs")
    with phase("read the content"):
        pass
    assert re.search(r"read the content: \d+\.\d\d s \(\d+\.\d\d s of CPU\)", caplog.text)
