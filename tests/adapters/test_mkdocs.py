"""MkDocs carries the pages: a mistake never costs the site, other plugins get their events."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from agir.adapters import i18n
from mkdocs import utils
from mkdocs_static_i18n.plugin import I18n
from project import ENVIRONMENT, ROOT

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
    path = project / STEP
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: {fr:", "title: {fre:", 1), "utf-8")
    assert path.read_text("utf-8") != text
    return text


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


WARN = "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs').warning('a')\n"
BREAK_A_LINK = """
def on_post_page(output, page, config):
    return output + '<a href="nowhere/">'
"""


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
    project: Path, file: str, text: str, said: str
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    (project / "hook.py").write_text("")
    assert mkdocs(project, "build", "--strict").returncode == 0
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
