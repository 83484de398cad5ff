"""What tests of the built site share: the real site, built at both addresses it may have."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
ADDRESSES = {
    "root": "https://agir-ensemble.example/",
    "sub-path": "https://example.org/agir-ensemble/",
}
# An inherited path is read from where the new file stands, hence the absolute ones.
CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
site_url: {url}
site_dir: {folder}
docs_dir: {root}/docs
theme: {{custom_dir: {root}/overrides}}
watch: []
"""


@dataclass(frozen=True, slots=True)
class Built:
    """The site in a folder, as it is published at `url`; `base` is the path of its root."""

    folder: Path
    url: str

    @property
    def base(self) -> str:
        return urlsplit(self.url).path


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """`build("root")` or `build("sub-path")` makes the site, once in a session."""

    @cache
    def at(name: str) -> Built:
        place = tmp_path_factory.mktemp(name)
        made = Built(place / "site", ADDRESSES[name])
        config = place / "mkdocs.yml"
        text = CONFIGURATION.format(root=ROOT.as_posix(), url=made.url, folder=made.folder)
        config.write_text(text, "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
        environment = os.environ | {
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": str(ROOT / "plugins"),
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(f"The site does not build:\n{done.stderr}", pytrace=False)
        return made

    return at


@pytest.fixture(scope="session", params=ADDRESSES)
def built(request: pytest.FixtureRequest, build: Callable[[str], Built]) -> Built:
    """The real site at the root of a host, then in a folder of one."""
    return build(request.param)
