"""What a workshop can be made of besides questions and sheets, as data: pages, sections, tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.pages.typography import typeset
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.pages.plan import Page
    from agir.pages.site import Site


def pieces_of(site: Site, lang: Lang) -> list[dict[str, Any]]:
    """`[{id, title, url, kind, minutes, sections: {id: text}}]`, in the order of the site.

    Sheets are listed elsewhere, with their minutes. A tool has some only where it takes no more.
    """
    return [
        {
            "id": page.id,
            "title": page.title,
            "url": page.path,
            "kind": site.labels[lang][f"kind_{page.kind}"],
        }
        | _minutes(page)
        | _sections(page, lang)
        for page in site.pages[lang]
        if not isinstance(page.entry, WrittenPage | model.Sheet | model.Workshop)
    ]


def workshops_of(site: Site, lang: Lang) -> list[dict[str, Any]]:
    """The ready ones: `[{id, title, url, points: [{id, title, minutes, uses, questions}]}]`."""

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    return [
        {
            "id": entry.id,
            "title": words(entry.title),
            "url": site.addresses.path(entry.id, lang),
            "points": [
                {"id": point.id, "title": words(point.title), "minutes": point.minutes}
                | ({"uses": point.uses} if point.uses else {})
                | ({"questions": point.questions} if point.questions else {})
                for point in entry.points
            ],
        }
        for entry in site.library.all(model.Workshop)
    ]


def _minutes(page: Page) -> dict[str, int]:
    found = getattr(page.entry, "minutes", None)
    found = getattr(found, "max", found)
    return {"minutes": found} if isinstance(found, int) else {}


def _sections(page: Page, lang: Lang) -> dict[str, dict[str, str]]:
    found = getattr(page.entry, "sections", ())
    texts = {section.id: typeset(*section.title.get(lang)) for section in found}
    return {"sections": texts} if texts else {}
