"""Files of a page that stay on their way until a test lets them come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from devices import NO_WORKER

if TYPE_CHECKING:
    import re

    from playwright.sync_api import Page, Route

IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))"


def hold(page: Page, files: re.Pattern[str]) -> list[Route]:
    """Keep files of a page on their way, from before a worker could answer for them."""
    page.add_init_script(NO_WORKER)
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(files, keep)
    return held


def first(page: Page, held: list[Route]) -> Route:
    """The first of the files held, once the page asked for it."""
    end = time.monotonic() + 60  # a hang guard
    while not held:
        assert time.monotonic() < end, "a file was never asked for"
        page.evaluate(IDLE)
    return held.pop(0)
