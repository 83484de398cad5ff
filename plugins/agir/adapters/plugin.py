"""The MkDocs plugin: reads the content once per build, gives MkDocs its pages and their HTML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from agir.adapters import i18n
from agir.adapters.files import SitePage, asset_file, page_file
from agir.adapters.publication import Publication
from agir.content.problems import ContentError, show, summary
from agir.pages.rendering import Rendered, build, render
from agir.pages.site import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from agir.content.fields import Lang

log = get_plugin_logger(__name__)


class AgirConfig(Config):
    """The options of `agir` in mkdocs.yml."""

    messages = config_options.Choice(("fr", "en"), default="fr")


class AgirPlugin(BasePlugin[AgirConfig]):
    """Carries the core's pages through MkDocs."""

    rendered: Rendered | None = None
    publication: Publication | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 (MkDocs' signature)
        """Keep this object over the rebuilds of `mkdocs serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the content; what is wrong stops a build before MkDocs empties the old site."""
        if i18n.in_nested_build(config):
            return
        # The core makes these two, for both languages at once.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        root = Path(config.docs_dir).parent
        try:
            self.rendered = build(root, settings(config))
        except ContentError as error:
            lang: Lang = "en" if self.config.messages == "en" else "fr"
            text = f"\n{show(error.problems, lang, root)}\n\n{summary(len(error.problems), lang)}"
            if not (self.serving and self.rendered):
                raise PluginError(text) from None
            log.error(text)
            self.rendered.site.problems = error.problems
            self.rendered = render(self.rendered.site)

        if not self.serving:
            self.publication = Publication(config)

    @event_priority(i18n.AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The pages of the language being built, and the other files once."""
        assert self.rendered
        pages = self.rendered.site.pages[i18n.language(config)]
        kept = [f for f in files if not f.is_documentation_page() and _in_docs(f.src_uri, config)]
        made = [page_file(page, self.rendered, config) for page in pages]
        if not i18n.in_nested_build(config):
            made += [asset_file(path, data, config) for path, data in self.rendered.files.items()]
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
            body = replace(page.body, html=page.content or "")
            document = page.rendered.document(page.page, body)
            cast("dict[str, str]", context)["document"] = document
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Everything is written, in this language and those nested in it."""
        if self.publication and not i18n.in_nested_build(config):
            self.publication.written = True

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 (ditto)
        """Publish nothing, and leave nothing that would spoil the next rebuild of the preview."""
        i18n.repair_after_failure()
        if self.publication:
            self.publication.failed = True

    def on_shutdown(self) -> None:
        """The only event after the verdict of --strict: publish, or leave the old site."""
        if self.publication:
            self.publication.end()


def settings(config: MkDocsConfig) -> Settings:
    """What mkdocs.yml says of the site: its address, its repository, its contact."""
    contact = str(config.extra.get("contact") or "")
    url = config.site_url or ""
    if not urlsplit(url).scheme:
        raise PluginError("mkdocs.yml: site_url must be the full address of the site (https://…).")
    return Settings(url, config.repo_url or "", config.edit_uri or "", contact)


def _in_docs(src_uri: str, config: MkDocsConfig) -> bool:
    return (Path(config.docs_dir) / src_uri).is_file()
