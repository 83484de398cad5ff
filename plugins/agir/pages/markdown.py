"""Markdown of the content to safe HTML: no raw HTML, no attributes, then a strict sanitiser.

This is the one place where text may become markup; everything else is escaped by the templates.
cmark is the reference implementation of CommonMark: linear in time where Python-Markdown takes
seconds for a hostile text, fifty times as fast on ours, and its HTML of every text of the content
is the same. It leaves raw HTML out by itself; what a text may not hold is refused before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

import nh3
from cmarkgfm.cmark import markdown_to_html

from agir.content.characters import HIDDEN
from agir.pages.typography import typeset_html

if TYPE_CHECKING:
    from agir.content.fields import Lang

TAGS = frozenset({"p", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "br", "blockquote"})
HREF = re.compile(r"(?:https?|mailto|tel|entry|page):[^\s\"'<>]+|#[\w-]+")
_BLANKS = re.compile(r"[\t\n][ \t\n]*| [ \t\n]+")
_TAG = re.compile(r"<[^>]*>")  # no attribute that the sanitiser keeps holds a >
_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href"}, "*": set()},
    attribute_filter=lambda _tag, _name, value: value if HREF.fullmatch(value) else None,
    url_schemes={"https", "http", "mailto", "tel", "entry", "page"},
    link_rel=None,
)


@lru_cache(maxsize=65536)
def to_html(text: str, lang: Lang) -> str:
    """Safe HTML of a Markdown text; links to entries keep their `entry:` address.

    Markdown knows &#2; and the like: what no text may hold does not come in that way either.
    """
    html = HIDDEN.sub("", _cleaner.clean(markdown_to_html(text))).strip()
    return typeset_html(html, lang)


def to_plain(text: str, lang: Lang) -> str:
    """The words of a Markdown text, for search and descriptions."""
    words = _BLANKS.sub(" ", _TAG.sub("", to_html(text, lang))).strip()
    return unescape(words) if "&" in words else words
