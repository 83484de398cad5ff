"""Markdown of the content to safe HTML: no raw HTML, no attributes, then a strict sanitiser.

This is the one place where text may become markup; everything else is escaped by the templates.
Reference-style links are off too: their targets escape the content check.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown

from agir.pages.typography import typeset_html

if TYPE_CHECKING:
    from agir.content.fields import Lang

TAGS = frozenset({"p", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "br", "blockquote"})
HREF = re.compile(r"(?:https?|mailto|tel|entry|page):[^\s\"'<>]+|#[\w-]+")
_OFF = (
    ("preprocessors", "html_block"),
    ("inlinePatterns", "html"),
    ("inlinePatterns", "entity"),
    ("inlinePatterns", "reference"),
    ("inlinePatterns", "short_reference"),
    ("inlinePatterns", "image_link"),
    ("inlinePatterns", "image_reference"),
    ("inlinePatterns", "short_image_ref"),
    ("parser.blockprocessors", "reference"),
    ("parser.blockprocessors", "hashheader"),
    ("parser.blockprocessors", "setextheader"),
    ("parser.blockprocessors", "hr"),
)


def _converter() -> Markdown:
    markdown = Markdown(extensions=["sane_lists", "fenced_code"])
    for registry, name in _OFF:
        owner = markdown.parser.blockprocessors if "." in registry else getattr(markdown, registry)
        owner.deregister(name)
    return markdown


_markdown = _converter()
_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href"}, "*": set()},
    attribute_filter=lambda _tag, _name, value: value if HREF.fullmatch(value) else None,
    url_schemes={"https", "http", "mailto", "tel", "entry", "page"},
    link_rel=None,
)


@lru_cache(maxsize=65536)
def to_html(text: str, lang: Lang) -> str:
    """Safe HTML of a Markdown text; links to entries keep their `entry:` address."""
    return typeset_html(_cleaner.clean(_markdown.reset().convert(text)), lang)


_BLANKS = re.compile(r"[ \t\n]+")
_SYNTAX = nh3.Cleaner(tags=set(), attributes={})


def to_plain(text: str, lang: Lang) -> str:
    """The words of a Markdown text, for search and descriptions."""
    return _BLANKS.sub(" ", unescape(_SYNTAX.clean(to_html(text, lang)))).strip()
