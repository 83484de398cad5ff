"""What browser tests share: one Chromium a session, and a server that behaves like GitHub Pages."""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import chromium
import pytest
from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).parent


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
