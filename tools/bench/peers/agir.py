"""Ourselves, measured like any other."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from agir.pages.addresses import AGAIN
from project import ROOT

from bench import ours
from bench.corpus import LANGS, Item, Lang
from bench.peer import Peer

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus, Section


class Agir(Peer):
    """The project as it is, with the corpus instead of its content."""

    name = "ours"
    caches = (".cache",)
    env = {  # noqa: RUF012
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT / "plugins"),
        "AGIR_CACHE": caches[0],
    }
    extra_pages = 13  # eight hand-written ones, and five lists of the resource
    again = AGAIN

    def write(self, corpus: Corpus, folder: Path) -> None:
        """Write a project of ours."""
        ours.write(corpus, folder)

    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:  # noqa: ARG002
        """Write its YAML file."""
        ours.save(folder, "topics", ours.entry_of(item))

    def commands(self, folder: Path) -> list[list[str]]:  # noqa: ARG002
        """What `make site` runs."""
        return [[sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]]

    def server(self, folder: Path, port: int) -> list[str]:  # noqa: ARG002
        """What `make serve` runs."""
        return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]

    def address(self, page: Item | Section | None, lang: Lang) -> str:
        """Slugs say all: entries stand beside their section."""
        start = "" if lang == "fr" else "en/"
        return start if page is None else f"{start}{page.id}/"

    def search(self, folder: Path) -> dict[Lang, int]:
        """One file a language."""
        return {
            lang: sum(
                len(json.loads(path.read_text("utf-8"))["entries"]["path"])
                for path in (folder / "site/assets").glob(f"search.{lang}.json")
            )
            for lang in LANGS
        }
