"""Every field of every shape is shown, also those that no entry fills today."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003 (read while running)
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from agir.content import model, parts
from agir.content.fields import Prose, Slug, Text
from agir.content.inside import FOR_ANIMATORS
from agir.content.library import COLLECTIONS
from agir.pages.site import Settings, Site
from dom import normal, parse

SITE = Site(Path(__file__).parents[2], Settings("https://agir.example/"))
# Ids, addresses and choices; `note` is never published, `forms` are only looked for.
NOT_SHOWN = {"id", "slug", "note", "forms", "origin", "related", "topics", "lists"}
MENU = {"menu", "way_in"}
NUMBER = iter(range(1000, 10**6))


# What a part that is made up needs besides texts.
NEEDS = {"kind": "open", "minutes": 5, "url": "https://agir.example/x", "languages": ("fr",)}
NEEDS |= {"about": "cause", "at": "rooted", "way": "keep", "says": "cause-keep", "questions": ()}


def filled(value: Any, shape: Any) -> Any:
    """A value with a text of its own in every place that may hold one."""
    if get_origin(shape) in (Union, UnionType):
        shape = get_args(shape)[0]
    if shape in (Text, Prose):
        return shape(f"mot{next(NUMBER)}", f"word{next(NUMBER)}")
    if get_origin(shape) is tuple:
        inner = get_args(shape)[0]
        if inner is Text or is_dataclass(inner) or get_origin(inner) is tuple:
            return tuple(filled(one, inner) for one in value or (None,))
    elif is_dataclass(shape) and shape not in (Slug, parts.Span, parts.Forms):
        return complete(value or made(shape))
    return value


def made(shape: Any) -> Any:
    """A part with an id, and nothing yet where a text may stand."""
    names = [item.name for item in fields(shape) if item.default is MISSING]
    return shape(**{n: f"made-{next(NUMBER)}" if n == "id" else NEEDS.get(n) for n in names})


def complete(entry: Any) -> Any:
    hints = get_type_hints(type(entry))
    names = [item.name for item in fields(entry) if item.name not in NOT_SHOWN]
    return replace(entry, **{n: filled(getattr(entry, n), hints[n]) for n in names})


def texts_of(value: Any) -> Iterator[Text]:
    if isinstance(value, Text) and not isinstance(value, Slug):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value) and not isinstance(value, Text | type):
        for item in fields(value):
            if item.name not in MENU | FOR_ANIMATORS:
                yield from texts_of(getattr(value, item.name))


ARTICLES = [name for name, shape in COLLECTIONS.items() if issubclass(shape, model.Article)]
ONE_OF_EACH = {f"one of {name}": SITE.library.collections[name][0].id for name in ARTICLES}
ONE_OF_EACH |= {overview.id: overview.id for overview in SITE.library.all(model.Overview)}


@pytest.mark.parametrize("id_", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_shows_every_text_its_entry_may_have(id_: str, lang: Any) -> None:
    page = next(page for page in SITE.pages[lang] if page.id == id_)
    entry = complete(page.entry)
    words = normal(parse(SITE.body(replace(page, entry=entry)).html).words())
    missing = [text for text in texts_of(entry) if text.get(lang)[0] not in words]
    assert not missing


@pytest.mark.parametrize("name", ["glossary", "bibliography", "documents", "situations"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_entry_without_a_page_shows_every_text_too(
    name: str, lang: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = complete(SITE.library.collections[name][0])
    monkeypatch.setitem(SITE.library.collections, name, (entry,))
    page = next(p for p in SITE.pages[lang] if p.id == SITE.addresses.anchors[entry.id])
    words = normal(parse(SITE.body(page).html).words())
    assert not [text for text in texts_of(entry) if text.get(lang)[0] not in words]


@pytest.mark.parametrize("name", ["variants", "keywords"])
def test_a_condition_may_have_other_names_or_keywords_alone(name: str) -> None:
    page = next(page for page in SITE.pages["fr"] if page.id == "common-agenda")
    entry = replace(page.entry, **{name: ()})
    words = normal(parse(SITE.body(replace(page, entry=entry)).html).words())
    names = {"variants": "D'autres noms", "keywords": "Les mots-clés"}
    assert [label in words for label in names.values()] == [one != name for one in names]


def test_a_work_says_its_languages() -> None:
    page = next(page for page in SITE.pages["fr"] if page.id == "bibliography")
    work = replace(SITE.library.all(model.Reference)[0], languages=("es",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SITE.library.collections, "bibliography", (work,))
        assert "espagnol" in parse(SITE.body(page).html).words()
