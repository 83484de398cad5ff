"""The questions of the site as data, for the notebooks: where each stands, what moved."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from agir.content.model import Sheet
from agir.pages.json_text import to_json
from agir.pages.labels import MOVES, NAMED, STATES
from agir.pages.pieces import pieces_of, workshops_of
from agir.pages.portraits import portraits_of
from agir.pages.typography import typeset
from agir.pages.worksheets import tables_of
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from agir.content.fields import Lang, Text
    from agir.content.library import Library
    from agir.pages.site import Site


def questions_json(site: Site, lang: Lang) -> bytes:
    """`{"pages": [{id, title, url, questions: {id: text}}], "moved": {old: [change, new…]}, …}`.

    Pages, and `sheets` with their minutes, stand in the order of the site; a change is "moved",
    "split", "merged" or "retired". `digest` changes with what moved; `said` are the words that
    tell of it, which only somebody whose answers moved needs to load. `states` and `named` say
    what answers are called that no question has. `pieces` and `workshops` are what a workshop can
    be made of, `workshop` where the page is that makes it.
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
    sheets = [
        {"id": page.id, "title": words(entry.title), "url": page.path, "minutes": entry.minutes}
        for page in site.pages[lang]
        if isinstance(entry := page.entry, Sheet)
    ]
    said = {word: site.labels[lang][f"moves_{word}"] for word in MOVES}
    moves = {"moved": _moved(site.library), "digest": site.moves, "said": said}
    names = {
        "portraits": portraits_of(site, lang),
        "tables": tables_of(site, lang),
        "states": {_code(name): site.labels[lang][name] for name in STATES},
        "named": {name: site.labels[lang][word] for name, word in NAMED.items()},
    }
    pieces = {
        "pieces": pieces_of(site, lang),
        "workshops": workshops_of(site, lang),
        "workshop": [page.path for page in site.pages[lang] if page.id == "workshop"],
    }
    return to_json({"pages": pages, "sheets": sheets} | pieces | names | moves)


def _code(name: str) -> str:
    return name.partition("_")[2].replace("_", "-")


def moves_digest(library: Library) -> str:
    """A short digest of what moved, which changes with it; empty when nothing did."""
    moved = _moved(library)
    return sha256(to_json(moved)).hexdigest()[:8] if moved else ""


def _moved(library: Library) -> dict[str, list[str]]:
    return {one.old: [one.change, *one.to] for one in library.moved.ids}
