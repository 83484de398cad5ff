"""What stands around the text of every page: its head, the menu, the trail, its neighbours."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import real
from agir.content.fields import LANGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.plan import Page

SITE = real.site()
PAGES = [page for lang in LANGS for page in SITE.pages[lang]]


@cache
def documents() -> dict[tuple[str, str], str]:
    return {(page.id, page.lang): SITE.document(page, SITE.body(page)) for page in PAGES}


def each(right: Callable[[Page], None]) -> Callable[[], None]:
    """A test of one page as one of all: the first that is wrong is named."""

    def test() -> None:
        for page in PAGES:
            try:
                right(page)
            except AssertionError as error:
                raise AssertionError(f"{page.path or 'home'}: {error}") from error

    return test


def part(page: Page, start: str, end: str) -> str:
    """The text of a page from one tag to another; nothing when it has no such part."""
    return documents()[page.id, page.lang].partition(start)[2].partition(end)[0]


def address(page: Page, id_: str, lang: str = "") -> str:
    return "../" * page.path.count("/") + SITE.addresses.pages[id_][lang or page.lang] or "./"


def links(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'<a [^>]*?href="([^"]*)"', html)]


@each
def test_the_head_says_what_the_page_is(page: Page) -> None:
    head = part(page, "<head>", "</head>")
    title = page.title if page.id == "home" else f"{page.title} – Agir ensemble"
    assert unescape(re.findall(r"<title[^>]*>(.*?)</title>", head)[0]) == title
    assert re.findall(r'<meta name="description"[^>]* content="(.*?)">', head)[0]
    assert 'name="robots"' not in head


@each
def test_the_menu_marks_the_part_of_the_page(page: Page) -> None:
    menu = part(page, '<nav class="menu"', "</nav>")
    landings = [overview for overview in SITE.views.landings() if overview.part == page.part]
    marked = re.findall(r'<a href="([^"]*)" aria-current="(\w+)"', menu)
    here = [(address(page, one.id), "page" if one.id == page.id else "true") for one in landings]
    assert marked == here
    body = f'<body class="part-{page.part}">'
    assert (body in documents()[page.id, page.lang]) is bool(page.part)


@each
def test_the_other_language_is_named_in_its_own(page: Page) -> None:
    link = part(page, '<a class="language"', "</a>")
    other = "en" if page.lang == "fr" else "fr"
    assert f'href="{address(page, page.id, other)}"' in link
    assert f'hreflang="{other}-CA" lang="{other}-CA"' in link


@each
def test_the_trail_leads_from_the_home_page_down(page: Page) -> None:
    trail = links(part(page, '<nav class="breadcrumb"', "</nav>"))
    wanted = ["home", *page.trail] if page.id != "home" else []
    assert trail == [address(page, id_) for id_ in wanted]


@each
def test_the_contents_list_the_headings_of_the_page(page: Page) -> None:
    body = documents()[page.id, page.lang].partition('<div class="page-body">')[2]
    before = r'(?:<span.*?>)*(?:<p class="note-date">.*?</p>)?\s*'  # between a part and its name
    headings = re.findall(
        rf'<[a-z]+ class="(?:section|note)[^"]*"(?: role="note")? id="([^"]+)">{before}<h2>', body
    )
    listed = links(part(page, '<nav class="contents"', "</nav>"))
    assert listed == ([f"#{id_}" for id_ in headings] if len(headings) > 2 else [])


@each
def test_neighbours_follow_the_order_of_the_collection(page: Page) -> None:
    pager = part(page, '<nav class="pager"', "</nav>")
    found = dict(re.findall(r'<a rel="(\w+)" href="([^"]*)"', pager))
    entries = [entry.id for entry in SITE.library.collections.get(page.kind, ())]
    if page.id not in entries or page.kind in ("overviews", "topics"):
        assert not found
        return
    place = entries.index(page.id)
    wanted = {"prev": entries[:place][-1:], "next": entries[place + 1 :][:1]}
    assert found == {rel: address(page, ids[0]) for rel, ids in wanted.items() if ids}
    if page.kind in ("steps", "conditions"):
        kicker = part(page, '<p class="kicker">', " · ")
        assert re.findall(r"\d+", kicker) == [str(place + 1), str(len(entries))]


@each
def test_no_placeholder_and_no_link_of_the_content_is_left(page: Page) -> None:
    html = documents()[page.id, page.lang]
    examples = r"<pre.*?</pre>|\{\{…\}\}"
    own = rf'<(style|script)\b.*?</\1>| data-[a-z-]+="[^"]*"|{examples}'  # scripts fill those
    shown = re.sub(own, "", html, flags=re.DOTALL)
    assert not re.findall(r"\{\{|\}\}|\{%|\{[a-z]+\}|\"(?:entry|page):[a-z-]+", shown)
