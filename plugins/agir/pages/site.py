"""The site as a whole: its pages, and how each becomes HTML. Any generator can carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from agir.content import model
from agir.content.fields import LANGS
from agir.content.inside import units_of
from agir.content.problems import Problems
from agir.pages.assets import gather
from agir.pages.dates import dates_of
from agir.pages.fill import fill_in
from agir.pages.linked_data import linked_data
from agir.pages.plan import Page, plan
from agir.pages.questions import moves_digest
from agir.pages.reading import read
from agir.pages.relations import Relations
from agir.pages.sharing import picture_of
from agir.pages.templates import Templates
from agir.pages.terms import Explainer, TermFinder
from agir.pages.typography import typeset
from agir.pages.views import Views
from agir.pages.writer import Writer

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from agir.content.fields import Lang, Text
    from agir.content.known import Known
    from agir.content.library import Library
    from agir.pages.writer import Heading


class Origins(dict[str, tuple[str, ...]]):
    """Id of an entry -> the units of the sources that it names; looked for when they are asked."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    def __missing__(self, id_: str) -> tuple[str, ...]:
        found = self[id_] = units_of(self.library.by_id.get(id_, ()))
        return found


# What scripts and devices load, by language.
MADE = (
    *((kind, "json") for kind in ("search", "anchors", "questions", "app")),
    ("citations", "html"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the generator's configuration says: public address, repository, contact."""

    url: str
    repository: str = ""
    edit: str = ""  # from the repository's address to a file's editor: "edit/main/"
    contact: str = ""
    editor: bool = False  # whether the form editor is served under /admin/
    handouts: bool = False  # whether the files that `make handouts` wrote are published
    offline: bool = False  # whether devices keep the site for use without a network
    served: bool = False  # whether by the preview, which adds a script to pages

    @property
    def words(self) -> dict[str, str]:
        """What hand-written pages may name, as Markdown; empty when it is not set."""
        mail, repository = self.contact, self.repository
        return {
            "contact": mail and f"[{mail}](mailto:{mail})",
            "repo": repository and f"[{repository}]({repository})",
        }


def _query(words: dict[str, str]) -> str:
    """The end of an address; mail programs take a + for a plus, so blanks are %20."""
    return "&".join(f"{name}={quote(word, safe='')}" for name, word in words.items())


@dataclass(frozen=True, slots=True)
class Body:
    """The main part of a page: its HTML, its table of contents, the terms it explains."""

    html: str
    contents: tuple[Heading, ...]
    terms: tuple[str, ...]


class Site:
    """Everything needed to make any page of the site; made once per build."""

    def __init__(self, root: Path, settings: Settings, known: Known | None = None) -> None:
        """Read the content under `root`. Raises ContentError with every problem found.

        `known` are the files read before, by path: those that did not change are not read again.
        """
        self.root = root
        content = read(root, known)
        self.library, self.addresses = content.library, content.addresses
        self.record = content.record
        self.revisions = content.revisions
        self.settings = settings
        for page in content.written:
            fill_in(page, settings.words)
        self.former = self.library.moved.former()
        self.moves = moves_digest(self.library)
        self.relations = Relations(self.library)
        self.assets = gather(root / "overrides")
        self.assets.made = frozenset(f"{kind}.{lang}.{end}" for kind, end in MADE for lang in LANGS)
        self.dates = dates_of(root)
        self.pages = plan(self.library, content.written, self.addresses)
        terms = self.library.all(model.Term)
        self.finders = {lang: TermFinder(terms, lang) for lang in LANGS}
        self.no_finder = TermFinder((), "fr")  # for the glossary, which explains every term itself
        self.labels = {
            lang: {key: typeset(*text.get(lang)) for key, text in self.library.labels.items()}
            for lang in LANGS
        }
        overviews = self.library.all(model.Overview)
        self.parts = {name: overview.part for overview in overviews for name in overview.lists}
        self.parts |= {overview.id: overview.part for overview in overviews}
        self.problems = Problems()
        self.views = Views(self)
        self.origins = Origins(self.library)
        self.units = {unit.id: unit for unit in self.library.all(model.Unit)}
        self.templates = {lang: Templates(root / "overrides", Writer(self, lang)) for lang in LANGS}
        for lang, templates in self.templates.items():
            added = templates.render("added.html", self.pages[lang][0])
            self.assets.add(f"added.{lang}.html", added.encode())

    def body(self, page: Page) -> Body:
        """The main part of a page."""
        templates = self.templates[page.lang]
        explainer = Explainer(templates.term_button, templates.term_list)
        html = explainer.explain(templates.body(page))
        return Body(html, tuple(templates.writer.headings), tuple(explainer.explained))

    def embedded(self, page: Page) -> Markup:
        """The main part of a page for a frame on another site: no term opens there."""
        html = Explainer(lambda _use: "", lambda _uses: "").explain(
            self.templates[page.lang].body(page, embedded=True)
        )
        return Markup(html)  # noqa: S704 (made by autoescaped templates)

    def document(self, page: Page, body: Body) -> str:
        """The whole HTML document of a page, from `<!doctype html>` on."""
        terms = [self.library.by_id[term] for term in body.terms]
        html = Markup(body.html)  # noqa: S704 (made by autoescaped templates)
        return self.templates[page.lang].render("skeleton.html", page, body=html, terms=terms)

    def linked_data(self, page: Page) -> Markup:
        """What the page is, as JSON-LD."""
        return linked_data(self, page)

    def picture(self, page: Page) -> str:
        """The public address of the picture that stands for the page where it is shared."""
        return self.absolute(self.assets.path(picture_of(self, page)))

    def not_found(self) -> str:
        """The 404 page, in both languages; its addresses start at the site's own root."""
        page = next(page for page in self.pages["fr"] if page.id == "home")
        en = self.labels["en"]
        return self.templates["fr"].render("not-found.html", page, up=self.base, en=en)

    def offline_page(self, lang: Lang) -> str:
        """What somebody without a network finds in the place of a page that is not kept."""
        page = next(page for page in self.pages[lang] if page.id == "home")
        return self.templates[lang].render("offline.html", page, up=self.base)

    @property
    def all_pages(self) -> list[Page]:
        """The pages of both languages."""
        return [page for lang in LANGS for page in self.pages[lang]]

    @property
    def base(self) -> str:
        """The path of the site's root at its public address: "/" or "/agir-ensemble/"."""
        path = self.settings.url.partition("://")[2].partition("/")[2].strip("/")
        return f"/{path}/" if path else "/"

    def absolute(self, path: str) -> str:
        """The public address of a path of the site."""
        return f"{self.settings.url.rstrip('/')}/{path}"

    def updated(self, page: Page) -> date | None:
        """The day the page's entry last changed, when the history tells."""
        return self.dates.get(page.place.file)

    def title_of(self, id_: str, lang: Lang) -> Text | str:
        """The title of a page, of an entry or hand-written."""
        entry = self.library.by_id.get(id_)
        return entry.title if entry else next(p.title for p in self.pages[lang] if p.id == id_)

    def correction_url(self, page: Page) -> str:
        """Where to propose a correction without Git: a form that knows the page, else a message."""
        labels, address = self.labels[page.lang], self.absolute(page.path)
        subject = labels["correct_subject"].format(title=page.title)
        if self.settings.repository:
            words = {"template": "correction.yml", "title": subject, "page": address}
            return f"{self.settings.repository.rstrip('/')}/issues/new?{_query(words)}"
        if self.settings.contact:
            body = labels["correct_body"].format(page=address)
            return f"mailto:{self.settings.contact}?{_query({'subject': subject, 'body': body})}"
        return ""

    def edit_url(self, page: Page) -> str:
        """Where to edit the file of a page, at the line where its entry starts."""
        if not self.settings.repository:
            return ""
        anchor = f"#L{page.place.line}" if page.place.line > 1 else ""
        base = f"{self.settings.repository.rstrip('/')}/{self.settings.edit}"
        return f"{base}{page.place.file}{anchor}"
