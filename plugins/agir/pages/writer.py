"""What a template can say on one page: texts, labels, addresses, terms explained once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from agir.content.fields import Lang, Prose, Text
from agir.pages.addresses import relative
from agir.pages.markdown import to_html, to_plain
from agir.pages.terms import TermFinder, Use
from agir.pages.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agir.pages.plan import Page
    from agir.pages.site import Site

# After the sanitiser every < of a text is &lt;, so this is a link and never words in `code`.
_ENTRY_LINK = re.compile(r'<a href="(?:entry|page):([^"]+)"')
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
HTML_LANG = {"fr": "fr-CA", "en": "en-CA"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a page's table of contents."""

    id: str
    title: Markup


@dataclass(slots=True)
class Writer:
    """Bound to one page: addresses are relative to it; it remembers what the page has shown.

    `headings` becomes the table of contents: a section enters it by being written.
    """

    site: Site
    page: Page
    explained: dict[str, None] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return self.page.lang

    def names(self) -> dict[str, Any]:
        """What the templates call."""
        return {
            "page": self.page,
            "entry": self.page.entry,
            "site": self.site,
            "view": self.site.views,
            "library": self.site.library,
            "lang": self.lang,
            "ui": self.site.labels[self.lang],
            "t": self.text,  # a Text
            "tt": self.text_with_terms,  # a Text whose glossary terms are explained
            "md": self.prose,  # a Prose: Markdown
            "s": self.string,  # a str that is the same in both languages
            "plain": self.plain,  # a Text without markup, for an attribute
            "written": self.written,  # Markdown of a hand-written page
            "title": self.title,  # the title of an entry by its id
            "url": self.url,  # the address of an entry or a part of one by its id
            "asset": self.asset,  # the address of a file by its name
            "heading": self.heading,  # enters a heading in the table of contents
            "headings": self.headings,
            "terms_in": self.terms_in,  # the terms of texts that cannot hold a button
            "was": self.former_ids,  # anchors for ids that changed
        }

    def text(self, text: Text) -> Markup:
        """A plain text, escaped and typeset; marked when it is not in the page's language."""
        value, lang = text.get(self.lang)
        return self._marked(escape(typeset(value, lang)), lang)

    def text_with_terms(self, text: Text) -> Markup:
        """A plain text in which glossary terms are explained."""
        value, lang = text.get(self.lang)
        return self._marked(self._with_terms(str(escape(typeset(value, lang))), lang), lang)

    def prose(self, prose: Text, *, terms: bool = True) -> Markup:
        """A Markdown text as safe HTML, with its links and its glossary terms."""
        value, lang = prose.get(self.lang)
        html = _ENTRY_LINK.sub(self._link, to_html(value, lang))
        if lang != self.lang:
            return Markup(f'<div lang="{HTML_LANG[lang]}">{html}</div>')  # noqa: S704 (sanitised)
        return self._with_terms(html, lang) if terms else Markup(html)  # noqa: S704 (sanitised)

    def written(self, text: str) -> Markup:
        """Markdown of a hand-written page; {{contact}} and {{repo}} come from the settings."""
        settings = self.site.settings
        text = text.replace("{{contact}}", f"[{settings.contact}](mailto:{settings.contact})")
        text = text.replace("{{repo}}", f"[{settings.repository}]({settings.repository})")
        html = _ENTRY_LINK.sub(self._link, to_html(text, self.lang))
        return self._with_terms(html, self.lang)

    def former_ids(self, id_: str) -> Markup:
        """Empty anchors for the ids that a part of a page had before, so that old links land."""
        old = self.site.library.moved.former(id_)
        return Markup("").join(Markup('<span id="{}"></span>').format(name) for name in old)

    def string(self, value: str, lang: Lang | None = None) -> str:
        """A string that is the same in both languages, typeset; the template escapes it."""
        return typeset(value, lang or self.lang)

    def plain(self, text: Text) -> str:
        """The words alone, for an attribute."""
        value, lang = text.get(self.lang)
        return to_plain(value, lang) if isinstance(text, Prose) else typeset(value, lang)

    def url(self, id_: str, lang: Lang | None = None) -> str:
        """The address, from this page, of an entry, a question, a section… by its id."""
        return relative(self.page.path, self.site.addresses.path(id_, lang or self.lang))

    def asset(self, name: str) -> str:
        """The address, from this page, of a file of the site such as its script."""
        return relative(self.page.path, self.site.assets.path(name))

    def title(self, id_: str) -> Markup:
        """The title of an entry."""
        return self.text(self.site.library.by_id[id_].title)

    def terms_in(self, texts: Iterable[Text]) -> list[Use]:
        """The terms that stand in texts which cannot hold a button, and are not explained yet."""
        uses = []
        for text in texts:
            value, lang = text.get(self.lang)
            for piece in self._finder(lang).split(str(escape(typeset(value, lang)))):
                if isinstance(piece, Use) and piece.term not in self.explained:
                    self.explained[piece.term] = None
                    uses.append(piece)
        return uses

    def heading(self, id_: str, title: str) -> Markup:
        """Enter a heading in the table of contents; returns its title."""
        self.headings.append(Heading(id_, escape(title)))
        return escape(title)

    def _finder(self, lang: Lang) -> TermFinder:
        return self.site.finders[lang]

    def _with_terms(self, html: str, lang: Lang) -> Markup:
        if self.page.id == "glossary" or lang != self.lang:
            return Markup(html)  # noqa: S704 (escaped or sanitised)
        pieces: list[str] = []
        for piece in self._finder(lang).split(html):
            if isinstance(piece, str):
                pieces.append(piece)
            elif piece.term in self.explained:
                pieces.append(piece.words)
            else:
                self.explained[piece.term] = None
                pieces.append(_joined(pieces, self.site.term_button(piece)))
        return Markup("".join(pieces))  # noqa: S704 (escaped or sanitised)

    def _link(self, match: re.Match[str]) -> str:
        return f'<a href="{escape(self.url(match[1]))}"'

    def _marked(self, html: Markup, lang: Lang) -> Markup:
        if lang == self.lang:
            return html
        return Markup('<span lang="{}">{}</span>').format(HTML_LANG[lang], html)


def _joined(before: list[str], button: str) -> str:
    """A term's button, with the elided article before it: a line never breaks between them."""
    article = _ELIDED.search(before[-1]) if before else None
    if not article:
        return button
    before[-1] = before[-1][: article.start()]
    return f'<span class="together">{article[0]}{button}</span>'
