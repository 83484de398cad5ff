"""The command line says in one word how the content is."""

from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.content.reports import FORMATS
from agir.pages.manifest import manifest_of
from agir.pages.verification import Inspection
from project import copy_project, edit_file

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
    edit_file(tmp_path, "data/steps/intention.yml", 'en: "Intention"', "en: à_traduire")
    assert main(["check", "--root", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "data/steps/intention.yml:2:32: l'anglais reste à traduire" in said


@pytest.mark.parametrize("form", FORMATS)
def test_a_check_says_what_is_wrong_in_the_form_asked_for(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path)
    arguments = ["check", "--root", str(tmp_path), "--format", form]
    assert main(arguments) == 0
    well = capsys.readouterr().out
    break_a_key(tmp_path)
    assert main(arguments) == 1
    said = capsys.readouterr().out
    assert "titel" in said
    assert "titel" not in well


def test_a_check_of_some_files_is_silent_on_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path)
    broken = break_a_key(tmp_path)
    arguments = ["check", "--root", str(tmp_path)]
    assert main([*arguments, str(tmp_path / "data/glossary")]) == 0
    assert capsys.readouterr().out.startswith("Ces fichiers sont en ordre")
    assert main([*arguments, str(tmp_path / "data/glossary"), str(broken)]) == 1
    assert "titel" in capsys.readouterr().out


def test_a_check_of_the_whole_folder_tells_all_and_of_one_file_its_own_translations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path)
    for file, old in (
        ("data/steps/intention.yml", "L'intention"),
        ("data/interface.yml", "Outils"),
    ):
        path = tmp_path / file
        path.write_text(path.read_text("utf-8").replace(f'fr: "{old}"', 'fr: "Autre"', 1), "utf-8")

    def behind(*files: str) -> set[str]:
        arguments = ["check", "--root", str(tmp_path), *(str(tmp_path / file) for file in files)]
        assert main(arguments) == 0
        lines = capsys.readouterr().out.splitlines()
        return {line.partition(":")[0] for line in lines if "a changé" in line}

    both = {"data/steps/intention.yml", "data/.translations"}
    assert behind() == behind(".") == behind("data") == both
    assert behind("data/steps") == {"data/steps/intention.yml"}
    assert behind("data/interface.yml") == {"data/.translations"}
    assert behind("data/tools") == set()
    break_a_key(tmp_path)
    assert main(["check", "--root", str(tmp_path), str(tmp_path)]) == 1


@pytest.mark.parametrize("file", ["data/no.yml", "/etc/passwd"])
def test_a_check_of_no_file_of_the_project_says_so(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(ROOT), file]) == 1
    assert file in capsys.readouterr().err


def break_a_key(project: Path) -> Path:
    edit_file(project, "data/steps/intention.yml", "title:", "titel:")
    return project / "data/steps/intention.yml"


def list_files(site: Path) -> None:
    (site / "manifest.json").unlink(missing_ok=True)
    inspection = Inspection()
    inspection.see_folder(site)
    (site / "manifest.json").write_bytes(manifest_of(inspection.digests))


@pytest.fixture(params=["folder", "address"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A small site, in a folder or behind a server."""
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/é.html").write_text("One")
    (tmp_path / "index.html").write_text("Two")
    list_files(tmp_path)
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


def test_a_whole_site_may_be_another_than_the_one_expected(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = tmp_path.parent / f"{tmp_path.name} built"
    shutil.copytree(tmp_path, built)
    assert main(["verify", place, "--like", str(built)]) == 0
    (built / "index.html").write_text("Three")
    list_files(built)
    assert main(["verify", place]) == 0
    capsys.readouterr()
    assert main(["verify", place, "--like", str(built)]) == 1
    said = capsys.readouterr().out.split("\n")
    assert said[:2] == ["manifest.json: changed", "index.html: changed"]


def test_hosts_may_keep_their_own_file_back_and_answer_404_for_its_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_headers", "404.html"):
        (tmp_path / name).write_text("One")
    list_files(tmp_path)
    (tmp_path / "_headers").unlink()

    class Handler(SimpleHTTPRequestHandler):
        def send_response(self, code: int, message: str | None = None) -> None:
            super().send_response(404 if self.path == "/404.html" else code, message)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        assert main(["verify", address]) == 0
        (tmp_path / "404.html").write_text("Two")
        assert main(["verify", address]) == 1
        server.shutdown()
    capsys.readouterr()
    assert main(["verify", str(tmp_path)]) == 1
    assert "_headers: absent" in capsys.readouterr().out
