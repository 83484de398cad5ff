"""What a run leaves spares the next its work and changes nothing of what it makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from agir.__main__ import main
from agir.adapters import cache as module
from agir.adapters.cache import VARIABLE, Cache, known_files
from agir.content.known import Known
from agir.pages.reading import read
from project import ENVIRONMENT, copy_project, edit_file

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, tuple[bytes, int]]  # of a site: their bytes, and when they were written
Built = tuple["Path", Files]
STEP = "data/steps/intention.yml"
PAGE = "docs/fr/about.md"
EDITS = {
    "nothing": (STEP, "", ""),
    "a text": (STEP, "  fr: |\n    ", "  fr: |\n    Voici. "),
    "a title": (STEP, 'fr: "L\'intention"', 'fr: "La visée"'),
    "an address": (STEP, 'en: "intention"', 'en: "aim"'),
    "a fact of a tool": (
        "data/tools/actor-maps.yml",
        "group_size: unknown",
        "group_size: {min: 7}",
    ),
    "a situation": ("data/situations.yml", 'summary:\n    fr: "', 'summary:\n    fr: "Oui. '),
    "a hand-written page": (PAGE, "\n\n", "\n\nUn mot.\n\n"),
    "a style": ("overrides/components/pager/pager.article.css", "{", "{--x:1;"),
    "the address of the site": ("mkdocs.yml", "agir-ensemble.example", "autre.example"),
}


def built(project: Path, folder: str) -> Files:
    """The files of the site of a project."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=ENVIRONMENT | {VARIABLE: folder},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = project / "site"
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        path.relative_to(site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
    }


def bytes_of(files: Files) -> dict[str, bytes]:
    return {path: content for path, (content, _) in files.items()}


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A project with its site and its cache, built once, and the files of the site."""
    folder = tmp_path_factory.mktemp("first")
    project = copy_project(folder / "project")
    files = built(project, ".cache")
    shutil.copytree(project, folder / "kept")
    return project, files


@pytest.fixture
def after_a_build(first_build: Built) -> Built:
    """The same as it was then, at the same place: a cache is for one place."""
    project, _files = first_build
    shutil.rmtree(project)
    shutil.copytree(project.parent / "kept", project)
    return first_build


@pytest.mark.parametrize("kind", EDITS)
def test_a_warm_build_makes_the_same_site_as_a_cold_one(kind: str, after_a_build: Built) -> None:
    project, first = after_a_build
    edit_file(project, *EDITS[kind])
    warm = built(project, ".cache")
    assert bytes_of(built(project, "")) == bytes_of(warm)
    again = [path for path in warm if warm[path][1] != first.get(path, (b"", 0))[1]]
    expected = {"nothing": 10, "a text": 300, "a title": 300, "a fact of a tool": 145}
    assert len(again) <= expected.get(kind, len(warm))


def test_a_page_that_somebody_changed_in_the_site_is_made_again(after_a_build: Built) -> None:
    project, first = after_a_build
    page = project / "site/etapes/intention/index.html"
    page.write_text("<p>Bonjour</p>", "utf-8")
    link = project / "site/etapes/index.html"
    link.rename(project / "elsewhere")
    link.symlink_to(project / "elsewhere")
    (project / "site/index.html").unlink()
    (project / "site/sw.js").write_text("", "utf-8")
    assert bytes_of(built(project, ".cache")) == bytes_of(first)
    assert not link.is_symlink()
    (project / "elsewhere").write_text("<p>Bonjour</p>", "utf-8")
    assert link.read_bytes() == first["etapes/index.html"][0]


def test_a_build_that_shares_files_writes_in_none_of_the_published_ones(
    after_a_build: Built,
) -> None:
    project, first = after_a_build
    kept = project / "kept"
    subprocess.run(["cp", "-rl", project / "site", kept], check=True)
    edit_file(project, *EDITS["a text"])
    built(project, ".cache")
    assert {path: (kept / path).read_bytes() for path in first} == bytes_of(first)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return Cache(tmp_path / "project")


def test_what_was_put_is_found_again_for_the_same_project_alone(
    cache: Cache, tmp_path: Path
) -> None:
    cache.put("a", {"b": (1, None)})
    assert Cache(tmp_path / "project").get("a") == {"b": (1, None)}
    assert Cache(tmp_path / "other").get("a") is None
    assert cache.get("b") is None


def test_an_empty_name_of_the_folder_asks_for_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    cache = Cache(tmp_path)
    cache.put("a", 1)
    assert cache.get("a") is None
    assert not list(tmp_path.iterdir())


def test_what_is_damaged_is_not_read(cache: Cache) -> None:
    cache.put("a", "word")
    assert cache.folder
    file = cache.folder / "a"
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at])
        assert cache.get("a") is None
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.get("a") is None


def test_what_other_code_left_is_not_read(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put("a", 1)
    monkeypatch.setattr(module, "_installed", lambda: ["nh3-9.dist-info"])
    assert Cache(tmp_path / "project").get("a") is None


def test_what_was_made_from_other_examples_is_not_read(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    monkeypatch.setattr(module.agir, "__file__", str(code / "__init__.py"))
    for text in ("a: b", "a: c"):
        (code / "examples.yml").write_text(text)
        cache = Cache(tmp_path / "project")
        assert cache.get("a") is None
        cache.put("a", 1)
        assert cache.get("a") == 1


def test_a_folder_that_others_may_write_in_is_not_read(cache: Cache) -> None:
    cache.put("a", 1)
    assert cache.folder
    cache.folder.chmod(0o777)
    assert cache.get("a") is None
    cache.put("a", 2)
    cache.folder.chmod(0o700)
    assert cache.get("a") == 1


def test_a_cache_that_cannot_be_written_is_none(cache: Cache) -> None:
    cache.all.write_text("a file", "utf-8")
    cache.put("a", 1)
    assert cache.get("a") is None


def test_what_nobody_used_for_a_month_is_removed(cache: Cache, tmp_path: Path) -> None:
    old = Cache(tmp_path / "old")
    old.put("a", 1)
    assert old.folder
    then = time.time() - 31 * 86_400
    os.utime(old.folder, (then, then))
    cache.put("a", 1)
    assert not old.folder.exists()
    assert cache.get("a") == 1


def test_a_file_that_did_not_change_is_read_once(cache: Cache, project: Path) -> None:
    def files_read() -> set[str]:
        with known_files(cache) as known:
            before = known.apart_from(Known())
            read(project, known)
        new = known.apart_from(before)
        return {*new, *new.pages}

    assert {STEP, PAGE} < files_read()
    assert files_read() == set()
    assert cache.folder
    whole = cache.folder / "content"
    written = whole.stat().st_mtime_ns
    for edit, file in (("a text", STEP), ("a hand-written page", PAGE)):
        edit_file(project, *EDITS[edit])
        assert files_read() == {file}
        assert files_read() == set()
    assert whole.stat().st_mtime_ns == written, "one file that changed stands beside the others"


def test_a_check_says_the_same_mistakes_twice(
    cache: Cache, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_file(project, STEP, "title:", "titel:")
    said = []
    for _ in range(2):
        assert main(["check", "--root", str(project)]) == 1
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "titel" in said[0]
    assert cache.all.exists()
