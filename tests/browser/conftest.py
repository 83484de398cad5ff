"""What browser tests share: one Chromium a session, and a server that behaves like GitHub Pages."""

from __future__ import annotations

import json
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chromium
import pytest
import yaml
from agir.pages.typography import typeset
from playwright.sync_api import Error, expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
expect.set_options(timeout=20_000)  # a hang guard: a loaded machine is slow, not wrong
# One page of each template, and the longest or oddest of its kind.
KINDS = (
    "home", "about", "steps", "why", "tools", "glossary", "bibliography", "sources", "site-index",
    "evaluation", "common-agenda", "trusting-relations", "eqdem", "theory-of-change",
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
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """`serve(folder, prefix="/agir-ensemble/")` starts a server and returns its address."""
    with ExitStack() as stack:

        def start(folder: Path, prefix: str = "/") -> str:
            return stack.enter_context(_serving(folder, prefix))

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


@pytest.fixture(scope="session")
def site(publish: Callable[[str], Served]) -> Served:
    """The site at the root of a host."""
    return publish("root")


@pytest.fixture(params=("root", "sub-path"))
def any_site(request: pytest.FixtureRequest, publish: Callable[[str], Served]) -> Served:
    """The site at the root of a host, then in a folder of one: for what follows addresses."""
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

    Sharing is safe because the site keeps nothing in the browser, which a test makes sure of.
    """
    with ExitStack() as stack:

        @cache
        def at(width: int, height: int, **options: Any) -> BrowserContext:
            made = browser.new_context(viewport={"width": width, "height": height}, **options)
            made.set_default_timeout(30_000)
            return stack.enter_context(made)

        yield at


@pytest.fixture
def open_page(context: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    """`open_page(width=360, has_touch=True, …)`: a page that is closed after the test."""
    with ExitStack() as stack:

        def start(width: int = 1280, height: int = 800, **options: Any) -> Page:
            return stack.enter_context(context(width, height, **options).new_page())

        yield start


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    return open_page(width=360, height=740, has_touch=True, is_mobile=True)


@pytest.fixture
def plain_page(open_page: Callable[..., Page]) -> Page:
    """A page in a browser that runs no script."""
    return open_page(java_script_enabled=False)


@contextmanager
def _serving(folder: Path, prefix: str) -> Iterator[str]:
    prefix = f"/{prefix.strip('/')}/".replace("//", "/")
    handler = type("Handler", (_Pages,), {"folder": folder, "prefix": prefix})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()


class _Pages(SimpleHTTPRequestHandler):
    """Serves `folder` under `prefix`, with 404.html for what is absent, as GitHub Pages does."""

    folder: Path
    prefix: str
    protocol_version = "HTTP/1.1"  # one connection for many files
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {  # never the machine's own table
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that closes hangs up in mid-connection
            super().handle()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(self.folder / "404" / "outside the site")
        self.directory = str(self.folder)
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def list_directory(self, path: object) -> None:  # noqa: ARG002 (the base class names it)
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """A test's output has no room for a line per request."""
