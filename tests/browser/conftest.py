"""What browser tests share: one Chromium a session, its tabs, and the served site.

The site is served at the root of a host and in a folder of one. Most tests take one of the two;
those of scripts that make addresses are marked `each_address` and take both (`turns.py`).
"""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chromium
import pytest
import yaml
from agir.pages.typography import typeset
from devices import (  # noqa: F401 - fixtures
    NO_WORKER,
    address,
    device,
    own,
    person,
    strict,
    word,
)
from pages_server import serving
from playwright.sync_api import Error, expect, sync_playwright
from unbuilt import script, sources  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
# Seconds that scripts, files and the clipboard take longer (`make late`): a test that looks before
# a page is done fails there, and not one day on a loaded machine.
LATE = float(os.environ.get("LATE", "0"))
expect.set_options(timeout=20_000)  # a hang guard: a loaded machine is slow, not wrong
# One page of each template, and the longest or oddest of its kind.
KINDS = (
    "home", "about", "steps", "why", "tools", "glossary", "bibliography", "sources", "site-index",
    "evaluation", "common-agenda", "trusting-relations", "eqdem", "theory-of-change", "messages",
    "what-should-last",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Served:
    """The built site behind a server: `url` is where its root stands."""

    url: str
    folder: Path
    paths: dict[tuple[str, str], str]

    def at(self, id_: str, lang: str = "fr", then: str = "") -> str:
        """The address of a page by its id; `then` is what follows it ("?step=…#…")."""
        return f"{self.url}{self.paths[id_, lang]}{then}"

    def read(self, path: str) -> Any:
        return json.loads((self.folder / path).read_text("utf-8"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:  # those of the whole session, not of this folder alone
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with an empty profile; a test that gets none fails, it is never skipped."""
    try:
        path = chromium.find()
    except chromium.NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)
    if not path:
        pytest.fail("No Chromium: run `make chromium`, or set CHROMIUM to one.", pytrace=False)
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        except Error as error:
            message = f"{path} does not start; set CHROMIUM to the path of another.\n{error}"
            pytest.fail(message, pytrace=False)
        launched.unread = launched.new_context  # for tests of what a page is before anybody reads
        launched.new_context = lambda **options: read(launched.unread(**options))
        yield launched
        launched.close()


def read(made: BrowserContext) -> BrowserContext:
    """A profile whose pages see the sign of a reader that wakes their parts: a scroll."""
    made.add_init_script("addEventListener('load', () => dispatchEvent(new Event('scroll')))")
    if LATE:
        made.add_init_script(f"({(HERE / 'late.js').read_text('utf-8')})({1000 * LATE})")
    return made


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """`serve(folder, prefix="/agir-ensemble/")` starts a server and returns its address."""
    with ExitStack() as stack:

        def start(folder: Path, prefix: str = "/", *, headers: bool = False) -> str:
            return stack.enter_context(serving(folder, prefix, headers=headers, late=LATE))

        yield start


@pytest.fixture(scope="session")
def publish(build: Callable[..., Any], serve: Callable[..., str]) -> Callable[[str], Served]:
    """`publish("root")` or `publish("sub-path")` builds the site and serves it."""

    @cache
    def at(name: str) -> Served:
        built = build(name)
        pages = json.loads((built.folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
        paths = {(page["id"], page["lang"]): page["url"].removeprefix("/") for page in pages}
        return Served(serve(built.folder, built.base), built.folder, paths)

    return at


@pytest.fixture(scope="session", params=("root", "sub-path"))
def site(request: pytest.FixtureRequest, publish: Callable[[str], Served]) -> Served:
    """The site at the root of a host or in a folder of one; with `each_address` at both."""
    return publish(request.param)


@pytest.fixture(scope="session")
def label() -> Callable[[str, str], str]:
    """`label("unknown", "fr")`: a word of the site itself, as it stands on its pages."""
    labels = yaml.safe_load((HERE.parents[1] / "data/interface.yml").read_text("utf-8"))
    return lambda key, lang: typeset(labels[key][lang], lang)


@pytest.fixture(params=("fr", "en"))
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def kinds() -> tuple[str, ...]:
    """The id of one page of each kind, for tests that go through all of them."""
    return KINDS


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """The same, one at a time."""
    return str(request.param)


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """`context(width=360, has_touch=True, …)`: a profile, shared by all who ask for the same.

    What a page keeps there goes before the next test (`tab`), which so keeps no site offline.
    """
    with ExitStack() as stack:

        @cache
        def at(width: int, height: int, **options: Any) -> BrowserContext:
            made = browser.new_context(viewport={"width": width, "height": height}, **options)
            made.set_default_timeout(30_000)
            made.add_init_script(NO_WORKER)
            return stack.enter_context(made)

        yield at


@pytest.fixture(scope="session")
def tabs(context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """The one tab of each profile: a new tab costs Chromium more than a new page in an old one."""
    return cache(lambda *size, **options: context(*size, **options).new_page())


@pytest.fixture
def tab(tabs: Callable[..., Page]) -> Callable[..., Page]:
    """`tab(width=360, has_touch=True, …)`: the tab of a profile, as if it were new.

    What a test does to a page goes with that page, and what it sets on the tab is set back here.
    Only listeners and routes would stay: a test that adds some takes a page from `open_page`.
    """

    def start(width: int = 1280, height: int = 800, **options: Any) -> Page:
        taken = tabs(width, height, **options)
        taken.goto("about:blank")
        devtools = taken.context.new_cdp_session(taken)
        devtools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        devtools.detach()
        taken.emulate_media(
            media="null",
            color_scheme=options.get("color_scheme", "light"),
            forced_colors=options.get("forced_colors", "none"),
        )
        if taken.viewport_size != {"width": width, "height": height}:
            taken.set_viewport_size({"width": width, "height": height})
        taken.mouse.move(0, 0)
        return taken

    return start


@pytest.fixture
def open_page(context: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    """`open_page(width=360, has_touch=True, …)`: a page of its own, closed after the test."""
    with ExitStack() as stack:

        def start(width: int = 1280, height: int = 800, **options: Any) -> Page:
            return stack.enter_context(context(width, height, **options).new_page())

        yield start


@pytest.fixture
def page(tab: Callable[..., Page]) -> Page:
    return tab()


@pytest.fixture
def phone(tab: Callable[..., Page]) -> Page:
    return tab(width=360, height=740, has_touch=True, is_mobile=True)


@pytest.fixture
def plain_page(tab: Callable[..., Page]) -> Page:
    """A page in a browser that runs no script."""
    return tab(java_script_enabled=False)


@pytest.fixture
def unread(browser) -> Iterator[Page]:
    """A page on a device of its own that nobody touches, and that keeps what it asks for."""
    with browser.unread(viewport={"width": 412, "height": 823}) as context:
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.asked, page.heard = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        yield page
