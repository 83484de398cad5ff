"""Handouts as tagged PDF, as Chromium prints them, on each paper."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import chromium
from agir.pages.handouts import handout_files
from pages_server import serving
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agir.pages.plan import Page
    from agir.pages.site import Site
    from playwright.sync_api import Page as Tab


@contextmanager
def printer(site: Site) -> Iterator[Callable[[Page, str], bytes]]:
    """What prints the page of a handout on a paper of PAPERS, as the bytes of a PDF.

    Raises chromium.NoChromiumError where there is none.
    """
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        _write(site, Path(name))
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        with serving(Path(name), "/") as url:
            tab = browser.new_page()

            def printed(page: Page, paper: str) -> bytes:
                tab.goto(f"{url}{page.path}")
                return print_tab(tab, paper)

            yield printed
        browser.close()


def print_tab(tab: Tab, paper: str) -> bytes:
    """What a tab shows, as a PDF with the tags of its HTML, its language and its headings."""
    tab.evaluate("document.fonts.ready")
    return tab.pdf(format=paper, tagged=True, outline=True)


def sheets(pdf: Path) -> int:
    """How many sheets a PDF has."""
    return len(PdfReader(pdf).pages)


def _write(site: Site, folder: Path) -> None:
    files = dict(site.assets.files.values())
    files |= {path: make() for path, make in handout_files(site).items()}
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
