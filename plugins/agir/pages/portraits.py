"""What is answered by a choice where a group takes stock, as data for the notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.pages.site import Site


def portraits_of(site: Site, lang: Lang) -> list[dict[str, Any]]:
    """`[{id, title, url, choices: {id: text}}]`; dated copies are kept as `kept-<id>-<day>`.

    A short version has no choices of its own: its answers are those of the whole one.
    """

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    def choices(entry: model.Portrait) -> dict[str, str]:
        found: dict[str, str] = {}
        for scale in entry.scales:
            found[scale.id] = words(site.library.by_id[scale.about].title)
            found |= {one.id: words(one.text) for one in scale.statements}
        return found | {one.id: words(site.library.by_id[one.about].title) for one in entry.sorts}

    return [
        {
            "id": entry.id,
            "title": words(entry.title),
            "url": site.addresses.path(entry.id, lang),
            "choices": choices(entry),
        }
        for entry in site.library.all(model.Portrait)
        if entry.scales or entry.sorts or entry.short_of
    ]
