"""Eleventy, from data: pagination over the entries, Nunjucks layouts, markdown-it for texts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from bench.corpus import LANGS, Item, Lang
from bench.peer import WORDS, Peer
from bench.peers import data
from bench.place import with_npm
from bench.yaml_text import save

if TYPE_CHECKING:
    from bench.corpus import Corpus

# 3.1.8 needs @11ty/recursive-copy 4.0.6, which is not to be had everywhere.
_PACKAGES = "@11ty/eleventy@3.1.7 markdown-it@14.3.3 js-yaml@4.3.2"
_LAYOUTS = Path(__file__).parent / "layouts"


class Eleventy(Peer):
    """The menu as ours has it, rendered once for each section and language."""

    name = "eleventy"
    output = "_site"
    caches = (".cache",)
    _command = ""

    def install(self) -> None:
        """From npm; called without npx, which takes half a second."""
        self._command = str(with_npm(_PACKAGES) / "@11ty/eleventy/cmd.cjs")
        self.version = _PACKAGES

    def write(self, corpus: Corpus, folder: Path) -> None:
        """The layouts, and a YAML file for each entry and language."""
        shutil.copytree(_LAYOUTS / "eleventy", folder, dirs_exist_ok=True)
        shutil.copyfile(_LAYOUTS / "style.css", folder / "src/style.css")
        for lang in LANGS:
            data.write(corpus, lang, folder / "data" / lang)
            save(folder / "data" / lang / "words.yml", dict(WORDS[lang]))

    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:  # noqa: ARG002
        """Write its two YAML files."""
        for lang in LANGS:
            data.write_item(item, lang, folder / "data" / lang)

    def commands(self, folder: Path) -> list[list[str]]:  # noqa: ARG002
        """One build makes both languages."""
        return [["node", self._command, "--quiet"]]

    def search(self, folder: Path) -> dict[Lang, int]:
        """One file a language."""
        files: dict[Lang, str] = {"fr": "search.json", "en": "en/search.json"}
        return {
            lang: len(json.loads((folder / self.output / name).read_text("utf-8")))
            for lang, name in files.items()
        }
