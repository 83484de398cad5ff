"""What tests of the built site share: the real site, built at both addresses it may have."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from project import ENVIRONMENT, ROOT, copy_project
from turns import ADDRESSES, at_their_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

os.environ |= {"AGIR_CACHE": ENVIRONMENT["AGIR_CACHE"]}  # also for what tests call themselves
# An inherited path is read from where the new file stands, hence the absolute ones.
CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
site_url: {url}
site_dir: {folder}
docs_dir: {root}/docs
theme: {{custom_dir: {root}/overrides}}
watch: []
"""


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    yield  # `-k root` and the like choose first
    kept = at_their_turn(items)
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    items[:] = kept


@dataclass(frozen=True, slots=True)
class Built:
    """The site in a folder, as it is published at `url`; `base` is the path of its root."""

    folder: Path
    url: str

    @property
    def base(self) -> str:
        return urlsplit(self.url).path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """`build("root")` or `build("sub-path")` makes the site, once for all processes of a run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    @cache
    def at(name: str) -> Built:
        place = shared / name
        made = Built(place / "site", ADDRESSES[name])
        said = place / "said"
        try:
            place.mkdir()  # only one process can: the others wait for what it says
        except FileExistsError:
            wait_for(said)
        else:
            (place / "saying").write_text(mkdocs_build(place, made), "utf-8")
            (place / "saying").rename(said)
        if error := said.read_text("utf-8"):
            pytest.fail(f"The site does not build:\n{error}", pytrace=False)
        return made

    return at


def mkdocs_build(place: Path, made: Built) -> str:
    """Build the site; what went wrong, or nothing."""
    config = place / "mkdocs.yml"
    text = CONFIGURATION.format(root=ROOT.as_posix(), url=made.url, folder=made.folder)
    config.write_text(text, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def wait_for(file: Path) -> None:
    end = time.monotonic() + 300  # a hang guard: the process that builds may have been killed
    while not file.exists():
        if time.monotonic() > end:
            file.write_text("its process is gone", "utf-8")  # so that no other test waits
        time.sleep(0.05)


@pytest.fixture(scope="session", params=ADDRESSES)
def built(request: pytest.FixtureRequest, build: Callable[[str], Built]) -> Built:
    """The real site at the root of a host or in a folder of one; with `each_address` at both."""
    return build(request.param)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page in a profile of its own: what it keeps goes with it."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(30_000)
        yield context.new_page()
