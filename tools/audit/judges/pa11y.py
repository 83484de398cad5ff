"""pa11y: HTML_CodeSniffer's WCAG 2 AAA, which sees what axe does not and the other way round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audit.judging import Bar, counted
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

PA11Y = Bar("pa11y")
BARS = (PA11Y,)


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page: errors, not what it asks people to look at."""
    addresses = [site.address(page) for page in site.pages]
    answers = ask(Path(__file__).with_suffix(".mjs"), {"addresses": addresses})
    for page, said in zip(site.pages, answers, strict=True):
        yield counted(page.path, PA11Y, said)
