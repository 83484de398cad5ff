"""What tests of the copy for use offline share: small versions of the site, made at once."""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agir.pages.headers import EVERYWHERE, NAME, WORKER, read_headers
from agir.pages.pack import is_packed
from agir.pages.site import Settings, Site
from agir.pages.worker import LOST, no_worker, offline_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[1]
KEPT = ("assets/", "index.html", "en/index.html", "etapes/intention/", "en/steps/intention/")
OFFLINE = re.compile(rb" data-offline(?=[ >])")
OTHERS = ("agir https://example.org/other/ 1", "somebody else's")  # caches that are not ours
# The policy of pages refuses what wait_for_function does, so they wait by themselves.
CONTROLLED = """() => new Promise((done, fail) => {
  const workers = navigator.serviceWorker;
  if (workers.controller) done();
  else workers.addEventListener("controllerchange", () => done(), { once: true });
  setTimeout(() => fail(new Error("the device keeps nothing")), 60_000); // a hang guard
})"""
OURS = f"""async () => (await caches.keys()).filter((name) => !{list(OTHERS)}.includes(name))"""
PLANT = f"""async () => {{ for (const name of {list(OTHERS)}) await caches.open(name) }}"""
VERSION = "document.getElementById('version').textContent"
# Whether a worker still waits; asked from outside the scope, where no page of ours need be open.
WAITS = "async (at) => Boolean((await navigator.serviceWorker.getRegistration(at))?.waiting)"
UPDATE = "navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})"
LOADED = "fetch(document.getElementById('main').dataset.anchors).then((answer) => answer.text())"


@cache
def the_site() -> Site:
    return Site(ROOT, Settings("https://agir.example/", offline=True))


@dataclass(frozen=True, slots=True)
class Version:
    """Publishes versions of a site, one in the place of the other, in `folder`."""

    folder: Path
    built: Path

    def publish(self, version: str, *, offline: bool = True) -> str:
        """Write a version that says so on each page and in what pages load; the pack's path."""
        files = {}
        for path in sorted(self.built.rglob("*.*")):
            name = path.relative_to(self.built).as_posix()
            if name.startswith(KEPT) or name in LOST.values():
                files[name] = self._said(name, path.read_bytes(), version)
        packed = [(name, content) for name, content in files.items() if is_packed(name)]
        headers = read_headers((self.built / NAME).read_text("utf-8"))[EVERYWHERE]
        made = offline_files(the_site(), packed, headers)
        if not offline:
            made[WORKER] = no_worker(the_site())
            files = {name: OFFLINE.sub(b"", content) for name, content in files.items()}
        # Chromium looks for a new worker by itself: it must find one, with the rest of its version.
        worker = self.folder / WORKER
        for name, content in files.items() | made.items():
            place = worker.with_suffix(".new") if name == WORKER else self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        worker.with_suffix(".new").replace(worker)
        for place in self.folder.rglob("*.*"):
            if place.relative_to(self.folder).as_posix() not in {*files, *made}:
                place.unlink()
        return next(name for name in made if name != WORKER)

    @staticmethod
    def _said(name: str, content: bytes, version: str) -> bytes:
        if "anchors" in name:
            return f'{{"version": "{version}"}}'.encode()
        said = f'<p id="version">{version}</p></body>'.encode()
        return content.replace(b"</body>", said)


def keeps(page: Page) -> None:
    """Wait until the device keeps the site."""
    page.evaluate(CONTROLLED)


def keeps_versions(page: Page, count: int) -> bool:
    """Whether the device comes to keep as many versions of ours; what is others' must stay."""
    for _ in range(200):  # a hang guard: what is used no more goes beside what pages load
        if len(page.evaluate(OURS)) == count:
            break
        page.evaluate(LOADED)
        page.wait_for_timeout(50)
    names = page.evaluate("caches.keys()")
    return len(names) == count + len(OTHERS) and set(OTHERS) <= set(names)


def announced(page: Page) -> Locator:
    """The line that tells of a new version, once it is there."""
    line = page.locator("[popover=manual][role=status]")
    end = time.monotonic() + 60  # a hang guard
    while not line.is_visible():
        assert time.monotonic() < end, "no new version was told of"
        page.evaluate(UPDATE)  # again: Chromium may be looking by itself, and have seen the old one
        page.wait_for_timeout(100)
    return line


@contextmanager
def fed(pipe: Path) -> Iterator[None]:
    """A pipe held open from when the server reads it: the worker asked for its pack."""
    end = time.monotonic() + 60  # a hang guard
    while True:
        try:
            hand = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError:  # nobody reads yet
            assert time.monotonic() < end, "the worker never asked for its pack"
            time.sleep(0.02)
    try:
        yield
    finally:
        os.close(hand)
