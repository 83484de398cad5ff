"""html-validate: rules of HTML, accessibility and documents; its script says which are off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audit.judging import Bar, counted
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

HTML = Bar("html")
BARS = (HTML,)


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page."""
    files = [str(site.file(page)) for page in site.pages]
    answers = ask(Path(__file__).with_suffix(".mjs"), {"files": files})
    for page, said in zip(site.pages, answers, strict=True):
        yield counted(page.path, HTML, said)
