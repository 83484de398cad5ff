"""What templates ask of the content: groups, orders, and figures in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args

from agir.content import model, parts
from agir.content.inside import texts_with_paths, units_of
from agir.content.translations import BEHIND, State, state_of
from agir.pages.addresses import FOOTER, parts_of
from agir.pages.typography import NBSP, typeset
from agir.pages.words import fold, hours, lines, sort_key, span
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agir.content.fields import Lang, Text
    from agir.content.library import Library
    from agir.content.portrait import Scale, Statement
    from agir.pages.addresses import Part
    from agir.pages.plan import Page
    from agir.pages.site import Site
    from agir.pages.written import Piece

PARTS = get_args(model.PartName)
_TOOL_GROUP = "tools-to-find"


@dataclass(slots=True)
class Group:
    """A heading of a hand-written page with the parts under it."""

    heading: Piece | None
    parts: list[Piece] = field(default_factory=list)


class Views:
    """Bound to one site; every method returns plain data for a template to show."""

    def __init__(self, site: Site) -> None:
        """Keep the site whose content is asked for."""
        self.site = site
        self.library: Library = site.library
        self.ours: dict[int, tuple[object, bool]] = {}  # by identity; what is kept keeps its own

    def landings(self) -> list[model.Overview]:
        """The six overviews that open a part, in the order of the parts."""
        opening = [overview for overview in self.library.all(model.Overview) if overview.menu]
        return sorted(opening, key=lambda overview: PARTS.index(overview.part))

    def listed(self, overview: model.Overview) -> list[tuple[str, tuple[Any, ...]]]:
        """The collections that an overview presents, with their entries."""
        return [(name, self.library.collections[name]) for name in overview.lists]

    def entries(self, ids: Iterable[str]) -> list[Any]:
        """The entries of these ids."""
        return [self.library.by_id[id_] for id_ in ids]

    def everything(self) -> list[Any]:
        """Every entry that has an address, for the index."""
        pages, anchors = self.site.addresses.pages, self.site.addresses.anchors
        entries = self.library.by_id.values()
        return [entry for entry in entries if entry.id in pages or entry.id in anchors]

    def written_beside(self, lang: Lang) -> list[Page]:
        """The hand-written pages that neither the menu nor the foot of a page leads to."""
        return [
            page
            for page in self.site.pages[lang]
            if isinstance(page.entry, WrittenPage) and page.id not in {"home", *FOOTER}
        ]

    def part_of(self, entry: model.Entry) -> str:
        """The part of the resource that an entry belongs to."""
        part = getattr(entry, "part", "")
        return part or self.site.parts.get(self.library.collection_of(entry), "")

    def sources(self, entry: object) -> list[tuple[model.Document, list[list[model.Unit]]]]:
        """The source documents that an entry comes from, each with the runs of its units."""
        named = dict.fromkeys(self.site.units[id_] for id_ in units_of(entry))
        documents = {unit.document: self.library.document_of(unit) for unit in named}.values()
        found = [groupby(self.units(one), key=named.__contains__) for one in documents]
        runs = [[list(units) for is_named, units in one if is_named] for one in found]
        return list(zip(documents, runs, strict=True))

    def units(self, document: model.Document) -> list[model.Unit]:
        """Every unit of a source document."""
        return [unit for unit in self.site.units.values() if unit.document == document.code]

    def behind(self, entry: model.Entry) -> list[State]:
        """How the English of an entry is behind its French: "missing", "outdated", or not."""
        record = self.site.record
        found = texts_with_paths(entry) if record else ()
        states = {state_of(text, record.get(path, ())) for path, text in found}
        return [state for state in BEHIND if state in states]

    def is_added(self, part: object, whole: object) -> bool:
        """Whether a part is ours, in a whole of which something comes from the sources.

        A section that names its own origin covers what it lists.
        """
        covered = isinstance(whole, parts.Section) and bool(whole.origin)
        return bool(part) and not covered and self._is_ours(part) and not self._is_ours(whole)

    def _is_ours(self, thing: object) -> bool:
        if id(thing) not in self.ours:
            self.ours[id(thing)] = (thing, not units_of(thing))
        return self.ours[id(thing)][1]

    def names(self, entry: model.Article) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """The other names of a condition, and its keywords."""
        return getattr(entry, "variants", ()), getattr(entry, "keywords", ())

    def related(self, entry: model.Article) -> dict[str, tuple[Any, ...]]:
        """What is tied to an entry, by collection, without what its page presents anyway."""
        shown = {*getattr(entry, "topics", ())}
        for name in getattr(entry, "lists", ()):
            shown |= {other.id for other in self.library.collections[name]}
        near = self.site.relations.of(entry.id)
        kept = {
            name: tuple(other for other in found if other.id not in shown)
            for name, found in near.items()
        }
        return {name: found for name, found in kept.items() if found}

    def part(self, id_: str) -> Part:
        """What has this id on the page of an entry: an item, a question, a statement."""
        whole = self.library.by_id[self.site.addresses.anchors[id_]]
        return next(part for part in parts_of(whole) if part.id == id_)

    def scales(self, entry: model.Portrait) -> list[tuple[Scale, list[Statement], bool]]:
        """What a portrait takes stock of, with which statements, and whether in short."""
        whole = self.library.by_id.get(entry.short_of or "")
        return [
            *((scale, list(scale.statements), False) for scale in entry.scales),
            *(
                (scale, [one for one in scale.statements if one.short], True)
                for scale in (whole.scales if whole else ())
            ),
        ]

    def neighbours(self, id_: str) -> list[Any]:
        """What is tied to an entry that shares its page with others."""
        return [other for found in self.site.relations.of(id_).values() for other in found]

    def groups(self, document: WrittenPage) -> list[Group]:
        """A hand-written page cut at its headings."""
        groups = [Group(None)]
        for part in document.parts:
            if part.kind == "heading":
                groups.append(Group(part))
            else:
                groups[-1].parts.append(part)
        return groups if groups[0].parts else groups[1:]

    def cycle(self, current: str, lang: Lang) -> list[dict[str, Any]]:
        """The steps of the planning cycle for its drawing, their names cut in short lines."""
        return [
            {
                "id": step.id,
                "number": number,
                "title": step.title,
                "lines": lines(typeset(*step.title.get(lang)), width=17),
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

    def of_part(self, entries: Iterable[Any], part: str) -> list[Any]:
        """The entries that belong to a part of the resource."""
        return [entry for entry in entries if self.part_of(entry) == part]

    def is_ordered(self, entries: Iterable[Any]) -> bool:
        """Whether their cards are numbered: the sources count steps and conditions out loud."""
        return any(isinstance(entry, model.Step | model.Condition) for entry in entries)

    def column_groups(self, table: parts.Table) -> list[tuple[Any, int]]:
        """The headings above the columns of a table, with how many columns each spans."""
        first = groupby(table.columns, key=lambda column: column.group)
        return [(group, len(list(columns))) for group, columns in first]

    def nearest_first(self, tools: Iterable[model.Tool], lang: Lang) -> list[model.Tool]:
        """Tools with a publisher's page and in the page's language first."""
        return sorted(tools, key=lambda tool: (not tool.links, *_rank(tool, lang)))

    def finder(self, lang: Lang) -> list[tuple[str, Text | str, list[Any]]]:
        """Sheets and tools by the first step they serve: (id, name, entries) per step.

        Within a step: sheets, then tools in the page's language, then the others. Tools without
        a publisher's page come last, on their own.
        """
        labels = self.site.labels[lang]
        groups: dict[str, list[Any]] = defaultdict(list)
        for entry in (*self.library.all(model.Sheet), *self.library.all(model.Tool)):
            lost = isinstance(entry, model.Tool) and not entry.links
            groups[_TOOL_GROUP if lost else (*entry.steps, "")[0]].append(entry)
        names: list[tuple[str, Text | str]]
        names = [(step.id, step.title) for step in self.library.all(model.Step)]
        names += [("", labels["finder_any_step"]), (_TOOL_GROUP, labels["finder_to_find"])]
        return [
            (f"for-{id_ or 'any-step'}", name, sorted(groups[id_], key=lambda e: _rank(e, lang)))
            for id_, name in names
            if groups[id_]
        ]

    def finder_size(self, groups: list[tuple[str, Any, list[Any]]]) -> int:
        """How many results the finder holds."""
        return sum(len(entries) for _id, _name, entries in groups)

    def options(self, collection: str) -> list[tuple[str, Text]]:
        """The choices of a filter: id and title of each entry of a collection."""
        return [(entry.id, entry.title) for entry in self.library.collections[collection]]

    def languages(self, codes: Iterable[str], lang: Lang) -> str:
        """Languages in words: "français, anglais"."""
        labels = self.site.labels[lang]
        return ", ".join(labels[f"language_{code}"] for code in codes) or labels["unknown"]

    def minutes(self, value: parts.Span | int | str, lang: Lang) -> str:
        """A duration in words: "20 min", "1 h 30", "10 à 15 min"."""
        labels = self.site.labels[lang]
        return span(value, lang, lambda number: hours(number, labels), labels["unknown"])

    def people(self, value: parts.Span | str, lang: Lang) -> str:
        """A group size in words: "4 à 30 personnes"."""
        unit = "personnes" if lang == "fr" else "people"
        unknown = self.site.labels[lang]["unknown"]
        return span(value, lang, lambda number: f"{number}{NBSP}{unit}", unknown)


def _rank(entry: Any, lang: Lang) -> tuple[bool, bool, int, str]:
    own = isinstance(entry, model.Sheet)
    known = own or lang in entry.languages
    return (not own, not known, entry.order, sort_key(entry.title.get(lang)[0]))
