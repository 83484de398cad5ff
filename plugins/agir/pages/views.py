"""What templates ask of the content: groups, orders, and figures in words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args

from agir.content import model, parts
from agir.pages.plan import COLLECTION_OF
from agir.pages.relations import units_of
from agir.pages.typography import NBSP, typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from agir.content.fields import Lang
    from agir.content.library import Library
    from agir.pages.handwritten import Document, Part
    from agir.pages.site import Site

_MONTHS: dict[str, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
PARTS = get_args(model.PartName)
_TOOL_GROUP = "tools-to-find"


@dataclass(slots=True)
class Group:
    """A heading of a hand-written page with the parts under it."""

    heading: Part | None
    parts: list[Part] = field(default_factory=list)


class Views:
    """Bound to one site; every method returns plain data for a template to show."""

    def __init__(self, site: Site) -> None:
        """Keep the site whose content is asked for."""
        self.site = site
        self.library: Library = site.library

    def landings(self) -> list[model.Overview]:
        """The six overviews that open a part, in the order of the parts."""
        opening = [overview for overview in self.library.all(model.Overview) if overview.menu]
        return sorted(opening, key=lambda overview: PARTS.index(overview.part))

    def name(self, id_: str, lang: Lang) -> str:
        """The short name of a page: its menu label where it has one, else its title."""
        entry = self.library.by_id.get(id_)
        if entry is None:
            return next(page.title for page in self.site.pages[lang] if page.id == id_)
        return typeset(*(getattr(entry, "menu", None) or entry.title).get(lang))

    def listed(self, overview: model.Overview) -> list[tuple[str, tuple[Any, ...]]]:
        """The collections that an overview presents, with their entries."""
        return [(name, self.library.collections[name]) for name in overview.lists]

    def collection(self, overview_id: str) -> tuple[Any, ...]:
        """The entries that stand on the page of an overview (glossary, sources…)."""
        return self.library.collections[COLLECTION_OF.get(overview_id, overview_id)]

    def entries(self, ids: Iterable[str]) -> list[Any]:
        """The entries of these ids."""
        return [self.library.by_id[id_] for id_ in ids]

    def everything(self) -> list[Any]:
        """Every entry that has an address, for the index."""
        pages, anchors = self.site.addresses.pages, self.site.addresses.anchors
        return [
            entry
            for entry in self.library.by_id.values()
            if entry.id in pages or entry.id in anchors
        ]

    def part_of(self, entry: model.Entry) -> str:
        """The part of the resource that an entry belongs to."""
        part = getattr(entry, "part", "")
        return part or self.site.parts.get(self.library.collection_of(entry), "")

    def sources(self, entry: object) -> dict[str, list[model.Unit]]:
        """The units that an entry comes from, by source document."""
        groups: dict[str, list[model.Unit]] = defaultdict(list)
        for id_ in units_of(entry):
            groups[self.site.units[id_].document].append(self.site.units[id_])
        return dict(groups)

    def is_editorial(self, thing: object) -> bool:
        """Whether nothing in an entry or a part of it comes from the sources."""
        return next(units_of(thing), None) is None

    def groups(self, document: Document) -> list[Group]:
        """A hand-written page cut at its headings."""
        groups = [Group(None)]
        for part in document.parts:
            if part.kind == "heading":
                groups.append(Group(part))
            else:
                groups[-1].parts.append(part)
        return groups if groups[0].parts else groups[1:]

    def cycle(self, current: str, lang: Lang, url: Callable[[str], str]) -> list[dict[str, Any]]:
        """The steps of the planning cycle for its drawing, their names cut in short lines."""
        return [
            {
                "url": url(step.id),
                "number": number,
                "title": typeset(*step.title.get(lang)),
                "lines": lines(typeset(*step.title.get(lang))),
                "current": step.id == current,
            }
            for number, step in enumerate(self.library.all(model.Step), 1)
        ]

    def by_title(self, entries: Iterable[Any], lang: Lang) -> list[Any]:
        """Entries in the alphabetical order of a language's titles."""
        return sorted(entries, key=lambda entry: fold(entry.title.get(lang)[0]))

    def by_letter(self, entries: Iterable[Any], lang: Lang) -> list[tuple[str, list[Any]]]:
        """Entries in alphabetical order, by first letter."""
        ordered = sorted(entries, key=lambda entry: sort_key(entry.title.get(lang)[0]))
        first = groupby(ordered, key=lambda entry: sort_key(entry.title.get(lang)[0])[:1].upper())
        return [(letter, list(group)) for letter, group in first]

    def is_ordered(self, entries: Iterable[Any]) -> bool:
        """Whether the order of these entries means something (steps, conditions)."""
        return any(isinstance(entry, model.Step | model.Condition) for entry in entries)

    def column_groups(self, table: parts.Table) -> list[tuple[Any, int]]:
        """The headings above the columns of a table, with how many columns each spans."""
        first = groupby(table.columns, key=lambda column: column.group)
        return [(group, len(list(columns))) for group, columns in first]

    def finder(self, lang: Lang) -> list[tuple[str, str, list[Any]]]:
        """Sheets and tools by the first step they serve: (id, name, entries) per step.

        Within a step: sheets, then tools in the page's language, then the others. Tools without
        a publisher's page come last, on their own.
        """
        labels = self.site.labels[lang]
        groups: dict[str, list[Any]] = defaultdict(list)
        for entry in (*self.library.all(model.Sheet), *self.library.all(model.Tool)):
            lost = isinstance(entry, model.Tool) and not entry.links
            groups[_TOOL_GROUP if lost else (*entry.steps, "")[0]].append(entry)
        names = [(step.id, typeset(*step.title.get(lang))) for step in self.library.all(model.Step)]
        names += [("", labels["finder_any_step"]), (_TOOL_GROUP, labels["finder_to_find"])]
        return [
            (f"for-{id_ or 'any-step'}", name, sorted(groups[id_], key=lambda e: _rank(e, lang)))
            for id_, name in names
            if groups[id_]
        ]

    def finder_size(self, groups: list[tuple[str, str, list[Any]]]) -> int:
        """How many results the finder holds."""
        return sum(len(entries) for _id, _name, entries in groups)

    def options(self, collection: str, lang: Lang) -> list[tuple[str, str]]:
        """The choices of a filter: id and title of each entry of a collection."""
        entries = self.library.collections[collection]
        return [(entry.id, typeset(*entry.title.get(lang))) for entry in entries]

    def bounds(self, value: parts.Span | int | str) -> str:
        """A span for a script: "10-30", "10-" without an upper limit, "" when unknown."""
        if isinstance(value, parts.Span):
            return f"{value.min}-{'' if value.max is None else value.max}"
        return f"{value}-{value}" if isinstance(value, int) else ""

    def minutes(self, value: parts.Span | int | str, lang: Lang) -> str:
        """A duration in words: "20 min", "1 h 30", "10 à 60 min"."""
        return self._span(value, lang, hours)

    def people(self, value: parts.Span | str, lang: Lang) -> str:
        """A group size in words: "4 à 30 personnes"."""
        unit = "personnes" if lang == "fr" else "people"
        return self._span(value, lang, lambda number: f"{number}{NBSP}{unit}")

    def day(self, value: date, lang: Lang) -> str:
        """A date as people write it: "1er mars 2026", "March 1, 2026"."""
        month = _MONTHS[lang][value.month - 1]
        if lang == "fr":
            number = "1er" if value.day == 1 else str(value.day)
            return f"{number}{NBSP}{month}{NBSP}{value.year}"
        return f"{month}{NBSP}{value.day}, {value.year}"

    def _span(self, value: parts.Span | int | str, lang: Lang, words: Callable[[int], str]) -> str:
        if isinstance(value, str):
            return self.site.labels[lang]["unknown"]
        if isinstance(value, int):
            return words(value)
        if value.max is None:
            return f"{words(value.min)} {'ou plus' if lang == 'fr' else 'or more'}"
        if value.min == value.max:
            return words(value.min)
        first = words(value.min)
        last = words(value.max)
        if first.split(NBSP)[1:] == last.split(NBSP)[1:]:
            first = first.split(NBSP)[0]
        return f"{first} {'à' if lang == 'fr' else 'to'} {last}"


