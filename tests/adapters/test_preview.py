"""`mkdocs serve`: each change shows, a mistake never costs the pages that were good."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

import pytest
from project import ENVIRONMENT, copy_project, edit_file

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
STEP = "data/steps/intention.yml"
ABOUT = "docs/en/about.md"
SKELETON = "overrides/skeleton.html"
TITLE = '"L\'intention"'
BANNER = 'class="banner"'


@dataclass(frozen=True, slots=True)
class Preview:
    """A running `mkdocs serve` on a copy of the project."""

    folder: Path
    url: str
    said: Path

    def page(self, path: str = "") -> str:
        """A page as it is now; nothing while the server does not answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                return str(answer.read().decode())
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def shows(self, words: str, path: str = "", *, wanted: bool = True) -> str:
        """The page once it has some words, or no longer has them."""
        end = time.monotonic() + 120  # a hang guard
        while time.monotonic() < end:
            page = self.page(path)
            if page and (words in page) is wanted:
                return page
            time.sleep(0.1)
        log = self.said.read_text("utf-8")[-2000:]
        raise AssertionError(f"{words!r} {'never came' if wanted else 'never left'}:\n{log}")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One for all tests of this file: none minds what another has changed."""
    folder = tmp_path_factory.mktemp("project")
    copy_project(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = folder / "said"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with said.open("w") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=ENVIRONMENT
        )
    try:
        made = Preview(folder, f"http://127.0.0.1:{port}/", said)
        made.shows("Agir ensemble")
        yield made
    finally:
        process.terminate()
        process.wait(20)


CHANGES = {
    "data": (STEP, TITLE, '"Notre intention"', "etapes/intention/", "<h1>Notre intention"),
    "docs": (ABOUT, "title: ", "title: Really, ", "en/about/", "<h1>Really, "),
    "a template": (SKELETON, "</body>", "<p>new foot</p></body>", "etapes/", "<p>new foot</p>"),
    "a style": (
        "overrides/components/header/header.css", "", ".new-style { color: red }\n",
        "en/", ".new-style{color:red}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_shows_and_open_pages_are_told_to_reload(
    preview: Preview, change: tuple[str, ...]
) -> None:
    """Open pages ask at an address of MkDocs; its answer grows when something has changed."""
    file, old, new, path, words = change
    page = preview.page(path)
    assert "livereload" in page
    assert words not in page
    before = int(preview.page("livereload/0/0"))
    edit_file(preview.folder, file, old, new)
    preview.shows(words, path)
    assert int(preview.page("livereload/0/0")) > before


MISTAKES = {
    "data": (STEP, "title: {fr:", "title: {fre:", f"{STEP}:2:9"),
    "docs": (ABOUT, "title:", "titel:", f"{ABOUT}:2:1"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_keeps_the_last_good_pages_under_a_banner(
    preview: Preview, mistake: tuple[str, ...]
) -> None:
    file, old, new, place = mistake
    assert BANNER not in preview.page("etapes/planification/")
    edit_file(preview.folder, file, old, new)
    for path, title in (("etapes/planification/", "<h1>La planif"), ("en/privacy/", "<h1>Priv")):
        page = preview.shows(BANNER, path)
        assert place in page
        assert title in page
    edit_file(preview.folder, file, new, old)
    for path in ("etapes/planification/", "en/privacy/"):
        preview.shows(BANNER, path, wanted=False)


def test_a_broken_template_keeps_the_last_good_pages_until_it_is_mended(preview: Preview) -> None:
    edit_file(preview.folder, SKELETON, "{{ body }}", "{{ body")
    page = preview.shows(BANNER, "en/about/")
    assert f"<code>{SKELETON}:" in page
    edit_file(preview.folder, SKELETON, "{{ body", "<i>mended</i>{{ body }}")
    preview.shows("<i>mended</i>", "en/about/")
    preview.shows(BANNER, "en/about/", wanted=False)
