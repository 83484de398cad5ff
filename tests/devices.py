"""Fixtures for what a site keeps: the site under its headers, people with devices of their own."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

# How often a page that could not wake waits for a network, to try again.
TRIES = """self.tries = 0;
const add = self.addEventListener;
self.addEventListener = (name, ...more) => {
  self.tries += name === "online";
  add.call(self, name, ...more);
};"""
# What is typed is kept after a pause, or when its field is left: here, only when it is left.
NO_PAUSES = """const later = self.setTimeout;
self.setTimeout = (act, ms, ...more) => [400, 600].includes(ms) || later(act, ms, ...more);"""
NO_WORKER = "delete Navigator.prototype.serviceWorker"  # each test would bring and unpack the site


@pytest.fixture
def word(label: Callable[[str, str], str], lang: str) -> Callable[[str], str]:
    """`word("unknown")`: the same, in the language of the test."""
    return lambda key: label(key, lang)


@pytest.fixture(scope="session")
def strict(site: Any, serve: Callable[..., str]) -> Any:
    """The site under its own headers."""
    address = serve(site.folder, urlsplit(site.url).path, headers=True)
    return replace(site, url=address)


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, with nothing kept in it."""
    with browser.new_context() as context:
        context.set_default_timeout(30_000)
        yield context


@pytest.fixture
def person(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`person(width=360, …)`: a page on a device of its own, which keeps what it is given to keep.

    Nothing that its pages say in the console, or that the policy refuses, goes unseen.
    """
    heard: list[str] = []
    with ExitStack() as stack:

        def start(width: int = 1280, height: int = 800, **options: Any) -> Page:
            size = {"width": width, "height": height}
            made = stack.enter_context(browser.new_context(viewport=size, **options))
            page = made.new_page()
            page.on("console", lambda message: heard.append(message.text))
            page.on("pageerror", lambda error: heard.append(str(error)))
            return page

        yield start
    assert heard == []


@pytest.fixture
def own(person: Callable[..., Page]) -> Page:
    """A page on a device of its own."""
    return person()


@pytest.fixture
def address(strict: Any, lang: str) -> Any:
    """The address of « Mes carnets », under the site's own headers."""
    return strict.at("notebooks", lang)
