"""The site as a whole: its pages, and how each becomes HTML. Any generator can carry them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from agir.content import model
from agir.content.fields import LANGS
from agir.content.problems import Problems
from agir.pages.addresses import FOOTER
from agir.pages.assets import gather
from agir.pages.dates import dates_of
from agir.pages.fill import fill_in
from agir.pages.outputs import anchors_json
from agir.pages.plan import Page, plan
from agir.pages.reading import read
from agir.pages.relations import Relations
from agir.pages.search import search_index
from agir.pages.terms import Explainer, TermFinder, Use
from agir.pages.typography import typeset
from agir.pages.views import Views
from agir.pages.words import bounds, day
from agir.pages.writer import HTML_LANG, Heading, Writer
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from agir.content.fields import Lang, Text


@dataclass(frozen=True, slots=True)
class Settings:
    """What the generator's configuration says: public address, repository, contact."""

    url: str
    repository: str = ""
    edit: str = ""  # from the repository's address to a file's editor: "edit/main/"
    contact: str = ""

    @property
    def words(self) -> dict[str, str]:
        """What hand-written pages may name, as Markdown; empty when it is not set."""
        mail, repository = self.contact, self.repository
        return {
            "contact": mail and f"[{mail}](mailto:{mail})",
            "repo": repository and f"[{repository}]({repository})",
        }


@dataclass(frozen=True, slots=True)
class Body:
    """The main part of a page: its HTML, its table of contents, the terms it explains."""

    html: str
    contents: tuple[Heading, ...]
    terms: tuple[str, ...]


class Site:
    """Everything needed to make any page of the site; made once per build."""

    def __init__(self, root: Path, settings: Settings) -> None:
        """Read the content under `root`. Raises ContentError with every problem found."""
        self.root = root
        content = read(root)
        self.library, self.addresses = content.library, content.addresses
        self.settings = settings
        for page in content.written:
            fill_in(page, settings.words)
        self.relations = Relations(self.library)
        self.assets = gather(root / "overrides")
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
        for lang in LANGS:
            self.assets.add(f"search.{lang}.json", search_index(self, lang))
            self.assets.add(f"anchors.{lang}.json", anchors_json(self, lang))
        self.environment = _environment(root / "overrides")
        self.environment.get_template("components/banner/banner.html")  # for when others break
        self.units = {unit.id: unit for unit in self.library.all(model.Unit)}
        self.style_at = lru_cache(maxsize=64)(self._style_at)

    def body(self, page: Page) -> Body:
        """The main part of a page."""
        writer = Writer(self, page)
        template = self.environment.select_template(_templates(page))
        finder = self.no_finder if page.id == "glossary" else self.finders[page.lang]
        explainer = Explainer(finder, self._term_button, partial(self._term_list, page.lang))
        html = explainer.explain(template.render(writer.names()))
        return Body(html, tuple(writer.headings), tuple(explainer.explained))

    def document(self, page: Page, body: Body) -> str:
        """The whole HTML document of a page, from `<!doctype html>` on."""
        writer = Writer(self, page)
        return self.environment.get_template("skeleton.html").render(
            writer.names(),
            body=Markup(body.html),  # noqa: S704 (made by autoescaped templates)
            terms=[self.library.by_id[term] for term in body.terms],
            style=Markup(self.style_at(page.path.count("/"))),  # noqa: S704 (our own style)
            updated=self.updated(page),
            edit_url=self.edit_url(page),
            absolute=self.absolute,
            html_lang=HTML_LANG,
        )

    def not_found(self) -> str:
        """The 404 page, in both languages; its addresses start at the site's own root."""
        page = next(page for page in self.pages["fr"] if page.id == "home")
        return self.environment.get_template("not-found.html").render(
            Writer(self, page).names(),
            en=self.labels["en"],
            style=Markup(self._style(self.base)),  # noqa: S704 (our own style)
            base=self.base,
            addresses=self.addresses,
            html_lang=HTML_LANG,
        )

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

    def edit_url(self, page: Page) -> str:
        """Where to edit the file of a page, at the line where its entry starts."""
        if not self.settings.repository:
            return ""
        anchor = f"#L{page.place.line}" if page.place.line > 1 else ""
        base = f"{self.settings.repository.rstrip('/')}/{self.settings.edit}"
        return f"{base}{page.place.file}{anchor}"

    def _term_button(self, use: Use) -> str:
        return self.environment.get_template("components/term/button.html").render(use=use)

    def _term_list(self, lang: Lang, uses: list[Use]) -> str:
        template = self.environment.get_template("components/term/words.html")
        return template.render(uses=uses, ui=self.labels[lang])

    def _style_at(self, depth: int) -> str:
        return self._style("../" * depth)

    def _style(self, prefix: str) -> str:
        style = self.assets.style
        for name, (path, _content) in self.assets.files.items():
            style = style.replace(f"fonts/{name}", f"{prefix}{path}")
        return style


def _templates(page: Page) -> list[str]:
    """The templates that may make a page, the most particular first."""
    if isinstance(page.entry, WrittenPage):
        return [f"pages/{page.id}.html", "pages/document.html"]
    if page.kind == "overviews":
        return [f"pages/{page.id}-overview.html", "pages/overview.html"]
    return [f"pages/{page.kind}.html", "pages/article.html"]


def _environment(overrides: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # a preview with problems shows the last good templates too
    )
    environment.globals |= {
        "footer": FOOTER,
        "drawing": _drawings(overrides),
        "day": day,
        "bounds": bounds,
    }
    return environment


def _drawings(overrides: Path) -> dict[str, Markup]:
    """The SVG drawings by name, ready to stand in a page."""
    files = sorted((overrides / "components" / "drawings").glob("*.svg"))
    texts = {path.stem: path.read_text("utf-8").strip() for path in files}
    return {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (our own drawings)
