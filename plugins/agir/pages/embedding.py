"""Pages for a frame on another site: an entry, or one part of it by its #id, without our frame.

Any site may show them, none of the others (`headers`). They keep nothing and run one script, which
tells the page around how high they are.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from agir.content import model
from agir.pages.addresses import EMBED

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.plan import Page
    from agir.pages.site import Site

CYCLE = "cycle"
_NEED_US = ("overviews", "portraits")  # lists of our pages; what is nothing without its scripts


def embed_of(page: Page) -> str:
    """What a page is called below the folder of those for a frame; "" for one that has none."""
    if page.id == "steps":
        return CYCLE
    is_whole = isinstance(page.entry, model.Article) and page.kind not in _NEED_US
    return page.id if is_whole else ""


def embed_file(page: Page) -> str:
    """The path of the page for a frame, from the root of the site."""
    return f"{EMBED[page.lang]}{embed_of(page)}/index.html"


def embeds(site: Site) -> dict[str, Callable[[], bytes]]:
    """Path of each page for a frame -> what makes its bytes."""
    return {
        embed_file(page): partial(_embed, site, page) for page in site.all_pages if embed_of(page)
    }


def _embed(site: Site, page: Page) -> bytes:
    placed = replace(page, path=embed_file(page).removesuffix("index.html"))
    templates = site.templates[page.lang]
    if embed_of(page) == CYCLE:
        body = templates.render("components/cycle/embed.html", placed)
    else:
        body = site.embedded(placed)
    return templates.render("embed.html", placed, body=body, whole=page).encode()
