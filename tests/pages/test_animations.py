"""The animation view: all that who animates needs, and nothing of it where all may see."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from agir.content import model
from agir.content.fields import LANGS, Lang, Prose, Text
from agir.content.inside import FOR_ANIMATORS, texts_with_paths
from agir.pages.animations import animation_files, animations
from agir.pages.handouts import body_of, handouts
from agir.pages.markdown import to_plain
from agir.pages.outputs import other_files
from agir.pages.pack import is_packed
from agir.pages.search import search_index
from dom import normal, parse
from real import site

ANIMATED = (*site().library.all(model.Sheet), *site().library.all(model.Step))


def words(html: str) -> str:
    return normal(parse(html).words())


def for_animators(entry: model.Article, lang: Lang) -> list[str]:
    """The texts of an entry that are for who animates."""
    found = []
    for path, text in texts_with_paths(entry):
        if not FOR_ANIMATORS.isdisjoint(path.split(".")):
            value = text.get(lang)[0]
            found.append(normal(to_plain(value, lang) if isinstance(text, Prose) else value))
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entry", ANIMATED, ids=lambda entry: entry.id)
def test_what_is_said_and_watched_for_stands_in_its_view_alone(
    entry: model.Article, lang: Lang
) -> None:
    texts = for_animators(entry, lang)
    assert len(texts) >= 3
    page = next(page for page in animations(site()) if (page.id, page.lang) == (entry.id, lang))
    html = animation_files(site())[f"{page.path}index.html"]().decode()
    assert [text for text in texts if text not in words(html)] == []
    whole = next(page for page in site().pages[lang] if page.id == entry.id)
    paper = next(page for page in handouts(site()) if (page.id, page.lang) == (entry.id, lang))
    for other in (site().document(whole, site().body(whole)), body_of(site(), paper)):
        assert [text for text in texts if text in words(other)] == []
    minutes = entry.minutes if isinstance(entry, model.Sheet) else entry.animation.minutes
    assert site().views.minutes(minutes, lang) in html
    material = entry.material if isinstance(entry, model.Sheet) else entry.animation.material
    assert [thing for thing in material if normal(thing.get(lang)[0]) not in words(html)] == []


def test_the_places_of_both_views_have_the_same_ids() -> None:
    for page in animations(site()):
        if page.lang == "fr":
            html = animation_files(site())[f"{page.path}index.html"]().decode()
            ids = set(re.findall(r' id="([^"]+)"', html))
            parts = (*page.entry.sections, *page.entry.questions)
            assert {part.id for part in (*parts, *getattr(page.entry, "moments", ()))} <= ids


def test_what_we_add_to_a_step_says_so() -> None:
    page = next(page for page in animations(site()) if page.id == "intention")
    html = animation_files(site())[f"{page.path}index.html"]().decode()
    assert site().labels["fr"]["editorial"] in html.partition('id="moments"')[0]


@pytest.mark.parametrize("lang", LANGS)
def test_lists_and_search_do_not_know_it(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("sitemap.xml", "api/v1/pages.json", f"assets/search.{lang}.json")
    listed = [other_files(site())[name]().decode() for name in names]
    for page in animations(site()):
        assert not is_packed(f"{page.path}index.html")
        assert all(page.path not in text for text in listed)
    pages = site().pages[lang]
    one = next(page for page in pages if page.id == "intention")
    entry, rare = one.entry, Text("Un xylophone.", "A xylophone.")
    hidden = replace(entry, animation=replace(entry.animation, traps=(rare,)))
    for changed, is_found in ((hidden, False), (replace(entry, wording=rare), True)):
        monkeypatch.setitem(site().pages, lang, [replace(one, entry=changed)])
        assert ("ylophone" in search_index(site(), lang).decode()) == is_found
