"""The questions of the site as data, for notebooks: where each stands, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content.model import Article, Sheet
from agir.pages.json_text import to_json
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.pages.site import Site


def questions_json(site: Site, lang: Lang) -> bytes:
    """`{"pages": [{id, title, url, questions: {id: text}}], "moved": {old: [change, new…]}, …}`.

    Pages and sheets, `[{id, title, url, minutes}]`, stand in the order of the site; a change is
    "moved", "split", "merged" or "retired".
    """

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    pages: list[dict[str, Any]] = [
        {
            "id": page.id,
            "title": words(page.entry.title),
            "url": page.path,
            "questions": {one.id: words(one.text) for one in page.entry.questions},
        }
        for page in site.pages[lang]
        if isinstance(page.entry, Article) and page.entry.questions
    ]
    sheets = [
        {
            "id": page.id,
            "title": words(page.entry.title),
            "url": page.path,
            "minutes": page.entry.minutes,
        }
        for page in site.pages[lang]
        if isinstance(page.entry, Sheet)
    ]
    moved = {one.old: [one.change, *one.to] for one in site.library.moved.ids}
    return to_json({"pages": pages, "sheets": sheets, "moved": moved})
