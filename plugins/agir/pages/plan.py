"""The pages of the site, as data: what each is, where it stands and what lies around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agir.content import model
from agir.content.fields import LANGS, Lang
from agir.content.problems import Place
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.library import Library
    from agir.pages.addresses import Addresses
    from agir.pages.written import WrittenPage


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; `entry` is what it shows, `kind` chooses its template.

    `before` and `after` are the ids of its neighbours in the collection, `rank` its place there
    (1 of 5), `trail` the ids above it, from the top.
    """

    id: str
    kind: str
    lang: Lang
    path: str
    title: str
    description: str
    part: str
    entry: model.Article | WrittenPage
    place: Place
    trail: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    rank: tuple[int, int] | None = None


def plan(
    library: Library, written: list[WrittenPage], addresses: Addresses
) -> dict[Lang, list[Page]]:
    """Every page by language, in reading order."""
    return {lang: list(_Planner(library, addresses, lang).pages(written)) for lang in LANGS}


def landing_of(library: Library, part: str) -> str:
    """The id of the overview that opens a part."""
    return next(o.id for o in library.all(model.Overview) if o.part == part and o.menu)


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans the pages of one language."""

    library: Library
    addresses: Addresses
    lang: Lang

    def pages(self, written: list[WrittenPage]) -> Iterator[Page]:
        for page in written:
            if page.lang == self.lang:
                yield self._written(page)
        for overview in self.library.all(model.Overview):
            above = landing_of(self.library, overview.part)
            trail = () if above == overview.id else (above,)
            yield self._article(overview, "overviews", overview.part, trail)
        for topic in self.library.all(model.Topic):
            above = landing_of(self.library, topic.part)
            yield self._article(topic, "topics", topic.part, (above,))
        for overview in self.library.all(model.Overview):
            if self.library.has_pages(overview.id):
                yield from self._collection(overview)

    def _collection(self, overview: model.Overview) -> Iterator[Page]:
        entries = self.library.collections[overview.id]
        trail = tuple(dict.fromkeys((landing_of(self.library, overview.part), overview.id)))
        ids = ["", *(entry.id for entry in entries), ""]
        ordered = all(entry.order for entry in entries)
        for number, entry in enumerate(entries, 1):
            page = self._article(entry, overview.id, overview.part, trail)
            rank = (number, len(entries)) if ordered else None
            yield replace(page, before=ids[number - 1], after=ids[number + 1], rank=rank)

    def _written(self, page: WrittenPage) -> Page:
        return Page(
            id=page.id,
            kind="home" if page.id == "home" else "document",
            lang=self.lang,
            path=self.addresses.path(page.id, self.lang),
            title=typeset(page.title, self.lang),
            description=typeset(page.description, self.lang),
            part="",
            entry=page,
            place=Place(page.file),
        )

    def _article(self, entry: model.Article, kind: str, part: str, trail: tuple[str, ...]) -> Page:
        return Page(
            id=entry.id,
            kind=kind,
            lang=self.lang,
            path=self.addresses.path(entry.id, self.lang),
            title=typeset(*entry.title.get(self.lang)),
            description=typeset(*entry.summary.get(self.lang)),
            part=part,
            entry=entry,
            place=self.library.places[entry.id],
            trail=trail,
        )
