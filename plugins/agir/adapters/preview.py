"""`mkdocs serve` without waiting: a page is made when it is asked for, from what the files say now.

MkDocs looks for changes every half second and then makes every page. Here the system tells of a
change, only what changed is read again, and no page is made that nobody looks at: so each page is
right by construction, whatever the edit.
"""

from __future__ import annotations

import html
import os
import time
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from watchdog.observers import Observer

from agir.adapters.garbage import Cleaner, what_stays
from agir.adapters.messages import root_of, told
from agir.content.files import files_under
from agir.content.known import Known
from agir.content.problems import ContentError
from agir.pages.outputs import other_files
from agir.pages.patching import patch
from agir.pages.rendering import load, made, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from agir.pages.site import Settings, Site

log = get_plugin_logger(__name__)
_QUIET = 0.005  # seconds without a change before it is taken in: editors write in several steps
_SETTLED = 0.02  # the same before all is put together again: such changes come several at once
_FEW = 8  # files that changed at once; with more it is quicker to put all together again
_WATCHED = ("data", "docs", "overrides")
_READ = ("data/", "docs/fr/", "docs/en/", "overrides/")


class Preview:
    """The site as the files say, and the pages that were asked for."""

    site: Site

    def __init__(self) -> None:
        """Know nothing yet."""
        self.known = Known()
        self.lock = RLock()
        self.fresh: set[str] = set()  # what was written since the last change
        self.last = ""  # the page that was asked for last
        self.written: set[str] = set()
        self.folder = Path()
        self.cleaner = Cleaner()
        self.stamps: dict[str, tuple[int, int]] = {}

    def load(self, config: MkDocsConfig, settings: Settings) -> Site:
        """Read the content; with mistakes in it the last good site, which shows them on each page.

        Raises PluginError when there is none yet.
        """
        self.config, self.settings = config, settings
        self.stamps = self.stamps or _stamps(root_of(config))
        try:
            with what_stays():
                site = load(root_of(config), settings, self.known)
            self._try(site)
        except ContentError as error:
            if not hasattr(self, "site"):
                raise PluginError(told(error, config)) from None
            log.error(told(error, config))
            self.site.problems = error.problems
        else:
            self.site = site
        self._list_files()
        return self.site

    def attach(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Let a server of MkDocs tell of changes at once, and ask here for pages."""
        watched = [config.docs_dir, *filter(None, [config.config_file_path])]
        for path in watched:
            server.unwatch(path)
        # Its type is that of the one that polls.
        server.observer = Observer()  # type: ignore[assignment]
        for path in watched:
            server.watch(path)
        server.build_delay = _QUIET
        whole, serve = server.builder, server.serve_request
        self.folder = Path(server.root)

        def build() -> None:
            self.refresh(whole)

        def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            self.put(path.removeprefix(server.mount_path))
            return serve(environ, start_response)

        server.builder = build
        server.set_app(app)

    def refresh(self, whole: Callable[[], None]) -> None:
        """Take in what changed; `whole` rebuilds for what MkDocs itself carries."""
        with self.lock:
            changed = self._changed()
            if not self._patch(changed):
                while more := self._changed(after=_SETTLED):
                    changed |= more
                if all(path.startswith(_READ) for path in changed):
                    self._load_again(changed)
                else:
                    whole()
            self._forget()

    def put(self, path: str) -> None:
        """Write a page or a file that is asked for where the server looks for it."""
        with self.lock:
            name = f"{path}index.html" if not path or path.endswith("/") else path
            if name not in self.pages and name not in self.files:
                name = "404.html"
            if name not in self.fresh:
                self._write(name)
                self.fresh.add(name)
            self.last = name if name in self.pages else self.last

    def _load_again(self, changed: set[str]) -> None:
        """Put all together again, without a look at what did not change."""
        for path in changed:
            self.known.pop(path, None)
        self.known.sure = True
        try:
            self.load(self.config, self.settings)
        finally:
            self.known.sure = False
            self.cleaner.ask()  # the site before this one is garbage

    def _changed(self, *, after: float = 0) -> set[str]:
        """The files that changed since the last time, seen some seconds from now."""
        time.sleep(after)
        before, self.stamps = self.stamps, _stamps(root_of(self.config))
        paths = self.stamps.keys() | before.keys()
        return {path for path in paths if self.stamps.get(path) != before.get(path)}

    def _patch(self, changed: set[str]) -> bool:
        """Whether every change could be taken in without reading the rest."""
        if self.site.problems or len(changed) > _FEW:
            return False
        done = all(patch(self.site, path, self.known) for path in sorted(changed))
        if done:
            self._list_files()
        return done

    def _list_files(self) -> None:
        self.pages = {f"{page.path}index.html": page for page in self.site.all_pages}
        self.files = other_files(self.site)

    def _forget(self) -> None:
        """Nothing that was written is true any more: what is asked for is made anew."""
        for name in self.written - self.pages.keys() - self.files.keys():
            (self.folder / name).unlink(missing_ok=True)
        self.fresh.clear()

    def _write(self, name: str) -> None:
        try:
            content = self._make(name)
        except ContentError as error:
            log.error(told(error, self.config))
            content = f"<body><pre>{html.escape(told(error, self.config))}</pre></body>".encode()
        self.written.add(name)
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def _make(self, name: str) -> bytes:
        page = self.pages.get(name)
        if page is None:
            return self.files[name]()
        return made(lambda: page_of(self.site, page), page, self.site)

    def _try(self, site: Site) -> None:
        """Make what somebody looks at, or the home page. Raises ContentError when it cannot be."""
        pages = {f"{page.path}index.html": page for page in site.all_pages}
        page = pages.get(self.last) or site.all_pages[0]
        made(lambda: page_of(site, page), page, site)


def _stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Path -> when it was written and how long it is, of all that a change may touch."""
    paths = [f"{top}/{inner}" for top in _WATCHED for inner in files_under(root / top)]
    found = {path: os.lstat(f"{root}/{path}") for path in paths}
    config = root / "mkdocs.yml"
    if config.exists():
        found["mkdocs.yml"] = config.stat()
    return {path: (status.st_mtime_ns, status.st_size) for path, status in found.items()}
