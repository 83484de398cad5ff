"""Edits that change more than one page: a title, and an entry's coming, its new id, its going."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bench import ours, yaml_text
from bench.corpus import LANGS
from bench.peer import section
from bench.peers import OURS
from bench.server import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus, Item

KINDS = ("title", "new", "renamed", "deleted")  # in this order: the new entry gets them all


class Author:
    """Somebody who edits a project of ours. Each edit says when its last write began."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        self.corpus = corpus
        self.folder = folder
        self.shown_by = {id_: item for item in corpus.items for id_ in item.related}

    def edit(self, kind: str, number: int) -> tuple[float, list[Wanted]]:
        """Make an edit; returns the time of its last write, and every page that shows it."""
        known = [item for item in self.corpus.items if item.id in self.shown_by]
        item = known[7 * number % len(known)]
        neighbour = self.shown_by[item.id]
        if kind == "title":
            return self._retitle(item, number, neighbour)
        new = self._another(item, f"entry-new-{number}")
        if kind == "new":
            return self._add(new, neighbour)
        renamed = replace(new, id=f"entry-moved-{number}")
        if kind == "renamed":
            return self._rename(new, renamed, neighbour)
        return self._delete(renamed, neighbour)

    def _retitle(self, item: Item, number: int, neighbour: Item) -> tuple[float, list[Wanted]]:
        title = f"Titre nouveau {number}"
        began = time.perf_counter()
        self._save(replace(item, title={lang: f"{title} {lang}" for lang in LANGS}))
        return began, [
            Wanted(path, f"{title} {lang}")
            for lang in LANGS
            for path in self._paths(item, neighbour, lang)
        ]

    def _add(self, new: Item, neighbour: Item) -> tuple[float, list[Wanted]]:
        self._save(new)
        self._save(_with_link(neighbour, new))
        began = time.perf_counter()
        self._list(new.section, [new.id])
        return began, [
            Wanted(path, new.title[lang])
            for lang in LANGS
            for path in self._paths(new, neighbour, lang)
        ]

    def _rename(self, old: Item, new: Item, neighbour: Item) -> tuple[float, list[Wanted]]:
        path = self.folder / ours.path_of(old)
        text = path.read_text("utf-8").replace(f'"{old.id}"', f'"{new.id}"')  # id and slugs
        path.unlink()
        (self.folder / ours.path_of(new)).write_text(text, "utf-8")
        self._save(_with_link(neighbour, new))
        began = time.perf_counter()
        self._list(new.section, [new.id])
        wanted = [
            Wanted(page, f"{new.id}/", f"{old.id}/")
            for lang in LANGS
            for page in self._paths(new, neighbour, lang)
        ]
        return began, [*wanted, *self._gone(old)]

    def _delete(self, item: Item, neighbour: Item) -> tuple[float, list[Wanted]]:
        self._list(item.section, [])
        self._save(neighbour)
        began = time.perf_counter()
        (self.folder / ours.path_of(item)).unlink()
        wanted = [
            Wanted(page, hidden=item.title[lang])
            for lang in LANGS
            for page in self._paths(item, neighbour, lang)[1:]
        ]
        return began, [*self._gone(item), *wanted]

    def _another(self, item: Item, id_: str) -> Item:
        """An entry like another, with ids and a title of its own."""
        parts = [replace(part, id=f"{id_}-part-{n}") for n, part in enumerate(item.parts)]
        title = {lang: f"{id_} {lang}" for lang in LANGS}
        return replace(item, id=id_, title=title, parts=parts)

    def _paths(self, item: Item, neighbour: Item, lang: str) -> list[str]:
        """Its own page, its section's, and that of an entry that leads to it."""
        start = "" if lang == "fr" else "en/"
        return [f"{start}{id_}/" for id_ in (item.id, section(item.section), neighbour.id)]

    def _gone(self, item: Item) -> list[Wanted]:
        return [Wanted(OURS.address(item, lang), gone=True) for lang in LANGS]

    def _save(self, item: Item) -> None:
        ours.save(self.folder, "topics", ours.entry_of(item))

    def _list(self, number: int, more: list[str]) -> None:
        """Write a section with its entries, and some more."""
        part = self.corpus.sections[number]
        ids = [item.id for item in self.corpus.items if item.section == number]
        entry = ours.overview_of(part, number, [*ids, *more])
        yaml_text.save(self.folder / f"data/overviews/{part.id}.yml", entry)


def _with_link(item: Item, to: Item) -> Item:
    """An entry that names another twice: as related, and in its text."""
    body = {lang: [*item.body[lang], f"[{to.title[lang]}](entry:{to.id})"] for lang in LANGS}
    return replace(item, related=[*item.related, to.id], body=body)
