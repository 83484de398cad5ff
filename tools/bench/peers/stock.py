"""MkDocs with Material and static-i18n, as their own documentation would have it for a large site.

The menu shows the current section only (`navigation.prune`), and search is set up by hand, which
spares static-i18n's comparison of every entry of search with every other.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from bench.corpus import LANGS, Item, Lang
from bench.peer import WORDS, Peer
from bench.peers import markdown

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus

_CONFIG = """\
site_name: Agir ensemble
site_url: https://agir-ensemble.example/
theme:
  name: material
  font: false
  features: [{features}]
plugins:
  - search:
      lang: [fr, en]
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
"""
_EXTENSIONS = """\
markdown_extensions:
  - attr_list
  - sane_lists
  - tables
  - toc:
      permalink: true
  - pymdownx.tasklist:
      clickable_checkbox: true
"""


class Stock(Peer):
    """`mkdocs build`, in this project's own environment."""

    name = "stock"
    features = "navigation.prune, navigation.indexes"
    env = {"NO_MKDOCS_2_WARNING": "1"}  # noqa: RUF012

    def install(self) -> None:
        """The project has it."""
        names = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
        self.version = ", ".join(f"{name} {version(name)}" for name in names)

    def write(self, corpus: Corpus, folder: Path) -> None:
        """Write mkdocs.yml and docs/."""
        config = [_CONFIG.format(features=self.features)]
        for lang in LANGS:
            default = "\n          default: true" if lang == "fr" else ""
            name = WORDS[lang]["name"]
            config.append(f"        - locale: {lang}\n          name: {name}{default}\n")
            config.append("          nav_translations:\n")
            for part in corpus.sections:  # MkDocs names a folder's section after the folder
                title = json.dumps(part.title[lang], ensure_ascii=False)
                config.append(f"            {part.id.replace('-', ' ').capitalize()}: {title}\n")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mkdocs.yml").write_text("".join([*config, _EXTENSIONS]), "utf-8")
        markdown.write(corpus, folder / "docs")

    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:
        """Write its two Markdown files."""
        markdown.write_item(item, corpus, folder / "docs")

    def commands(self, folder: Path) -> list[list[str]]:  # noqa: ARG002
        """One build makes both languages."""
        return [[sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]]

    def search(self, folder: Path) -> dict[Lang, int]:
        """One index for both; count pages rather than their headings."""
        index = json.loads((folder / "site/search/search_index.json").read_text("utf-8"))
        pages = {entry["location"].partition("#")[0] for entry in index["docs"]}
        english = sum(page.startswith("en/") for page in pages)
        return {"fr": len(pages) - english, "en": english}


class StockFull(Stock):
    """The same with the whole menu on every page, which is what one gets without asking."""

    name = "stock-full"
    features = "navigation.indexes"
