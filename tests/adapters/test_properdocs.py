"""ProperDocs makes, from the same mkdocs.yml and plugins, the same site to the byte."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from agir.pages.manifest import differences
from project import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Built


def properdocs(config: Path, site: Path) -> bytes:
    """Build with a configuration; returns the manifest of the whole, verified site."""
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", config]
    done = subprocess.run(
        [*command, "--site-dir", site],
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,  # a hang guard
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(differences(str(site))) == []
    return (site / "manifest.json").read_bytes()


def test_properdocs_makes_the_site_that_mkdocs_makes(
    build: Callable[[str], Built], tmp_path: Path
) -> None:
    made = build("root")
    expected = (made.folder / "manifest.json").read_bytes()
    assert properdocs(made.folder.parent / "mkdocs.yml", tmp_path / "site") == expected


def test_a_theme_of_somebody_else_changes_nothing(
    build: Callable[[str], Built], tmp_path: Path
) -> None:
    """The templates are ours: with Material as the theme, the same site, without its files."""
    made = build("root")
    expected = (made.folder / "manifest.json").read_bytes()
    config = tmp_path / "mkdocs.yml"
    text = (made.folder.parent / "mkdocs.yml").read_text("utf-8")
    config.write_text(text.replace("theme: {", "theme: {name: material, "), "utf-8")
    assert "name: material" in config.read_text("utf-8")
    assert properdocs(config, tmp_path / "site") == expected
