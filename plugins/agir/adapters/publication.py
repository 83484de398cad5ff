"""A build of MkDocs in a folder beside the site, which takes its place when all went well."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort

from agir.adapters.progress import phase
from agir.pages.addresses import API
from agir.pages.headers import EVERYWHERE, WORKER, read_headers
from agir.pages.headers import NAME as HEADERS
from agir.pages.manifest import NAME, manifest_of
from agir.pages.pack import is_pack, is_packed
from agir.pages.publishing import stage
from agir.pages.verification import Inspection
from agir.pages.worker import offline_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from agir.pages.site import Site
    from agir.pages.verification import Seen
    from agir.pages.warm import Left

_SHOWN = 20  # faults: one cause may have thousands


class Publication:
    """One build: MkDocs writes (and empties) a folder of its own instead of the site's."""

    written = False
    failed = False

    def __init__(self, config: MkDocsConfig) -> None:
        """Lead MkDocs to a new folder beside the site."""
        self.config = config
        self.site_dir = config.site_dir
        self.staging = stage(Path(config.site_dir))
        self.inspection = Inspection()
        config.site_dir = str(self.staging.folder)

    def put(self, path: str, content: bytes) -> None:
        """Write a file of the site, which nobody changes after."""
        self.staging.put(path, content)
        self.inspection.see(path, content)

    def keep(self, left: Left, paths: set[str]) -> set[str]:
        """Share files with the published site, those that are as the last build left them."""

        def is_right(path: str, content: bytes) -> bool:
            return self.inspection.recognise(path, content, *left.made[path])

        return {path for path in sorted(paths) if self.staging.keep(path, is_right)}

    def end(self, site: Site) -> Seen | None:
        """Publish what was written and verified; what was put there, None when nothing was.

        Raises Abort when it is not a whole site.
        """
        self.config.site_dir = self.site_dir  # gh-deploy reads it after this
        if not self.written or self.failed or sys.exc_info()[0]:
            self.staging.discard()
            return None
        if site.settings.offline and not self._has_pack():
            with phase("pack for use offline"):
                for path, content in offline_files(site, self._packed(), self._headers()).items():
                    # Or it would be written in the published site too, which shares it.
                    (self.staging.folder / path).unlink(missing_ok=True)
                    self.put(path, content)
        made = self.inspection.seen()
        with phase("verify every link"):
            found = self._faults()
        if found:
            self.staging.discard()
            more = [f"… and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
            said = ["The site is not whole; the old one stays:", *found[:_SHOWN], *more]
            raise Abort("\n".join(said))
        with phase("publish"):
            self.staging.put(NAME, manifest_of(self.inspection.digests))
            self.staging.publish()
        return made

    def _has_pack(self) -> bool:
        """Whether the last build's pack and its worker stay, because nothing in it changed."""
        return WORKER in self.inspection.digests and any(map(is_pack, self.inspection.digests))

    def _packed(self) -> Iterator[tuple[str, bytes]]:
        """The files that devices keep, in an order that a later build has too."""
        folder = self.staging.folder
        found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
        for path in sorted(filter(is_packed, found)):
            yield path, (folder / path).read_bytes()

    def _headers(self) -> dict[str, str]:
        text = (self.staging.folder / HEADERS).read_text("utf-8")
        return read_headers(text)[EVERYWHERE]

    def _faults(self) -> list[str]:
        folder = self.staging.folder
        self.inspection.see_folder(folder)
        listed = (folder / API / "pages.json").read_bytes()
        base = urlsplit(self.config.site_url or "/").path or "/"
        return list(self.inspection.faults(listed, base))
