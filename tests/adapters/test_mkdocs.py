"""MkDocs carries the pages: a mistake never costs the site, other plugins get their events."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from agir.adapters import i18n
from agir.adapters.plugin import AgirPlugin
from dom import page_files
from mkdocs import utils
from mkdocs.config import load_config
from mkdocs_static_i18n.plugin import I18n
from project import ENVIRONMENT, ROOT, copy_project, edit_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Built

STEP = "data/steps/intention.yml"
PAGER = "overrides/components/pager/pager.html"


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=ENVIRONMENT,
        timeout=120,  # a hang guard, ten times what a build takes
    )


def break_a_text(project: Path) -> str:
    """Leave a language out; returns the text as it was."""
    return edit_file(project, STEP, "title: {fr:", "title: {fre:")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


WARN = "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs').warning('a')\n"
BREAK_A_LINK = """
def on_post_page(output, page, config):
    return output + '<a href="nowhere/">'
"""


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a hook, and its site."""
    folder = copy_project(tmp_path_factory.mktemp("first"))
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    (folder / "hook.py").write_text("")
    assert mkdocs(folder, "build", "--strict").returncode == 0
    return folder


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (STEP, "id: intention\ntitre: {fr: Un, en: One}\n", f"{STEP}:2:1: erreur[unknown-key]"),
        (PAGER, "{{ page.nothing }}", f"{PAGER}:1:1: erreur[cannot-render]"),
        ("hook.py", WARN, "Aborted with 1 warnings in strict mode"),
        ("hook.py", BREAK_A_LINK, "index.html: nowhere/ leads nowhere"),
        ("hook.py", "def on_env(env, config, files):\n    1 / 0\n", "ZeroDivisionError"),
    ],
    ids=["content", "template", "strict", "dead link", "another plugin"],
)
def test_what_stops_a_build_leaves_the_site_as_it_was(
    first_build: Path, tmp_path: Path, file: str, text: str, said: str
) -> None:
    project = tmp_path / "project"
    shutil.copytree(first_build, project)
    before = contents(project / "site")
    (project / file).write_text(text, "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    if file != "hook.py":  # ours; a plugin's own error is MkDocs' to show
        assert "Traceback" not in done.stdout + done.stderr
    assert contents(project / "site") == before
    assert not list(project.glob(".site*"))


def test_the_check_says_the_same_as_the_build(project: Path) -> None:
    break_a_text(project)
    command = [sys.executable, "-m", "agir", "check", "--lang", "en"]
    done = subprocess.run(
        command, cwd=project, capture_output=True, encoding="utf-8", check=False, env=ENVIRONMENT
    )
    assert done.returncode == 1
    assert f"{STEP}:2:9: error[unknown-key]" in done.stdout
    assert not (project / "site").exists()


HOOK = """
def on_page_content(html, page, config, files):
    return html + "<p>hook content</p>"
def on_post_page(output, page, config):
    return output.replace("</body>", "<!-- hook post --></body>")
"""


def test_other_plugins_get_their_events_for_every_page(project: Path) -> None:
    (project / "hook.py").write_text(HOOK, "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    assert mkdocs(project, "build", "--strict").returncode == 0
    for page in page_files(project / "site"):
        text = page.read_text("utf-8")
        assert "<p>hook content</p>" in text, page
        assert "<!-- hook post -->" in text, page


def test_the_code_under_test_is_this_folders(project: Path) -> None:
    code = "import agir; print(agir.__file__)"
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(said.stdout.strip()).is_relative_to(ROOT)


def test_static_i18n_still_has_the_internals_that_the_adapter_relies_on() -> None:
    plugin = I18n()
    assert plugin.building is False
    assert plugin.current_language is None
    assert I18n.on_files.mkdocs_priority > i18n.AFTER_I18N


def test_a_nested_build_that_failed_does_not_spoil_the_next_one() -> None:
    original = utils.clean_directory
    utils.clean_directory = lambda _directory: None
    i18n.repair_after_failure()
    assert utils.clean_directory is original


def test_the_site_is_the_same_when_mkdocs_carries_every_page(
    project: Path, build: Callable[[str], Built]
) -> None:
    (project / "hook.py").write_text("def on_post_page(output, page, config):\n    pass\n")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    carried = json.loads((project / "site/manifest.json").read_bytes())["files"]
    direct = json.loads((build("root").folder / "manifest.json").read_bytes())["files"]
    dated = {path for path in direct if path.endswith((".html", "sitemap.xml"))}  # no git here
    dated |= {"sw.js", "_headers"}  # they name the pack, which holds the pages
    for files in (carried, direct):
        del files[next(path for path in files if path.endswith(".bin"))]
    assert carried.keys() == direct.keys()
    assert {path for path in direct if carried[path] != direct[path]} <= dated


CANARY = "what must never be published"


@pytest.mark.parametrize("folder", ["docs", "docs/en", "docs/assets"])
@pytest.mark.parametrize("kind", ["a link to a file", "a link to a folder", "a loop", "a pipe"])
def test_what_is_not_a_file_never_reaches_the_site(
    project: Path, tmp_path_factory: pytest.TempPathFactory, folder: str, kind: str
) -> None:
    secret = tmp_path_factory.mktemp("secret")
    (secret / "canary.txt").write_text(CANARY)
    odd = project / folder / "odd"
    odd.parent.mkdir(exist_ok=True)
    if kind == "a pipe":
        os.mkfifo(odd)
    else:
        ways = {"a link to a file": secret / "canary.txt", "a link to a folder": secret}
        odd.symlink_to(ways.get(kind, ".."))
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    assert f"{folder}/odd:1:1: erreur[not-regular]" in done.stderr
    assert not (project / "site").exists()


def test_a_form_editor_that_is_not_there_is_asked_for_in_words(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - agir\n", "  - agir: {editor: true}\n"), "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode
    assert "Le formulaire n'est pas encore là : tapez `make editor`" in done.stderr
    assert "The form editor is not there yet: type `make editor`" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "option", "kept"),
    [("build", "", True), ("build", ": {offline: false}", False), ("serve", "", False)],
)
def test_devices_keep_the_site_unless_it_says_no_and_never_the_preview(
    project: Path, command: Literal["build", "serve"], option: str, kept: bool
) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  - agir\n", f"  - agir{option}\n"), "utf-8")
    config = load_config(str(file))
    plugin = config.plugins["agir"]
    assert isinstance(plugin, AgirPlugin)
    plugin.on_startup(command=command, dirty=False)
    plugin.on_config(config)
    assert plugin.site.settings.offline is kept
    if command == "build" and plugin.publication:  # MkDocs keeps its plugins from test to test
        plugin.publication.staging.discard()
