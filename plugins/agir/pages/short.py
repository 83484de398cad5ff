"""Short addresses, which lead to an entry in the language of the reader: /a/<id>/.

One for each page, each entry that shares a page and each question; other places are reached through
their page (/a/<page>/#<place>). An id never changes, and one that moved leads where it is now.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agir.content.fields import LANGS, Lang, Text
from agir.pages.addresses import SHORT, relative
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.site import Site


def short_addresses(site: Site) -> dict[str, Callable[[], bytes]]:
    """Path of each file -> what makes its bytes."""
    library, addresses = site.library, site.addresses
    shared = (entry.id for entry in library.by_id.values() if entry.id in addresses.anchors)
    found = {id_: id_ for id_ in (*addresses.pages, *shared, *library.questions)}
    moved = library.moved
    found |= {
        one.old: now[0] for one in moved.ids if (now := moved.now(one.old)) and now[0] in found
    }
    return {short(old): partial(_leading, site, old, id_) for old, id_ in found.items()}


def short(id_: str) -> str:
    """The file of a short address."""
    return f"{SHORT}{id_}/index.html"


def _leading(site: Site, old: str, id_: str) -> bytes:
    """The file that leads on: by a script, or by a list of both languages."""
    paths = {lang: site.addresses.path(id_, lang) for lang in LANGS}
    names = {lang: _name(site, id_, lang) for lang in LANGS}
    html = site.templates["fr"].render(
        "redirect.html",
        site.pages["fr"][0],
        targets={lang: relative(short(old), path) for lang, path in paths.items()},
        names=names,
        canonical=site.absolute(paths["fr"]),
        title=names["fr"],
    )
    return html.encode()


def _name(site: Site, id_: str, lang: Lang) -> str:
    """What an entry is called, or what a question asks."""
    question = site.library.questions.get(id_)
    found = question[0].text if question else site.title_of(id_, lang)
    return typeset(*found.get(lang)) if isinstance(found, Text) else typeset(found, lang)
