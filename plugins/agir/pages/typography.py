"""Typography of plain text: curly apostrophes, no-break spaces as Québec usage wants them.

Québec usage (OQLF, Banque de dépannage linguistique): a no-break space inside « » and before
the colon, none before ; ! and ?. Data keeps plain characters; this is the only place that
changes them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.fields import Lang

NBSP = "\u00a0"
# (what a text must hold for the rule to matter, pattern, replacement): most texts need one rule.
_FRENCH = (
    ("'", re.compile(r"(?<=\w)'(?=\w)|'(?=\w)|(?<=\w)'"), "’"),
    ("«", re.compile(r"«\s*"), f"«{NBSP}"),
    ("»", re.compile(r"\s*»"), f"{NBSP}»"),
    (":", re.compile(r"\s+(?=:(?:\s|$))"), NBSP),
    *((mark, re.compile(rf"\s+(?=[{mark}](?:\s|$|»))"), "") for mark in ";!?"),
    ("", re.compile(r"(\d)\s(?=(?:min|minutes|personnes|ans|%|\$|h)\b)"), rf"\1{NBSP}"),
)
_ENGLISH = (
    ('"', re.compile(r'(^|[\s(\[—–-])"(?=\S)'), r"\1“"),
    ('"', re.compile(r'"'), "”"),
    ("'", re.compile(r"(^|[\s(\[—–“-])'(?=\S)"), r"\1‘"),
    ("'", re.compile(r"'"), "’"),
    ("«", re.compile(r"«\s*"), f"«{NBSP}"),
    ("»", re.compile(r"\s*»"), f"{NBSP}»"),
    ("", re.compile(r"(\d)\s(?=(?:min|minutes|people|years|%)\b)"), rf"\1{NBSP}"),
)
_ANY_RULE = {"fr": re.compile(r"['«»:;!?\d]"), "en": re.compile("[\"'«»\\d]")}
_TAG_OR_TEXT = re.compile(r"(<[^>]*>)")


@lru_cache(maxsize=16384)
def typeset(text: str, lang: Lang) -> str:
    """A plain text (no markup) with the marks and spaces of its language."""
    return _set(text, lang)


def _set(text: str, lang: Lang) -> str:
    if not _ANY_RULE[lang].search(text):
        return text
    for mark, pattern, replacement in _FRENCH if lang == "fr" else _ENGLISH:
        if mark in text:
            text = pattern.sub(replacement, text)
    return text


def typeset_html(html: str, lang: Lang) -> str:
    """The same for safe HTML: only the text between tags changes, and not inside <code>.

    Quotation marks come out of the sanitiser as they went in; `&` entities are left alone.
    """
    pieces = _TAG_OR_TEXT.split(html)
    in_code = False
    for index, piece in enumerate(pieces):
        if index % 2:
            in_code = piece == "<code>" or (in_code and piece != "</code>")
        elif piece and not in_code:
            pieces[index] = _set(piece, lang)
    return "".join(pieces)
