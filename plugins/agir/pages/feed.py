"""What changed in the content, as an Atom feed (RFC 4287) for each language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from agir.pages.addresses import FEED, SHORT

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.content.model import Entry
    from agir.pages.site import Site

_LATEST = 40
_START = date(2026, 11, 21)  # of the project: a feed says a day even before the first release


class News(NamedTuple):
    """An entry with other words than before, and the moment it was published so."""

    id: str
    entry: Entry
    kind: str
    summary: Text
    address: str
    updated: str


def feed(site: Site, lang: Lang) -> bytes:
    """The feed of a language, the latest entries first."""
    days = {id_: one.day for (id_, of), one in site.revisions.items() if of == lang}
    addresses = site.addresses
    there = (
        id_ for id_ in site.library.by_id if id_ in addresses.pages or id_ in addresses.anchors
    )
    found = sorted((id_ for id_ in there if id_ in days), key=days.__getitem__, reverse=True)
    home = next(page for page in site.pages[lang] if page.id == "home")
    html = site.templates[lang].render(
        "feed.xml",
        home,
        itself=site.absolute(FEED[lang]),
        updated=_moment(max(days.values(), default=_START)),
        news=[_news(site, lang, id_, days[id_]) for id_ in found[:_LATEST]],
    )
    return html.encode()


def _news(site: Site, lang: Lang, id_: str, day: date) -> News:
    entry: Any = site.library.by_id[id_]
    said = (getattr(entry, name, None) for name in ("summary", "definition", "about"))
    return News(
        # Known for ever by an address that no change of a title or of an ending moves.
        f"{site.absolute(SHORT)}{id_}/?lang={lang}",
        entry,
        site.library.collection_of(entry),
        next(text for text in said if text),
        site.absolute(site.addresses.path(id_, lang)),
        _moment(day),
    )


def _moment(day: date) -> str:
    """Noon, so that readers in Québec are shown the same day."""
    return f"{day.isoformat()}T12:00:00Z"
