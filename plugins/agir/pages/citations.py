"""How a page is cited: by the habits of APA (7th edition) in its language, and for BibTeX.

French dates and « s. d. » are as Québec universities write them (UQTR, Université de Montréal).
The site's name is not said again after an author of the same name (APA 7, 9.33).
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from agir.content.model import Article
from agir.pages.typography import NBSP, typeset
from agir.pages.words import day

if TYPE_CHECKING:
    from datetime import date

    from agir.content.fields import Lang
    from agir.pages.plan import Page
    from agir.pages.site import Site

AUTHOR = "Agir ensemble"
_NO_DATE: dict[Lang, str] = {"fr": f"s.{NBSP}d.", "en": "n.d."}
_LANGUAGE: dict[Lang, str] = {"fr": "french", "en": "english"}  # as babel calls them
_SPECIAL = re.compile(r"([&%$#_{}])")


class Citation(NamedTuple):
    """A reference in the pieces that its template puts together, and the record for BibTeX."""

    start: str  # "Agir ensemble. (2026, 28 novembre)."
    title: str  # which stands in italics
    lang: Lang  # of the title
    address: str
    bibtex: str


def citation(site: Site, page: Page) -> Citation:
    """How to cite a page, or by the home page the whole: without a date before any release."""
    days = (
        one.day
        for (id_, lang), one in site.revisions.items()
        if lang == page.lang and page.id in (id_, "home")
    )
    published = max(days, default=None)
    title = page.entry.title
    said, lang = (title, page.lang) if isinstance(title, str) else title.get(page.lang)
    when = _apa_date(published, page.lang) if published else _NO_DATE[page.lang]
    address = site.absolute(page.path)
    return Citation(
        f"{AUTHOR}. ({when}).",
        typeset(said, lang),
        lang,
        address,
        _bibtex(page, said, lang, published, address),
    )


def references(site: Site, lang: Lang) -> list[tuple[str, list[tuple[Page, Citation]]]]:
    """How to cite the resource as a whole, then each entry that has a page, by collection."""
    found = [
        page for page in site.pages[lang] if page.id == "home" or isinstance(page.entry, Article)
    ]
    found.sort(key=lambda page: (page.id != "home", page.kind != "overviews"))
    return [
        (kind, [(page, citation(site, page)) for page in pages])
        for kind, pages in groupby(found, key=lambda page: page.kind)
    ]


def _apa_date(value: date, lang: Lang) -> str:
    """The year first: "2026, 28 novembre", "2026, November 28"."""
    in_words = day(value, lang)
    if lang == "fr":
        return f"{value.year}, {in_words.removesuffix(f'{NBSP}{value.year}')}"
    return f"{value.year}, {in_words.removesuffix(f', {value.year}')}"


def _bibtex(page: Page, title: str, lang: Lang, published: date | None, address: str) -> str:
    """A record that both BibTeX (year, month) and biblatex (date) understand."""
    escaped = _SPECIAL.sub(r"\\\1", title)
    # In braces of their own: no given name and family name, no capital made small.
    fields = {"author": f"{{{AUTHOR}}}", "title": f"{{{escaped}}}"}
    if published:
        fields |= {
            "date": published.isoformat(),
            "year": str(published.year),
            "month": str(published.month),
        }
    fields |= {"url": address, "langid": _LANGUAGE[lang]}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{agir-ensemble-{page.id}-{page.lang},\n{lines}}}"
