"""« Document à remettre »: an entry on paper, two sheets at most, with room to write.

Nobody measures text while a site is built: how much of an entry its handout says is estimated in
lines, with care; `make handouts` prints each on both papers and counts their sheets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.pages.addresses import HANDOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agir.content.fields import Lang, Text
    from agir.content.parts import Section
    from agir.pages.plan import Page
    from agir.pages.site import Site

KEPT = ".handouts"  # in the project, where `make handouts` puts what it writes
_SHOWN = ".handout"  # what the style of a handout starts with
PAPERS = ("letter", "a4")
FORMS = (*(f"{paper}.pdf" for paper in PAPERS), "docx")
_WIDTH = 88  # letters of a line, where few words are cut
_SHEET = 49  # lines of a sheet of either paper, with room for what is not split
_AROUND = 15  # lines of the title above and the address below
_FACTS = 13  # lines of what is known of a tool
_PROMPTS = 3  # what is asked of any tool
_MOST, _LEAST = 5, 2  # lines to write on under a question
_WRITTEN = 1.8  # the height of such a line, in lines of text
# How much of an entry a handout says: each adds to those before it.
QUESTIONS, LISTS, BODY, SECTIONS, ELEMENTS = range(5)


@dataclass(frozen=True, slots=True)
class Layout:
    """How much of an entry stands on its handout, and how many lines under each question."""

    detail: int
    lines: int


def has_handout(page: Page) -> bool:
    """Whether an entry is handed out: all that have a page, but those that list or fill others."""
    entry = page.entry
    if isinstance(entry, model.Overview):
        return bool(entry.questions)
    return isinstance(entry, model.Article) and not isinstance(
        entry, (model.Portrait, model.Workshop)
    )


def handout_of(page: Page) -> Page:
    """The page of an entry's handout."""
    return replace(page, path=f"{HANDOUTS[page.lang]}{page.id}/")


def handouts(site: Site) -> list[Page]:
    """Every handout, in both languages."""
    return [handout_of(page) for page in site.all_pages if has_handout(page)]


def handout_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """Path -> what makes the file: the handouts, and those that were printed or written of them."""
    files: dict[str, Callable[[], bytes]] = {}
    for page in handouts(site):
        files[f"{page.path}index.html"] = partial(_document, site, page)
        if site.settings.handouts:
            made = _kept(site, page)
            files |= {f"{page.path}{name}": kept.read_bytes for name, _form, kept in made}
    return files


def body_of(site: Site, page: Page) -> str:
    """What is printed of a handout."""
    layout = layout_of(page.entry, page.lang)
    return site.templates[page.lang].plain(
        "components/handout/handout.html",
        page,
        layout=layout,
        address=site.absolute(site.addresses.path(page.id, page.lang)),
    )


def kept_names(site: Site, page: Page) -> dict[str, str]:
    """Form -> what a file made from a handout is called: of another text or style, otherwise."""
    digest = sha256(body_of(site, page).encode())
    digest.update(site.assets.style.encode())
    for part in site.assets.parts:
        digest.update(part.style.encode() if _SHOWN in part.shown_by else b"")
    start = f"{page.lang}.{page.id}.{digest.hexdigest()[:10]}"
    return {form: f"{start}.{form}" for form in FORMS}


def _document(site: Site, page: Page) -> bytes:
    made = _kept(site, page) if site.settings.handouts else ()
    files = [(name, form) for name, form, _place in made]
    html = site.templates[page.lang].plain(
        "handout.html", page, body=body_of(site, page), files=files
    )
    return html.encode()


def _kept(site: Site, page: Page) -> Iterator[tuple[str, str, Path]]:
    """Name on the site, form and place of the files made from a handout as it is now."""
    slug = site.addresses.path(page.id, page.lang).rstrip("/").rpartition("/")[2]
    for form, name in kept_names(site, page).items():
        path = site.root / KEPT / name
        if path.is_file():
            yield f"{slug}{'.' if form == 'docx' else '-'}{form}", form, path


def layout_of(entry: Any, lang: Lang) -> Layout:
    """What fits on two sheets; on one for a tool, or where a table takes the other."""
    is_tool = isinstance(entry, model.Tool)
    is_short = is_tool or any(part.table for part in entry.sections)
    many = _PROMPTS if is_tool else len(entry.questions)
    asked = sum(_height(question.text, lang) for question in entry.questions)
    room = (1 if is_short else 2) * _SHEET - _AROUND - asked - (_FACTS if is_tool else 0)
    least = many * _LEAST * _WRITTEN
    details = range(ELEMENTS, QUESTIONS, -1)
    detail = next((d for d in details if _said(entry, lang, d) + least <= room), QUESTIONS)
    left = room - _said(entry, lang, detail)
    return Layout(detail, max(_LEAST, min(_MOST, int(left / (many or 1) / _WRITTEN))))


def _said(entry: Any, lang: Lang, detail: int) -> float:
    """How many lines the text of a handout takes."""
    said = _height(entry.wording, lang) + _height(getattr(entry, "goal", None), lang)
    is_said = detail >= BODY and not isinstance(entry, model.Sheet)  # that one is for who leads
    said += _height(entry.body, lang) if is_said else 0
    return said + sum(_section(part, lang, detail) for part in entry.sections)


def _section(part: Section, lang: Lang, detail: int) -> float:
    if part.facilitator or part.table or not detail or not (part.items or detail >= SECTIONS):
        return 0
    said = 2.5
    for item in part.items:
        said += _height(item.title, lang)
        said += _height(item.text, lang) if detail == ELEMENTS else 0
    if detail >= SECTIONS:
        said += _height(part.body, lang) + sum(_height(q.text, lang) + 2 for q in part.quotes)
    return said


def _height(text: Text | None, lang: Lang) -> float:
    """The lines of a text, and what stands between two of them."""
    paragraphs = text.get(lang)[0].split("\n\n") if text else ()
    return sum(ceil(len(paragraph) / _WIDTH) + 0.4 for paragraph in paragraphs)
