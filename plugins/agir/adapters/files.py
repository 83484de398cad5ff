"""Pages of the core as MkDocs files and pages; MkDocs' own Markdown takes no part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from agir.pages.plan import Page
    from agir.pages.site import Body, Site


class SitePage(MkDocsPage):
    """A page whose content comes from the core, already safe HTML."""

    def __init__(self, view: Page, site: Site, file: File, config: MkDocsConfig) -> None:
        """Attach a page of the core to a MkDocs file."""
        super().__init__(view.title, file, config)
        self.view = view
        self.site = site
        self.body: Body | None = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs' signature)
        """There is no Markdown to read: the core has the text."""
        self.markdown = ""
        self.meta = {"id": self.view.id, "kind": self.view.kind, "lang": self.view.lang}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 (ditto)
        """Let the core make the main part of the page, for on_page_content to see."""
        self.body = self.site.body(self.view)
        self.content = self.body.html
        self.toc = TableOfContents(
            [AnchorLink(str(heading.title), heading.id, 2) for heading in self.body.contents]
        )


def page_file(view: Page, site: Site, config: MkDocsConfig) -> File:
    """The MkDocs file of a page of the core, with its page attached."""
    home = view.id == "home"  # MkDocs and static-i18n look for it by name, in the navigation
    file = File(
        f"{view.lang}/{'index' if home else view.id}.md",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=f"{view.path}index.html",
        inclusion=InclusionLevel.UNDEFINED if home else InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "agir"
    file._content = ""
    SitePage(view, site, file, config)
    return file


def asset_file(path: str, content: bytes, config: MkDocsConfig) -> File:
    """Any other file of the site."""
    return File.generated(config, path, content=content)
