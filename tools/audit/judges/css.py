"""csstree-validator: every property, value and at-rule of a page's style, by the specifications."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from audit.judging import WHOLE, Bar, counted
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

CSS = Bar("css")
BARS = (CSS,)
# Its lists lack the descriptors of @page (CSS Paged Media 3).
_PAPER = re.compile(r"Unknown at-rule descriptor `(margin|size)`")
_INLINE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page, and of the sheets in files as the site's; each style once."""
    styles = {page.path: "\n".join(_INLINE.findall(page.html)) for page in site.pages}
    sheets = {file.name: file.read_text("utf-8") for file in site.folder.rglob("*.css")}
    different = [*dict.fromkeys([*styles.values(), *sheets.values()])]
    answers = ask(Path(__file__).with_suffix(".mjs"), {"styles": different})
    told = {
        style: [one for one in said if not _PAPER.search(one)]
        for style, said in zip(different, answers, strict=True)
    }
    for path, style in styles.items():
        yield counted(path, CSS, told[style])
    yield counted(WHOLE, CSS, [f"{name} {one}" for name in sheets for one in told[sheets[name]]])
