"""The animation view of a sheet or a step: what who animates says, brings and watches for.

A page of its own beside the entry's, which all may see, project and print without it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from agir.content import model
from agir.pages.addresses import ANIMATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.plan import Page
    from agir.pages.site import Site


def has_animation(page: Page) -> bool:
    """Whether an entry says how to animate it."""
    entry = page.entry
    return isinstance(entry, model.Sheet) or bool(getattr(entry, "animation", None))


def animations(site: Site) -> list[Page]:
    """Every animation view, in both languages."""
    return [
        replace(page, path=f"{ANIMATIONS[page.lang]}{page.id}/")
        for page in site.all_pages
        if has_animation(page)
    ]


def animation_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """Path -> what makes the file."""
    return {f"{page.path}index.html": partial(_document, site, page) for page in animations(site)}


def _document(site: Site, page: Page) -> bytes:
    return site.templates[page.lang].plain("animation.html", page).encode()
