"""csstree-validator: every property, value and at-rule of a page's style, by the specifications."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from audit.judging import Bar, counted
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Page, Site

CSS = Bar("css")
BARS = (CSS,)
# Its lists lack the descriptors of @page (CSS Paged Media 3).
_PAPER = re.compile(r"Unknown at-rule descriptor `(margin|size)`")
_INLINE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page; pages with the same style are looked at once."""
    styles = {page.path: _style(site, page) for page in site.pages}
    different = [*dict.fromkeys(styles.values())]
    answers = ask(Path(__file__).with_suffix(".mjs"), {"styles": different})
    said = dict(zip(different, answers, strict=True))
    for path, style in styles.items():
        yield counted(path, CSS, [one for one in said[style] if not _PAPER.search(one)])


def _style(site: Site, page: Page) -> str:
    """The style in a page, then the sheets it loads."""
    folder = site.file(page).parent
    sheets = [(folder / name).read_text("utf-8") for name in _SHEET.findall(page.html)]
    return "\n".join([*_INLINE.findall(page.html), *sheets])
