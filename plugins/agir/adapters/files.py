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
    from agir.pages.rendering import Rendered


class SitePage(MkDocsPage):
    """A page whose content comes from the core, already safe HTML."""

    def __init__(self, page: Page, rendered: Rendered, file: File, config: MkDocsConfig) -> None:
        """Attach a page of the core to a MkDocs file."""
        super().__init__(page.title, file, config)
        self.page = page
        self.rendered = rendered
        self.body = rendered.bodies[page.id, page.lang]

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs' signature)
        """There is no Markdown to read: the core has the text."""
        self.markdown = ""
        self.meta = {"id": self.page.id, "kind": self.page.kind, "lang": self.page.lang}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 (ditto)
        """Hand over what the core made, for on_page_content to see."""
        self.content = self.body.html
        self.toc = TableOfContents(
            [AnchorLink(str(heading.title), heading.id, 2) for heading in self.body.contents]
        )


def page_file(page: Page, rendered: Rendered, config: MkDocsConfig) -> File:
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
    SitePage(page, rendered, file, config)
    return file


def asset_file(path: str, content: bytes, config: MkDocsConfig) -> File:
    """Any other file of the site."""
    return File.generated(config, path, content=content)
