"""Markdown becomes safe HTML: what is not allowed is shown as text or left out."""

from __future__ import annotations

import re

import pytest
from agir.pages.markdown import to_html, to_plain

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](https://evil.example/x.png)",
    "text {: onclick=alert(1) }",
    "[x](https://a.example 'x\" onclick=alert(1)')",
    "<svg/onload=alert(1)>",
    "<a href='https://a.example' style='position:fixed'>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "# Heading <b>",
]
ALLOWED = re.compile(
    r"</?(?:p|ul|ol|li|strong|em|code|pre|br|blockquote|a)>"  # an <a> without href leads nowhere
    r"|<a href=\"(?:https?|mailto|tel|entry|page):[^\"<>]*\">|<br ?/?>"
)


@pytest.mark.parametrize("text", ATTACKS)
def test_hostile_markdown_becomes_harmless(text: str) -> None:
    html = to_html(text, "fr")
    rest = ALLOWED.sub("", html)
    assert "<" not in rest
    assert not re.search(r'href="\s*(?:javascript|data|vbscript)', html, re.IGNORECASE)


def test_the_allowed_part_of_markdown_works() -> None:
    html = to_html("**Gras**, *italique* et [lien](entry:common-agenda).\n\n- un\n- deux", "fr")
    assert html == (
        "<p><strong>Gras</strong>, <em>italique</em> et "
        '<a href="entry:common-agenda">lien</a>.</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>'
    )


def test_plain_words_are_what_a_reader_reads() -> None:
    assert to_plain("**Gras** et [lien](https://a.example)", "fr") == "Gras et lien"
    assert to_plain("A & B : c'est < 5.", "fr") == "A & B\u00a0: c’est < 5."


@pytest.mark.parametrize("code", ["&#2;", "&#x1f;", "&#8203;", "&#x202E;", "&shy;", "&#0;"])
def test_a_character_that_hides_does_not_come_in_by_its_number(code: str) -> None:
    assert to_html(f"a{code}b", "fr") == "<p>ab</p>"
