"""The questions of the site as data, for the notebooks: where each stands, what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.pages.json_text import to_json
from agir.pages.portraits import portraits_of
from agir.pages.typography import typeset
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.pages.site import Site


def questions_json(site: Site, lang: Lang) -> bytes:
    """`{"pages": [{id, title, url, questions: {id: text}}], "moved": {old: [change, new…]}}`.

    Pages stand in the order of the site; a change is "moved", "split", "merged" or "retired".
    """

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    pages: list[dict[str, Any]] = [
        {
            "id": page.id,
            "title": words(entry.title),
            "url": page.path,
            "questions": {one.id: words(one.text) for one in entry.questions},
        }
        for page in site.pages[lang]
        if not isinstance(entry := page.entry, WrittenPage) and entry.questions
    ]
    moved = {one.old: [one.change, *one.to] for one in site.library.moved.ids}
    return to_json({"pages": pages, "portraits": portraits_of(site, lang), "moved": moved})
