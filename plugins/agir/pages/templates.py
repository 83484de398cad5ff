"""The templates of overrides/, ready for one language: autoescaped, with what they may call."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from agir.pages import headers
from agir.pages.addresses import EMBED, FOOTER, SHORT
from agir.pages.compiling import COMPILED, PlainCalls, escaped
from agir.pages.embedding import embed_of
from agir.pages.messages import shown
from agir.pages.words import bounds, day
from agir.pages.writer import HTML_LANG
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agir.pages.plan import Page
    from agir.pages.terms import Use
    from agir.pages.writer import Writer


# The macros that every template may call, after those they call themselves. Imported by each
# template they would be looked up, or made, again for each page.
MACROS = {
    "permalink/permalink": ("permalink", "headed", "marks"),
    "card/card": ("card", "cards"),
    "animation/animated": ("animated",),
    "checklist/checklist": ("checklist", "questions_of"),
    "worksheet/worksheet": ("worksheet",),
    "section/section": ("section", "items", "quotation", "inside"),
    "related/see": ("see_also",),
    "related/related": ("related",),
    "pager/pager": ("pager",),
    "term/bubbles": ("bubbles",),
    "sources/sources": ("documents", "passages", "sources"),
}


class Templates:
    """Renders the pages of one language."""

    def __init__(self, overrides: Path, writer: Writer) -> None:
        """Read the macros of a folder, and its other templates when they are first used."""
        self.writer = writer
        self.environment = _environment(overrides)
        self.environment.filters |= writer.filters()
        self.environment.globals |= writer.names() | {
            "shared": self.shared,
            "style": self.style,
            "styles": self.styles,
            "policy": self.policy,
        }
        for component, macros in MACROS.items():
            template = self.environment.get_template(f"components/{component}.html")
            try:
                module = template.module
            except Exception:  # noqa: BLE001 (raised again, at its line of the template)
                self.environment.handle_exception()
            self.environment.globals |= {name: getattr(module, name) for name in macros}
        self.environment.get_template("components/banner/banner.html")  # for when others break
        self._shared = lru_cache(maxsize=4096)(self._render)
        self.term_button = lru_cache(maxsize=4096)(self._term_button)
        self._style = lru_cache(maxsize=64)(self._style_at)

    def body(self, page: Page, *, embedded: bool = False) -> str:
        """The main part of a page; `embedded` for a frame on another site, without terms."""
        self.writer.turn_to(page)
        if embedded:
            self.writer.finder = self.writer.site.no_finder
        template = self.environment.select_template(_names(page))
        return template.render(page=page, entry=page.entry, embedded=embedded)

    def render(self, name: str, page: Page, **words: Any) -> str:
        """A template that stands on a page."""
        self.writer.turn_to(page)
        return self._render(name, page=page, entry=page.entry, **words)

    def plain(self, name: str, page: Page, **words: Any) -> Markup:
        """A page, or a part of one, whose terms are not explained."""
        self.writer.turn_to(page, explained=False)
        return self._render(name, page=page, entry=page.entry, up=self.writer.up, **words)

    def shared(self, name: str, **words: Any) -> Markup:
        """A part of the frame, made once for all pages as deep as this one."""
        return self._shared(name, up=self.writer.up, **words)

    def style(self, base: str | None = None) -> Markup:
        """The style of all components, its fonts found from this page or from an address."""
        return self._style(self.writer.up if base is None else base)

    def styles(self, body: str, base: str | None = None) -> list[Markup]:
        """The style of what a page shows: of all components of every page, then of its own."""
        own = self.writer.site.assets.parts_for(body)
        return [self.style(base), *(Markup(part.style) for part in own)]  # noqa: S704 (our own style)

    def policy(self, styles: Iterable[str] = (), scripts: Iterable[str] = ()) -> Markup:
        """What a page says of what it may load and run; nothing under the preview, which adds."""
        if self.writer.site.settings.served:
            return Markup("")
        said = headers.policy(styles, scripts)
        return Markup('<meta http-equiv="{}" content="{}">').format(headers.POLICY, Markup(said))  # noqa: S704 (our own words)

    def _term_button(self, use: Use) -> str:
        """A term that opens its explanation."""
        return self._render("components/term/button.html", use=use)

    def term_list(self, uses: list[Use]) -> str:
        """The terms of labels, which hold no button."""
        return self._render("components/term/words.html", uses=uses)

    def _render(self, name: str, **words: Any) -> Markup:
        html = self.environment.get_template(name).render(words)
        return Markup(html)  # noqa: S704 (made by an autoescaped template)

    def _style_at(self, prefix: str) -> Markup:
        style = self.writer.site.assets.style
        for name, (path, _content) in self.writer.site.assets.files.items():
            style = style.replace(f"fonts/{name}", f"{prefix}{path}")
        return Markup(style)  # noqa: S704 (our own style)


def _names(page: Page) -> list[str]:
    """The templates that may make a page, the most particular first."""
    if isinstance(page.entry, WrittenPage):
        return [f"pages/{page.id}.html", "pages/document.html"]
    if page.kind == "overviews":
        return [f"pages/{page.id}-overview.html", "pages/overview.html"]
    return [f"pages/{page.kind}.html", "pages/article.html"]


class _Environment(Environment):
    """An environment whose templates call functions plainly."""

    code_generator_class = PlainCalls
    escaped = staticmethod(escaped)


def _environment(overrides: Path) -> Environment:
    environment = _Environment(
        bytecode_cache=COMPILED,
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
        "html_lang": HTML_LANG,
        "drawing": _drawings(overrides),
        "day": day,
        "bounds": bounds,
        "messages": shown,
        "short": SHORT,
        "embed": EMBED,
        "embed_of": embed_of,
    }
    return environment


def _drawings(overrides: Path) -> dict[str, Markup]:
    """The SVG drawings by name, ready to stand in a page."""
    files = sorted((overrides / "components" / "drawings").glob("*.svg"))
    texts = {path.stem: path.read_text("utf-8").strip() for path in files}
    return {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (our own drawings)
