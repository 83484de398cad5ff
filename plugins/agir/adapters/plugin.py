"""The MkDocs plugin: the core makes the site, MkDocs carries it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from agir.adapters import i18n
from agir.adapters.cache import Cache, known_files, load_templates, save_templates
from agir.adapters.files import SitePage, page_file
from agir.adapters.garbage import what_stays
from agir.adapters.messages import problems_stop_the_build, root_of
from agir.adapters.progress import Progress, phase
from agir.adapters.publication import Publication
from agir.pages.editor import absent
from agir.pages.handouts import KEPT
from agir.pages.outputs import other_files
from agir.pages.rendering import load, render
from agir.pages.site import Settings
from agir.pages.warm import Left, sources_of, still_true

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from agir.adapters.preview import Preview

# What another plugin may do to a page, for which MkDocs must carry every page.
_PAGE_EVENTS = (
    *("pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    *("post_page", "env", "post_build"),
)
_OURS = ("agir.", "mkdocs_static_i18n.")
_NO_EDITOR = """mkdocs.yml: editor: true
Le formulaire n'est pas encore là : tapez `make editor`, une fois. ({0})
The form editor is not there yet: type `make editor`, once. ({0})"""

_NO_HANDOUTS = """mkdocs.yml: handouts: true
Les documents à remettre ne sont pas encore là : tapez `make handouts`, une fois.
The handouts are not there yet: type `make handouts`, once."""


class AgirConfig(Config):
    """The options of `agir` in mkdocs.yml."""

    messages = config_options.Choice(("fr", "en"), default="fr")
    editor = config_options.Type(bool, default=False)  # the form editor, under /admin/
    handouts = config_options.Type(bool, default=False)  # as PDF and for Word, beside their pages
    offline = config_options.Type(bool, default=True)  # devices keep the site, but not the preview


class AgirPlugin(BasePlugin[AgirConfig]):
    """Lets the core make the site, at the events of MkDocs.

    MkDocs' way of carrying a page costs more than making it. So it carries all of them only when
    another plugin wants to see them; else the home pages, which static-i18n looks for.
    """

    publication: Publication | None = None
    preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 (MkDocs' signature)
        """Keep this object over the rebuilds of `mkdocs serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the content."""
        if i18n.in_nested_build(config):
            return
        # The core makes these two, for both languages at once.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        self.carried = _somebody_else_listens(config)
        root = root_of(config)
        said = replace(
            settings(config),
            editor=self._editor(root),
            handouts=self._handouts(root),
            offline=self.config.offline and not self.serving,
            served=self.serving,
        )
        self.cache = Cache(root)
        load_templates(self.cache)
        if self.serving:
            self.preview = self.preview or _new_preview()
            with known_files(self.cache) as self.preview.known:
                self.site = self.preview.load(config, said)
            return
        with (
            problems_stop_the_build(config),
            phase("read and check the content"),
            known_files(self.cache) as known,
            what_stays(),
        ):
            self.site = load(root, said, known)
            self.sources = None if self.carried else sources_of(self.site, known)
        self.publication = Publication(config)

    def _editor(self, root: Path) -> bool:
        """Whether the form editor is asked for. Raises PluginError when it is not there."""
        if self.config.editor and (wanted := absent(root)):
            raise PluginError(_NO_EDITOR.format(wanted[0]))
        return self.config.editor

    def _handouts(self, root: Path) -> bool:
        """Whether files of handouts are asked for. Raises PluginError when none was made."""
        asked = self.config.handouts and not self.serving
        if asked and not (root / KEPT).is_dir():
            raise PluginError(_NO_HANDOUTS)
        return asked

    @event_priority(i18n.AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The pages of the language being built, and the other files once."""
        pages = self.site.pages[i18n.language(config)]
        kept = [f for f in files if not f.is_documentation_page() and _in_docs(f.src_uri, config)]
        carried = pages if self.carried else [page for page in pages if page.id == "home"]
        made = [page_file(page, self.site, config) for page in carried]
        if self.carried and not i18n.in_nested_build(config):
            made += [
                File.generated(config, path, content=make())
                for path, make in other_files(self.site).items()
            ]
        return Files([*kept, *made])

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 (ditto)
        nav: Navigation,  # noqa: ARG002 (ditto)
    ) -> TemplateContext:
        """The whole document, around the content as other plugins left it."""
        if isinstance(page, SitePage):
            cast("dict[str, str]", context)["document"] = page.document()
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """MkDocs wrote its part, in this language and those nested in it; we write the rest."""
        if not self.publication or i18n.in_nested_build(config):
            return
        if not self.carried:
            with (
                problems_stop_the_build(config),
                phase("make and write the pages"),
                Progress(len(self.site.all_pages)) as progress,
            ):
                for path, content in render(self.site, self._kept()):
                    self.publication.put(path, content)
                    progress.step()
        self.publication.written = True

    def _kept(self) -> set[str]:
        """The files that the published site and this one share."""
        left = self.cache.get("site")
        if not (left and self.sources and self.publication):
            return set()
        return self.publication.keep(left, still_true(self.site, self.sources, left))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 (ditto)
        """Publish nothing, and leave nothing that would spoil the next rebuild of the preview."""
        i18n.repair_after_failure()
        if self.publication:
            self.publication.failed = True

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[[], None],  # noqa: ARG002 (ditto)
    ) -> LiveReloadServer:
        """Preview pages as they are asked for, when nobody else wants to see them."""
        if self.preview and not self.carried:
            self.preview.attach(server, config)
        return server

    def on_shutdown(self) -> None:
        """The only event after the verdict of --strict: publish, or leave the old site."""
        if self.publication and (made := self.publication.end(self.site)) and self.sources:
            self.cache.put("site", Left(self.sources, made))
            save_templates(self.cache)


def settings(config: MkDocsConfig) -> Settings:
    """What mkdocs.yml says of the site: its address, its repository, its contact."""
    contact = str(config.extra.get("contact") or "")
    url = config.site_url or ""
    if not urlsplit(url).scheme:
        raise PluginError("mkdocs.yml: site_url must be the full address of the site (https://…).")
    return Settings(url, config.repo_url or "", config.edit_uri or "", contact)


def _new_preview() -> Preview:
    from agir.adapters.preview import Preview  # noqa: PLC0415 (a build needs no watcher)

    return Preview()


def _in_docs(src_uri: str, config: MkDocsConfig) -> bool:
    return (Path(config.docs_dir) / src_uri).is_file()


def _somebody_else_listens(config: MkDocsConfig) -> bool:
    """Whether a plugin that is not part of the house wants to see pages."""
    heard = (method for event in _PAGE_EVENTS for method in config.plugins.events[event])
    return not all(getattr(method, "__module__", "").startswith(_OURS) for method in heard)
