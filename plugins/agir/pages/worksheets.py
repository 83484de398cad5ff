"""The tables that groups fill in, as data for the notebooks: what their ids are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content.model import Sheet
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.content.parts import Section, Table
    from agir.pages.site import Site


def tables_of(site: Site, lang: Lang) -> list[dict[str, Any]]:
    """`[{id, title, url, columns: {id: text}, choices: {id: text}, asks: {id: text}}]`.

    A row is kept as `<id>.<row>`, an area of a map as `<id>-areas.<area>`; `choices` are what a
    cell may hold instead of words, `asks` what is ticked of each row.
    """

    def words(text: Text) -> str:
        return typeset(*text.get(lang))

    def items(sections: tuple[Section, ...], id_: str | None) -> dict[str, str]:
        found = [item for part in sections if id_ and part.id == id_ for item in part.items]
        return {item.id: words(item.title) for item in found if item.id and item.title}

    def choices(table: Table) -> dict[str, str]:
        names = [column.choices for column in table.columns if column.choices]
        entries = [entry for name in names for entry in site.library.collections[name]]
        return {entry.id: words(entry.title) for entry in entries}

    return [
        {
            "id": table.id,
            "title": f"{words(sheet.title)} · {words(table.caption)}",
            "url": f"{site.addresses.path(sheet.id, lang)}#{table.id}",
            "columns": {column.id: words(column.title) for column in table.columns},
            "choices": choices(table) | items(sheet.sections, table.areas),
            "asks": items(sheet.sections, table.asks),
        }
        for sheet in site.library.all(Sheet)
        for section in sheet.sections
        if (table := section.table)
    ]
