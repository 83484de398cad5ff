"""What the bench asks of everything it measures, ourselves included."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench.corpus import Corpus, Item, Lang, Section


class Peer(ABC):
    """A way to build the corpus: how to install it, to write its sources, to run it."""

    name: str
    version = ""  # known after install()
    output = "site"
    caches: ClassVar[tuple[str, ...]] = ()
    env: ClassVar[Mapping[str, str]] = {}
    extra_pages = 0  # pages in each language besides the home page, the sections and the entries
    again: tuple[str, ...] = ()  # folders of pages that say once more what others say

    def install(self) -> None:  # noqa: B027 (nothing to do where the project has it already)
        """Make it ready to run. Raises MissingError."""

    @abstractmethod
    def write(self, corpus: Corpus, folder: Path) -> None:
        """Write the sources of the whole site."""

    @abstractmethod
    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:
        """Write the source of one entry."""

    @abstractmethod
    def commands(self, folder: Path) -> list[list[str]]:
        """What builds the site, one after the other, in the folder."""

    @abstractmethod
    def search(self, folder: Path) -> dict[Lang, int]:
        """How many entries of search each language has."""

    def server(self, folder: Path, port: int) -> list[str] | None:  # noqa: ARG002 (for who has one)
        """The preview server, or None."""
        return None

    def address(self, page: Item | Section | None, lang: Lang) -> str:
        """Where a page (None: the home page) is, from the root of the site, in `section/entry/`."""
        start = "" if lang == "fr" else "en/"
        if page is None:
            return start
        number = getattr(page, "section", None)
        return f"{start}{page.id}/" if number is None else f"{start}{section(number)}/{page.id}/"

    def clean(self, folder: Path) -> None:
        """Back to where only sources are."""
        for name in (self.output, *self.caches):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, item: Item, words: str, corpus: Corpus, folder: Path) -> None:
        """Add a paragraph to the French body of an entry, and write it."""
        body = {**item.body, "fr": [*item.body["fr"], words]}
        self.write_item(replace(item, body=body), corpus, folder)


def section(number: int) -> str:
    """The id of a section, from its place."""
    return f"section-{number + 1}"


WORDS: dict[Lang, dict[str, str]] = {
    "fr": {
        "name": "Français",
        "home": "Accueil",
        "contents": "Sur cette page",
        "questions": "Les questions à se poser",
        "related": "Ailleurs dans la ressource",
        "menu": "Les parties de la ressource",
    },
    "en": {
        "name": "English",
        "home": "Home",
        "contents": "On this page",
        "questions": "Questions to ask",
        "related": "Elsewhere in the resource",
        "menu": "The parts of the resource",
    },
}
