"""Each defence is needed: what it stops gets through once it is taken out.

A defence that could be taken out unseen would be none: its probe passes with it and fails without.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import nh3
import pytest
from agir.pages import markdown, writer
from attack.plants import HEAD, a_file, glossary, link, prose, title, with_id
from defences import (
    Defence,
    Silent,
    elsewhere,
    in_entry,
    makes,
    pages_lack_it,
    quotes_nothing_of_it,
    refuses,
    starts_no_line,
    unsafe,
    verification_sees_it,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEVER = re.compile("(?!)")
HUGE = 10**9
ANYTHING = nh3.Cleaner(tags=set(markdown.TAGS), attributes={"a": {"href"}}, link_rel=None)
PICTURE = "![x](https://evil.example/a.png)"
LINK = "[x](javascript:fire(1))"
PAGE = "docs/fr/about.md"
MANY = "".join(f"- [{'1, ' * 99}]\n" for _ in range(51))

DEFENCES = {
    "texts are escaped": Defence("agir.pages.writer.escape", writer.Markup, pages_lack_it),
    "templates escape": Defence(
        "agir.pages.templates._Environment.escaped", staticmethod(str), pages_lack_it
    ),
    "Markdown has no HTML": Defence(
        "agir.pages.markdown.markdown_to_html", unsafe, makes("<em>x</em>", "<em>")
    ),
    "the sanitiser": Defence(
        "agir.pages.markdown._cleaner", SimpleNamespace(clean=str), makes(PICTURE, "<img")
    ),
    "the sanitiser's list of addresses": Defence(
        "agir.pages.markdown._cleaner", ANYTHING, makes("[x](//evil.example)", "href")
    ),
    "hidden characters by number": Defence(
        "agir.pages.markdown.HIDDEN", NEVER, makes("a&#x202e;b", "\u202e")
    ),
    "the list of schemes": Defence(
        "agir.content.scalars.is_address", bool, refuses("bad-address", in_entry(LINK))
    ),
    "the list of schemes of pages": Defence(
        "agir.pages.checks.is_address", bool, refuses("bad-address", a_file(PAGE, HEAD + LINK))
    ),
    "the list of schemes of links": Defence(
        "agir.content.names.is_web_address",
        bool,
        refuses("bad-address", a_file("data/bibliography.yml", "url: javascript:fire(1)\n")),
    ),
    "tags in texts": Defence(
        "agir.content.scalars.HTML", NEVER, refuses("raw-html", title('"<script>fire(1)"'))
    ),
    "hidden characters in texts": Defence(
        "agir.content.scalars.HIDDEN", NEVER, refuses("bad-character", title('"a\\u202Eb"'))
    ),
    "hidden characters in files": Defence(
        "agir.content.nodes.FORBIDDEN", NEVER, refuses("bad-character", title("a\x01b"))
    ),
    "anchors": Defence(
        "agir.content.nodes._Loader", Silent, refuses("anchor", glossary("- &a x\n- *a\n"))
    ),
    "tags of YAML": Defence(
        "agir.content.nodes._Loader", Silent, refuses("tag", glossary("- !!str x\n"))
    ),
    "depth": Defence(
        "agir.content.nodes.MAX_DEPTH", HUGE, refuses("too-deep", glossary("[" * 14 + "]" * 14))
    ),
    "depth of Markdown": Defence(
        "agir.content.scalars.DEEP", NEVER, refuses("too-deep", prose("> " * 9 + "x"))
    ),
    "size of a file": Defence(
        "agir.content.files.MAX_BYTES", HUGE, refuses("too-large", title("a" * 1_000_001))
    ),
    "size of the translations": Defence(
        "agir.content.translations.MAX_RECORD",
        HUGE,
        refuses("too-large", a_file("data/.translations", "a\n" * 2_600_000)),
    ),
    "links for the translations": Defence(
        "agir.content.translations.read_text",
        lambda path, *_: path.read_text(),
        refuses("not-regular", link("data/.translations", "/etc/hostname")),
    ),
    "size of a text": Defence(
        "agir.content.nodes.MAX_TEXT", HUGE, refuses("too-long", title("a" * 10_001))
    ),
    "size of a text of a page": Defence(
        "agir.pages.body.MAX_TEXT", HUGE, refuses("too-long", a_file(PAGE, HEAD + "a" * 10_001))
    ),
    "size of a page": Defence(
        "agir.pages.written.MAX_PAGE",
        HUGE,
        refuses("too-long", a_file(PAGE, HEAD + ("## A {#a}\n" + "a" * 9_000 + "\n") * 12)),
    ),
    "number of texts": Defence(
        "agir.content.nodes.MAX_NODES", HUGE, refuses("too-many", glossary(MANY))
    ),
    "number of lines": Defence(
        "agir.content.nodes.MAX_LINES", HUGE, refuses("too-many", glossary("#\n" * 10_001))
    ),
    "number of problems": Defence(
        "agir.content.problems.MAX_PROBLEMS",
        HUGE,
        refuses("too-many-problems", glossary("- {a: b}\n" * 101)),
    ),
    "links among the files": Defence(
        "agir.content.files.stat",
        SimpleNamespace(S_ISREG=bool),
        refuses("not-regular", link("data/glossary.yml", "/etc/hostname")),
    ),
    "odd files in docs": Defence(
        "agir.pages.written.odd_files",
        lambda _folder: (),
        refuses("not-regular", link("docs/assets/leak.txt", "/etc/hostname")),
    ),
    "a link for data": Defence(
        "agir.content.library.is_folder",
        lambda path, *_: path.is_dir(),
        refuses("not-regular", elsewhere("data")),
    ),
    "a link for docs": Defence(
        "agir.pages.written.is_folder",
        lambda path, *_: path.is_dir(),
        refuses("not-regular", elsewhere("docs")),
    ),
    "links are not quoted": Defence(
        "agir.content.problems._lines", lambda path: [path.read_text()], quotes_nothing_of_it
    ),
    "names of files are one line": Defence(
        "agir.content.problems.on_one_line", str, starts_no_line
    ),
    "reserved names": Defence(
        "agir.content.names.RESERVED", (), refuses("reserved-id", with_id("con", "con"))
    ),
    "ids of templates": Defence(
        "agir.pages.checks.is_taken",
        lambda *_args, **_named: False,
        refuses("reserved-id", a_file(PAGE, f"{HEAD}## A {{#search}}\n")),
    ),
    "the policy is asked": Defence(
        "agir.pages.verification.refused", lambda *_: (), verification_sees_it
    ),
    "scripts in pages are looked for": Defence(
        "agir.pages.verification.inline", lambda _html: [], verification_sees_it
    ),
}


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing kept from before: what was made with a defence would hide that it is gone."""
    kept = markdown.to_html, writer._html
    for cache in kept:
        cache.cache_clear()
    yield
    for cache in kept:
        cache.cache_clear()


@pytest.mark.parametrize("name", DEFENCES)
def test_what_a_defence_stops_gets_through_without_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    defence = DEFENCES[name]
    assert defence.stops(tmp_path / "with")
    monkeypatch.setattr(defence.where, defence.without)
    markdown.to_html.cache_clear()
    writer._html.cache_clear()
    assert not defence.stops(tmp_path / "without")
