"""MkDocs carries the pages: a mistake never costs the site, other plugins get their events."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from agir.adapters import i18n
from mkdocs import utils
from mkdocs_static_i18n.plugin import I18n

ROOT = Path(__file__).parents[2]
# Absolute, because each command runs in a copy: this folder's code, not what is installed.
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "plugins")}
STEP = "data/steps/intention.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    for name in ("data", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


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
    path = project / STEP
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: {fr:", "title: {fre:", 1), "utf-8")
    assert path.read_text("utf-8") != text
    return text


def test_a_mistake_stops_the_build_and_leaves_the_site_as_it_was(project: Path) -> None:
    assert mkdocs(project, "build", "--strict").returncode == 0
    site = project / "site"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    break_a_text(project)
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert f"{STEP}:2:9: erreur[unknown-key]" in said
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


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
seen = []
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
    for page in (project / "site").rglob("index.html"):
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
