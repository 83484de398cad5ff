"""Pages of the core as MkDocs files and pages; MkDocs' own Markdown takes no part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from agir.adapters.messages import problems_stop_the_build
from agir.pages.rendering import made

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from agir.pages.plan import Page
    from agir.pages.site import Site


class SitePage(MkDocsPage):
    """A page whose content comes from the core, already safe HTML."""

    def __init__(self, page: Page, site: Site, file: File, config: MkDocsConfig) -> None:
        """Attach a page of the core to a MkDocs file."""
        super().__init__(page.title, file, config)
        self.page = page
        self.site = site
        self.config = config

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs' signature)
        """There is no Markdown to read: the core has the text."""
        self.markdown = ""
        self.meta = {"id": self.page.id, "kind": self.page.kind, "lang": self.page.lang}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 (ditto)
        """Hand over what the core made, for on_page_content to see."""
        with problems_stop_the_build(config):
            self.body = made(lambda: self.site.body(self.page), self.page, self.site)
        self.content = self.body.html
        self.toc = TableOfContents(
            [AnchorLink(str(heading.title), heading.id, 2) for heading in self.body.contents]
        )

    def document(self) -> str:
        """The whole document, around the content as other plugins left it."""
        body = replace(self.body, html=self.content or "")
        with problems_stop_the_build(self.config):
            return made(lambda: self.site.document(self.page, body), self.page, self.site)


def page_file(page: Page, site: Site, config: MkDocsConfig) -> File:
    """The MkDocs file of a page of the core, with its page attached."""
    home = page.id == "home"  # MkDocs and static-i18n look for it by name, in the navigation
    file = File(
        f"{page.lang}/{'index' if home else page.id}.md",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=f"{page.path}index.html",
        inclusion=InclusionLevel.UNDEFINED if home else InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "agir"
    file._content = ""
    SitePage(page, site, file, config)
    return file
