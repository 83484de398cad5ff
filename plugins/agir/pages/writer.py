"""What a template can say on one page: texts, labels, addresses, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup, escape

from agir.content.fields import Lang, Prose, Text
from agir.pages.addresses import ANIMATIONS, HANDOUTS
from agir.pages.assets import digest_of
from agir.pages.citations import references
from agir.pages.markdown import to_html, to_plain
from agir.pages.qr import qr_code
from agir.pages.terms import WORDS
from agir.pages.typography import typeset
from agir.pages.words import reading_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from agir.pages.plan import Page
    from agir.pages.site import Site
    from agir.pages.terms import TermFinder

# After the sanitiser every < of a text is &lt;, so this is a link and never words in `code`.
_ENTRY_LINK = re.compile(r'<a href="(?:entry|page):([^"]+)"')
_NOTHING = Markup("")
_WORDS = Markup(WORDS)  # noqa: S704 (our own marks)
HTML_LANG = {"fr": "fr-CA", "en": "en-CA"}


@lru_cache(maxsize=16384)
def _html(text: str, lang: Lang) -> Markup:
    """A plain text, typeset and escaped."""
    return escape(typeset(text, lang))


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a page's table of contents."""

    id: str
    title: Markup


@dataclass(slots=True)
class Writer:
    """Writes the pages of one language, one at a time: addresses are relative to `page`.

    `headings` becomes the table of contents: a section enters it by being written.
    """

    site: Site
    lang: Lang
    page: Page = field(init=False)
    up: str = ""  # from the page to the site's root
    finder: TermFinder = field(init=False)
    headings: list[Heading] = field(default_factory=list)

    def turn_to(self, page: Page, *, explained: bool = True) -> None:
        """Begin a page, whose terms are explained or not."""
        self.page = page
        self.up = "../" * page.path.count("/")
        self.headings.clear()
        site = self.site
        is_plain = page.id == "glossary" or not explained
        self.finder = site.no_finder if is_plain else site.finders[self.lang]

    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates do with a text or an id: `{{ entry.title|t }}`."""
        return {
            "run": self.running,  # the same as t in running text, where terms are explained
            "marked": self.marked,  # a str that is typeset already, in running text
            "label": self.label,  # the same in a label; they are explained where `words` stands
            "t": self.text,  # a Text, or a str of the page's language
            "md": self.prose,  # a Prose: Markdown
            "s": self.string,  # a str in a language that the template knows
            "plain": self.plain,  # a Text without markup, for an attribute
            "in_lang": self.in_lang,  # the attribute that says so when a Text is not translated
            "link_to": self.link_to,  # the name of a permalink
            "written": self.written,  # Markdown of a hand-written page
            "title": self.title,  # the title of an entry by its id
            "name": self.name,  # its short name, or the title of a hand-written page
            "url": self.url,  # the address of an entry or a part of one by its id
            "handout": self.handout,  # the address of its handout
            "animation": self.animation,  # the address of its view for who animates
            "asset": self.asset,  # the address of a file by its name
            "was": self.former_ids,  # anchors for ids that changed
            "digest": lambda text: digest_of(text.encode()),  # of a file with that text
            "qr": qr_code,  # an address as a code to scan, beside which it is written
        }

    def names(self) -> dict[str, Any]:
        """What templates and macros of a language know on every page."""
        return {
            "site": self.site,
            "view": self.site.views,
            "library": self.site.library,
            "lang": self.lang,
            "ui": self.site.labels[self.lang],
            "heading": self.heading,  # enters a heading in the table of contents
            "headings": self.headings,
            "references": lambda: references(self.site, self.lang),  # how to cite each page
            "handouts": HANDOUTS[self.lang],  # the folder of all, from the root
            "animations": ANIMATIONS[self.lang],  # ditto
            "words": _WORDS,  # where the terms of labels are explained
            "reading_minutes": reading_minutes,  # how long an entry takes to read
            "is_translation": self.is_translation,  # whether the page shows the English of a Text
        }

    def text(self, text: Text | str, mark: Callable[[str], str] | None = None) -> Markup:
        """A plain text, escaped and typeset; marked when it is not in the page's language.

        `mark` marks the terms of one that is.
        """
        value, lang = (text, self.lang) if isinstance(text, str) else text.get(self.lang)
        html = _html(value, lang)
        if lang != self.lang:
            return Markup('<span lang="{}">{}</span>').format(HTML_LANG[lang], html)
        return Markup(mark(html)) if mark else html  # noqa: S704 (what was escaped, marked)

    def running(self, text: Text | str) -> Markup:
        """A text whose terms are explained, unless it is not in the page's language."""
        return self.text(text, self.finder.mark)

    def marked(self, text: str) -> Markup:
        """A text that is typeset already, its terms explained."""
        return Markup(self.finder.mark(escape(text)))  # noqa: S704 (what was escaped, marked)

    def label(self, text: Text | str) -> Markup:
        """A label, whose terms are explained after it."""
        return self.text(text, self.finder.label)

    def prose(self, prose: Text) -> Markup:
        """A Markdown text as safe HTML, with its links."""
        value, lang = prose.get(self.lang)
        if lang == self.lang:
            return self._linked(self.finder.mark(to_html(value, lang)))
        return self._linked(f'<div lang="{HTML_LANG[lang]}">{to_html(value, lang)}</div>')

    def written(self, text: str) -> Markup:
        """Markdown of a hand-written page."""
        return self._linked(self.finder.mark(to_html(text, self.lang)))

    def _linked(self, html: str) -> Markup:
        """Safe HTML, its links to entries leading there."""
        return Markup(_ENTRY_LINK.sub(self._link, html))  # noqa: S704 (sanitised)

    def name(self, id_: str) -> Markup:
        """The short name of a page: its menu label where it has one, else its title."""
        menu = getattr(self.site.library.by_id.get(id_), "menu", None)
        return self.text(menu or self.site.title_of(id_, self.lang))

    def former_ids(self, id_: str) -> Markup:
        """Empty anchors for the ids that a part of a page had before, so that old links land."""
        old = self.site.former.get(id_)
        if not old:
            return _NOTHING
        return _NOTHING.join(Markup('<span id="{}"></span>').format(name) for name in old)

    def string(self, value: str, lang: Lang | None = None) -> str:
        """A string that is the same in both languages, typeset; the template escapes it."""
        return typeset(value, lang or self.lang)

    def plain(self, text: Text | str) -> str:
        """The words alone, for an attribute and for what holds no other element."""
        value, lang = self._shown(text)
        return to_plain(value, lang) if isinstance(text, Prose) else typeset(value, lang)

    def in_lang(self, text: Text | str) -> Markup:
        """The `lang` attribute of an element that holds `plain(text)`, where it needs one."""
        lang = self._shown(text)[1]
        return Markup("") if lang == self.lang else Markup(' lang="{}"').format(HTML_LANG[lang])

    def is_translation(self, text: Text) -> bool:
        """Whether readers see our English of words that were written in French."""
        return self.lang != "fr" and text.get(self.lang)[1] == self.lang

    def link_to(self, text: Text | str) -> str:
        """The name of a permalink, whole in the language of what it leads to."""
        labels = self.site.labels[self._shown(text)[1]]
        return labels["link_to"].format(name=self.plain(text))

    @pass_context  # or Jinja would take the address of a fixed id for the same on every page
    def url(self, _context: Context, id_: str, lang: Lang | None = None) -> str:
        """The address, from this page, of an entry, a question, a section… by its id."""
        return self.address(id_, lang)

    def address(self, id_: str, lang: Lang | None = None) -> str:
        """The same, for Python."""
        return self.up + self.site.addresses.path(id_, lang or self.lang) or "./"

    def handout(self, id_: str, lang: Lang | None = None) -> str:
        """The address, from this page, of the handout of an entry."""
        return f"{self.up}{HANDOUTS[lang or self.lang]}{id_}/"

    def animation(self, id_: str, lang: Lang | None = None) -> str:
        """The address, from this page, of the view of an entry for who animates."""
        return f"{self.up}{ANIMATIONS[lang or self.lang]}{id_}/"

    @pass_context  # ditto
    def asset(self, _context: Context, name: str) -> str:
        """The address, from this page, of a file of the site such as its script."""
        return self.up + self.site.assets.path(name)

    def title(self, id_: str) -> Markup:
        """The title of an entry."""
        return self.text(self.site.library.by_id[id_].title)

    def heading(self, id_: str, title: Text | str) -> Markup:
        """Enter a heading in the table of contents; returns its title."""
        self.headings.append(Heading(id_, self.text(title)))
        return self.headings[-1].title

    def _shown(self, text: Text | str) -> tuple[str, Lang]:
        return (text, self.lang) if isinstance(text, str) else text.get(self.lang)

    def _link(self, match: re.Match[str]) -> str:
        return f'<a href="{escape(self.address(match[1]))}"'
