"""One file of the content changed: the site takes it in, when nothing but texts is other.

What else an entry says (its ids, its address, its rank, what it is tied to) moves other pages:
then the whole content is put together again from the files already read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agir.content.fields import LANGS
from agir.content.files import collection_at
from agir.content.inside import units_of
from agir.content.library import COLLECTIONS, read_file
from agir.content.parts import Question
from agir.content.shape import shape_of
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from agir.content.known import Known
    from agir.pages.site import Site


def patch(site: Site, file: str, known: Known) -> bool:
    """Take in a changed file of data/, by its path; False, and nothing done, when it is too much.

    `known` holds the files as they were read, and is kept true.
    """
    before = known.get(file)
    collection = collection_at(file)
    if before is None or collection not in COLLECTIONS or not (site.root / file).exists():
        return False
    after = read_file(site.root / file, file, collection, before)
    if after.reading.problems or shape_of(after) != shape_of(before):
        return False
    known[file] = after
    for (old, _), (new, place) in zip(before.entries, after.entries, strict=True):
        site.library.places[new.id] = place
        if new != old:
            _replace(site, collection, new)
    for id_, place, _ in after.reading.ids:
        site.library.places[id_] = place
    _renew_pages(site, {entry.id for entry, _ in after.entries})
    return True


def _replace(site: Site, collection: str, new: Any) -> None:
    library = site.library
    entries = library.collections[collection]
    library.collections[collection] = tuple(new if e.id == new.id else e for e in entries)
    library.by_id[new.id] = new
    site.origins[new.id] = units_of(new)
    for question in getattr(new, "questions", ()):
        if isinstance(question, Question):
            library.questions[question.id] = (question, new)


def _renew_pages(site: Site, ids: set[str]) -> None:
    """The pages of entries that changed, or whose line in their file did."""
    for lang in LANGS:
        pages = site.pages[lang]
        for index, page in enumerate(pages):
            if page.id in ids:
                entry = site.library.by_id[page.id]
                pages[index] = replace(
                    page,
                    entry=entry,
                    place=site.library.places[page.id],
                    title=typeset(*entry.title.get(lang)),
                    description=typeset(*entry.summary.get(lang)),
                )
