"""What a page is, for search engines and whoever collects resources: JSON-LD, by schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from agir.content import model
from agir.pages.json_text import to_json
from agir.pages.writer import HTML_LANG

if TYPE_CHECKING:
    from agir.content.fields import Lang
    from agir.pages.plan import Page
    from agir.pages.site import Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Kind of a page -> type; what is not here is read to learn something.
_TYPES = {"overviews": "CollectionPage", "document": "WebPage"}
_TYPES |= {"sheets": "HowTo", "workshops": "HowTo"}
_OF_ONE = {"about": "AboutPage", "glossary": "DefinedTermSet"}
_LEARNT = "LearningResource"


def linked_data(site: Site, page: Page) -> Markup:
    """The data of a page, ready to stand in a script element."""
    whole = {"@context": "https://schema.org", "@graph": list(_things(site, page))}
    text = to_json(whole).decode().replace("<", "\\u003c")  # or a title could end the element
    return Markup(text)  # noqa: S704 (JSON in which no tag can open)


def _things(site: Site, page: Page) -> list[dict[str, Any]]:
    home = site.absolute(site.addresses.path("home", page.lang))
    about: dict[str, Any] = {
        "@type": _OF_ONE.get(page.id) or _TYPES.get(page.kind, _LEARNT),
        "name": page.title,
        "url": site.absolute(page.path),
        "inLanguage": HTML_LANG[page.lang],
        "license": LICENCE,
    }
    if page.id == "home":
        return [about | {"@type": "WebSite", "description": page.description}]
    if isinstance(page.entry, model.Sheet | model.Workshop):
        about |= _how_to(site, page, page.entry)
    if updated := site.updated(page):
        about["dateModified"] = updated.isoformat()
    trail = [("home", home)]
    trail += [(id_, site.absolute(site.addresses.path(id_, page.lang))) for id_ in page.trail]
    steps = [
        {
            "@type": "ListItem",
            "position": rank,
            "name": _name(site, id_, page.lang),
            "item": address,
        }
        for rank, (id_, address) in enumerate(trail, 1)
    ]
    return [about, {"@type": "BreadcrumbList", "itemListElement": steps}]


def _how_to(site: Site, page: Page, whole: model.Sheet | model.Workshop) -> dict[str, Any]:
    """How long it takes, and its moments or points as steps: their text stands on the page."""
    writer = site.templates[page.lang].writer
    moments = whole.moments if isinstance(whole, model.Sheet) else whole.points
    steps = [writer.plain(moment.title) for moment in moments]
    return {"totalTime": f"PT{whole.minutes}M", "step": steps}


def _name(site: Site, id_: str, lang: Lang) -> str:
    """The short name of a page, without markup."""
    menu = getattr(site.library.by_id.get(id_), "menu", None)
    return site.templates[lang].writer.plain(menu or site.title_of(id_, lang))
