"""Zensical, of the makers of Material: a language a build, so two builds of stock's Markdown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bench.corpus import LANGS, Item, Lang
from bench.peer import WORDS, Peer
from bench.peers import markdown
from bench.place import with_pip

if TYPE_CHECKING:
    from bench.corpus import Corpus

_VERSION = "0.0.73"
_LAYOUTS = Path(__file__).parent / "layouts"
_CONFIG = """\
[project]
site_name = "Agir ensemble"
site_url = "https://agir-ensemble.example{start}"
docs_dir = "docs/{lang}"
site_dir = "{site}"
nav = {nav}

[project.theme]
language = "{lang}"
custom_dir = "overrides"
font = false
features = ["navigation.prune", "navigation.indexes"]

[project.extra]
root = "https://agir-ensemble.example"

{alternates}
[project.markdown_extensions]
attr_list = {{}}
sane_lists = {{}}
tables = {{}}
toc.permalink = true
pymdownx.tasklist.clickable_checkbox = true
"""
_START: dict[Lang, Literal["/", "/en/"]] = {"fr": "/", "en": "/en/"}
_SITE: dict[Lang, str] = {"fr": "site", "en": "site/en"}


class Zensical(Peer):
    """`zensical build`, French first, then English inside it."""

    name = "zensical"
    caches = (".cache",)
    _command = "zensical"

    def install(self) -> None:
        """From PyPI."""
        self._command = str(with_pip(f"zensical=={_VERSION}") / "bin/zensical")
        self.version = f"zensical {_VERSION}"

    def write(self, corpus: Corpus, folder: Path) -> None:
        """Write a configuration for each language, and docs/."""
        shutil.copytree(_LAYOUTS / "zensical", folder / "overrides")
        alternates = "".join(
            f'[[project.extra.alternate]]\nname = "{WORDS[lang]["name"]}"\n'
            f'link = "{_START[lang]}"\nlang = "{lang}"\n\n'
            for lang in LANGS
        )
        for lang in LANGS:
            nav: list[object] = ["index.md"]
            for number, part in enumerate(corpus.sections):
                ids = [item.id for item in corpus.items if item.section == number]
                pages = ["index.md", *(f"{id_}.md" for id_ in ids)]
                nav.append({part.title[lang]: [f"{part.id}/{page}" for page in pages]})
            text = _CONFIG.format(
                lang=lang,
                start=_START[lang],
                site=_SITE[lang],
                nav=_toml(nav),
                alternates=alternates,
            )
            (folder / f"zensical.{lang}.toml").write_text(text, "utf-8")
        markdown.write(corpus, folder / "docs")

    def write_item(self, item: Item, corpus: Corpus, folder: Path) -> None:
        """Write its two Markdown files."""
        markdown.write_item(item, corpus, folder / "docs")

    def commands(self, folder: Path) -> list[list[str]]:  # noqa: ARG002
        """English last: the French build would remove it."""
        return [
            [self._command, "build", "--config-file", f"zensical.{lang}.toml"] for lang in LANGS
        ]

    def server(self, folder: Path, port: int) -> list[str]:  # noqa: ARG002
        """Of the French site alone."""
        address = f"127.0.0.1:{port}"
        return [self._command, "serve", "--config-file", "zensical.fr.toml", "--dev-addr", address]

    def search(self, folder: Path) -> dict[Lang, int]:
        """An index for each build."""
        counts: dict[Lang, int] = {}
        for lang in LANGS:
            index = json.loads((folder / _SITE[lang] / "search.json").read_text("utf-8"))
            counts[lang] = len({item["location"].partition("#")[0] for item in index["items"]})
        return counts


def _toml(value: object) -> str:
    """A value as TOML: JSON but for the tables."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_toml(k)} = {_toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