def hours(minutes: int) -> str:
    """Minutes as "45 min", "2 h" or "1 h 30"."""
    if minutes < 90:  # noqa: PLR2004 (up to an hour and a half, minutes read better)
        return f"{minutes}{NBSP}min"
    whole, rest = divmod(minutes, 60)
    return f"{whole}{NBSP}h{NBSP}{rest:02}" if rest else f"{whole}{NBSP}h"


def lines(title: str, width: int = 14) -> list[str]:
    """A title cut at its blanks into lines of about `width` characters."""
    found: list[str] = []
    for word in title.split(" "):
        if found and len(found[-1]) + len(word) < width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def fold(title: str) -> str:
    """A title without capitals, accents and opening marks."""
    folded = unicodedata.normalize("NFD", title.lower().replace("œ", "oe"))
    return "".join(c for c in folded if not unicodedata.combining(c)).lstrip("« “\"'‘")


def sort_key(title: str) -> str:
    """A title as an index sorts it: folded, without a leading article."""
    bare = fold(title)
    for article in ("l'", "l’", "le ", "la ", "les ", "un ", "une ", "des ", "du ", "the ", "a "):
        if bare.startswith(article):
            return bare[len(article) :]
    return bare


def _rank(entry: Any, lang: Lang) -> tuple[bool, bool, int, str]:
    own = isinstance(entry, model.Sheet)
    known = own or lang in entry.languages
    return (not own, not known, entry.order, sort_key(entry.title.get(lang)[0]))
