"""The questions of the site as data, for the notebooks: where each is, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.pages.json_text import to_json
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.pages.site import Site


def questions_json(site: Site, lang: Lang) -> bytes:
    """`{"pages": [{id, title, url, questions: {id: text}}], "moved": {old: [change, new…]}}`.

    Pages stand in the order of the site; a change is "moved", "split", "merged" or "retired".
    A page to take stock has `choices` instead, {id: text}: what is answered by a choice.
    """

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    def choices(entry: model.Portrait) -> dict[str, str]:
        found: dict[str, str] = {}
        for scale in entry.scales:
            found[scale.id] = words(site.library.by_id[scale.about].title)
            found |= {one.id: words(one.text) for one in scale.statements}
        return found | {one.id: words(site.library.by_id[one.about].title) for one in entry.sorts}

    pages: list[dict[str, Any]] = []
    for page in site.pages[lang]:
        entry = page.entry
        if not isinstance(entry, model.Article):
            continue
        shown = {"id": page.id, "title": words(entry.title), "url": page.path}
        if entry.questions:
            pages.append(
                shown | {"questions": {one.id: words(one.text) for one in entry.questions}}
            )
        elif isinstance(entry, model.Portrait) and (found := choices(entry)):
            pages.append(shown | {"questions": {}, "choices": found})
    moved = {one.old: [one.change, *one.to] for one in site.library.moved.ids}
    return to_json({"pages": pages, "moved": moved})
