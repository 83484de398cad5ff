"""The command line says in one word how the content is."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.pages.manifest import manifest_of
from agir.pages.verification import Inspection
from project import copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


def test_a_check_counts_the_entries(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(ROOT), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("All is well: ")


def test_a_check_names_the_texts_that_wait_for_their_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path)
    path = tmp_path / "data/steps/intention.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('en: "Intention"', "en: à_traduire", 1), "utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "data/steps/intention.yml:2:32: l'anglais reste à traduire" in said


@pytest.fixture(params=["folder", "address"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A small site, in a folder or behind a server."""
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/é.html").write_text("One")
    (tmp_path / "index.html").write_text("Two")
    inspection = Inspection()
    inspection.see_folder(tmp_path)
    (tmp_path / "manifest.json").write_bytes(manifest_of(inspection.digests))
    if request.param == "folder":
        yield str(tmp_path)
        return
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_published_site_is_checked_against_its_manifest(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", place, "--lang", "en"]) == 0
    assert "whole" in capsys.readouterr().out
    (tmp_path / "index.html").write_text("Tow")
    (tmp_path / "a b/é.html").unlink()
    (tmp_path / "more.html").touch()
    assert main(["verify", place]) == 1
    said = capsys.readouterr().out.split("\n")
    assert said[:2] == ["a b/é.html: absent", "index.html: changed"]
    assert ("more.html: added" in said) is (place == str(tmp_path))
    (tmp_path / "manifest.json").unlink()
    assert main(["verify", place]) == 1
    assert "manifest.json" in capsys.readouterr().out
