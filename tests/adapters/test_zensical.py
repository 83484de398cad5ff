"""Zensical makes the same site of the export: each page in both languages, each other file."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import yaml
from agir.__main__ import main
from agir.adapters.zensical import settings_of
from agir.content.fields import LANGS
from agir.pages.outputs import other_files
from agir.pages.site import Site
from project import ENVIRONMENT, ROOT, edit_file

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


# What an editor may write, and Markdown, YAML or a template could take for its own.
TITLE = "L'intention : {{ 7 * 7 }} {% raw %} {# où? #} 1 < 2 & {"
MOVED = "addresses:\n  - {old: /en/old/place/, to: common-agenda}\n"
CODE = "\n```text\na\tb {% c %}\n\n\n---\n# d\n```\n"


def test_zensical_makes_every_page_and_file_of_the_site(project: Path, tmp_path: Path) -> None:
    """One test, because one build takes ten seconds: the same bytes, so the same words and ids."""
    site, folder = site_of(project), tmp_path / "export"
    assert main(["export", "--zensical", str(folder), "--root", str(project)]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,  # a hang guard
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = folder / "site"
    found = {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in built.rglob("*")
        if path.is_file()
    }
    for lang in LANGS:
        assert len(site.pages[lang]) > 100
        for page in site.pages[lang]:
            document = found.pop(f"{page.path}index.html").decode().replace("&#9;", "\t")
            assert document == site.document(page, site.body(page)), page.path
    others = {path: make() for path, make in other_files(site).items()}
    others["robots.txt"] = b"User-agent: *\n"
    assert {"en/old/place/index.html", "404.html", "sitemap.xml"} < set(others)
    assert b'"items":[]' in found.pop("search.json")  # all that Zensical adds
    assert sorted(found) == sorted(others)
    assert [path for path, content in others.items() if found[path] != content] == []


def site_of(project: Path) -> Site:
    """The site as the core makes it, from content that holds what is out of the ordinary."""
    edit_file(project, "data/steps/intention.yml", '''fr: "L'intention"''', f'fr: "{TITLE}"')
    with (project / "docs/en/about.md").open("a", encoding="utf-8") as about:
        about.write(CODE)
    (project / "data/moved.yml").write_text(MOVED, "utf-8")
    (project / "docs/robots.txt").write_text("User-agent: *\n", "utf-8")
    return Site(project, settings_of(yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))))


def test_the_version_that_readers_are_told_to_install_is_the_tested_one(tmp_path: Path) -> None:
    assert main(["export", "--zensical", str(tmp_path), "--root", str(ROOT)]) == 0
    for readme in (tmp_path / "README.md", ROOT / "DEVELOPING.md"):
        assert f"zensical=={version('zensical')}\n" in readme.read_text("utf-8")


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").touch()
    assert main(["export", "--zensical", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_mistake_in_the_content_is_said_and_nothing_is_written(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data/steps/intention.yml").write_text("id: intention\ntitre: un\n", "utf-8")
    folder = tmp_path / "new"
    assert main(["export", "--zensical", str(folder), "--root", str(project)]) == 1
    assert "data/steps/intention.yml:2:1: erreur[unknown-key]" in capsys.readouterr().out
    assert not folder.exists()
