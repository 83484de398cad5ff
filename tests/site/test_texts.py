"""Nothing of an entry is dropped: every text of the data stands where readers find it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import real
from agir.content import model
from agir.content.fields import LANGS, Prose, Slug, Text
from agir.content.inside import FOR_ANIMATORS
from agir.pages.addresses import addresses_of
from agir.pages.markdown import to_plain
from agir.pages.written import read_written_pages
from dom import normal, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang

ROOT = Path(__file__).parents[2]
LIBRARY = real.library()
ADDRESSES = addresses_of(LIBRARY, read_written_pages(ROOT, []))
# The header shows `menu` on every page, the home page shows `way_in`; a test below sees to both.
# Another page shows what is for who animates: tests/pages/test_animations.py.
ELSEWHERE = {"menu", "way_in"} | FOR_ANIMATORS
ENTRIES = [entry for entries in LIBRARY.collections.values() for entry in entries]


def texts_of(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text) and not isinstance(value, Slug):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts_of(item, f"{path}[{number}]")
    elif is_dataclass(value) and not isinstance(value, Slug | type):
        for item in fields(value):
            if item.name not in ELSEWHERE:
                yield from texts_of(getattr(value, item.name), f"{path}.{item.name}")


@cache
def words_on(folder: Path, path: str) -> str:
    tree = parse((folder / path / "index.html").read_text("utf-8"))
    return normal(next(node for node in tree if node.tag == "main").words())


def plain(text: Text, lang: Lang) -> str:
    value, shown = text.get(lang)
    return normal(to_plain(value, shown) if isinstance(text, Prose) else value)


def where(entry: Any, lang: Lang) -> str:
    id_ = f"doc-{entry.document.lower()}" if isinstance(entry, model.Unit) else entry.id
    return ADDRESSES.path(id_, lang).partition("#")[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_text_of_an_entry_stands_on_its_page(entry: Any, lang: Lang, build: Any) -> None:
    words = words_on(build("root").folder, where(entry, lang))
    missing = [path for path, text in texts_of(entry) if plain(text, lang) not in words]
    assert not missing


@pytest.mark.parametrize("lang", LANGS)
def test_the_home_page_shows_the_menu_and_the_ways_in(lang: Lang, build: Any) -> None:
    html = (build("root").folder / ADDRESSES.path("home", lang) / "index.html").read_text("utf-8")
    words = normal(parse(html).words())
    for overview in LIBRARY.all(model.Overview):
        for text in (overview.menu, overview.way_in):
            assert text is None or plain(text, lang) in words
