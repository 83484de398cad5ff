"""Where everything stands on the site: the one place that makes addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agir.content import meetings, model, parts, portrait
from agir.content.fields import LANGS, Lang

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.pages.written import WrittenPage

# What every page leads to at its foot.
WRITTEN_IN_FOOTER = ("about", "contributing", "accessibility", "privacy")
FOOTER = ("notebooks", *WRITTEN_IN_FOOTER, "glossary", "bibliography", "sources", "site-index")
SITUATIONS_ON = "home"  # the hand-written page that has the block `situations`
# Ids that the templates give to parts of any page, and to those of an entry's page.
FRAME_IDS = frozenset(
    [
        *("main", "search", "hero-p", "talk", "worksheet", "portrait"),
        *("open", "meeting", "keep", "all", "reread", "agenda-title", "points-title"),  # notebooks
        *("book", "book-title", "book-example", "erase-title", "erase-what"),
        *("choose", "slide-title"),  # in a group
        *("start", "mine"),  # a workshop
        "page-q",  # the field of the page of results
    ]
)
FRAME_STARTS = ("b-", "c-", "cite-", "search-", "group-", "ready-")
ENTRY_IDS = frozenset(
    [
        *("questions", "sources", "tools", "sheets", "related", "facts", "names", "topics"),
        *("when", "moments", "points", "hybrid", "plain", "traps"),
        *("results", "sorts"),
    ]
)
ENTRY_STARTS = ("f-", "l-", "r-", "for-", "list-")
REVIEW = "relire"
API = "api/v1"
FEED: dict[Lang, str] = {"fr": "atom.xml", "en": "en/atom.xml"}
# What stands beside the pages, the same in both languages, and a text may link to.
BESIDE = {
    "review": f"{REVIEW}/",  # for those who work on the resource
    "open-pages": f"{API}/pages.json",
    "open-entries": f"{API}/entries.json",
    "openapi": f"{API}/openapi.json",
    "feed-fr": FEED["fr"],
    "feed-en": FEED["en"],
}
PREFIX: dict[Lang, str] = {"fr": "", "en": "en/"}
# Where the other views of an entry stand, each under the entry's id: its page is the canonical one.
HANDOUTS: dict[Lang, str] = {"fr": "remettre/", "en": "en/handouts/"}
ANIMATIONS: dict[Lang, str] = {"fr": "animer/", "en": "en/animate/"}
SHORT = "a/"  # below it, an id leads to its entry in the language of the reader
# Below it, pages without our frame, for a frame on another site.
EMBED: dict[Lang, str] = {"fr": "integrer/", "en": "en/embed/"}
VIEWS = (*HANDOUTS.values(), *ANIMATIONS.values())
# What stands beside the pages and says again what they say.
AGAIN = (SHORT, *EMBED.values(), *VIEWS)


@dataclass(slots=True)
class Addresses:
    """Page paths by id and language ("conditions/vision-commune/"), and anchors on pages."""

    pages: dict[str, dict[Lang, str]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)  # id of a part of a page -> page id

    def path(self, id_: str, lang: Lang) -> str:
        """The path of a page or of a place on it, from the site's root, without a first slash.

        Raises KeyError for an id that nothing on the site has.
        """
        name, _, anchor = id_.partition("#")
        if name in BESIDE:
            return BESIDE[name]
        if name in self.pages:
            return self.pages[name][lang] + (f"#{anchor}" if anchor else "")
        return f"{self.pages[self.anchors[name]][lang]}#{name}"


def is_taken(id_: str, *, entry: bool = True) -> bool:
    """Whether the templates use an id themselves, on an entry's page or a hand-written one."""
    if entry and (id_ in ENTRY_IDS or id_.startswith(ENTRY_STARTS)):
        return True
    return id_ in FRAME_IDS or id_.startswith(FRAME_STARTS)


def relative(source: str, target: str) -> str:
    """The address of `target` as written on the page `source` (both paths from the root)."""
    up = "../" * source.count("/")
    return f"{up}{target}" or "./"


def addresses_of(library: Library, written: list[WrittenPage]) -> Addresses:
    """Every address of the site: hand-written pages, overviews, topics, entries, anchors."""
    addresses = Addresses()
    for page in written:
        folder = f"{page.slug}/" if page.slug else ""
        addresses.pages.setdefault(page.id, {})[page.lang] = PREFIX[page.lang] + folder
    for article in (*library.all(model.Overview), *library.all(model.Topic)):
        addresses.pages[article.id] = _paths(article)
    for name, entries in library.collections.items():
        if name in addresses.pages and library.has_pages(name):
            for entry in entries:
                if isinstance(entry, model.Article):
                    addresses.pages[entry.id] = _paths(entry, addresses.pages[name])
    _add_anchors(addresses, library)
    return addresses


def shown_on(library: Library) -> dict[str, str]:
    """Collection whose entries have no page of their own -> the page that shows them."""
    return library.shown_on | {"situations": SITUATIONS_ON}


def _add_anchors(addresses: Addresses, library: Library) -> None:
    """Every place on a page that has an id of its own."""
    for name, page in shown_on(library).items():
        addresses.anchors |= {entry.id: page for entry in library.collections[name]}
    for entry in library.by_id.values():
        page = entry.id if entry.id in addresses.pages else addresses.anchors.get(entry.id, "")
        if page:
            found = (*parts_of(entry), *_tables_of(entry))
            addresses.anchors |= {part.id: page for part in found}


Part = (
    parts.Question | parts.Item | parts.Section | parts.Moment | meetings.Point
    | portrait.Scale | portrait.Statement | portrait.Sort
)  # fmt: skip


def parts_of(entry: object) -> list[Part]:
    """Everything inside an entry that has an id of its own."""
    scales = list(getattr(entry, "scales", ()))
    sections = list(getattr(entry, "sections", ()))
    items = [item for section in sections for item in section.items]
    questions = [] if isinstance(entry, model.Situation) else list(getattr(entry, "questions", ()))
    return [
        *sections,
        *items,
        *questions,
        *getattr(entry, "keywords", ()),
        *getattr(entry, "moments", ()),
        *getattr(entry, "points", ()),
        *scales,
        *(statement for scale in scales for statement in scale.statements),
        *getattr(entry, "sorts", ()),
    ]


def _tables_of(entry: object) -> list[parts.Table | parts.Column]:
    """The tables to fill in of an entry, and their columns: what is written there is kept so."""
    tables = [part.table for part in getattr(entry, "sections", ()) if part.table]
    return [*tables, *(column for table in tables for column in table.columns)]


def _paths(article: model.Article, under: dict[Lang, str] | None = None) -> dict[Lang, str]:
    parents = under or PREFIX
    return {lang: f"{parents[lang]}{article.slug.get(lang)[0]}/" for lang in LANGS}
