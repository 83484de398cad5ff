"""A server for the tests that behaves like GitHub Pages: 404.html, ten minutes of cache.

Or like a host that reads `_headers`: told so, it sends what that file says. GitHub Pages compresses
too; the server does where bytes are counted.
"""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager, suppress
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from agir.pages.headers import NAME, read_headers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_ASKED_LATER = (".js", ".json")
_TEXTS = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".webmanifest", ".xml")


@contextmanager
def serving(
    folder: Path, prefix: str, *, headers: bool = False, compressed: bool = False, late: float = 0
) -> Iterator[str]:
    """Serve `folder` under `prefix` ("/agir-ensemble/") of a free port; gives the full address.

    With `headers`, what its file `_headers` says is sent; with `compressed`, texts go as gzip.
    Scripts and data come `late` seconds after they were asked for.
    """
    prefix = f"/{prefix.strip('/')}/".replace("//", "/")
    said = read_headers((folder / NAME).read_text("utf-8")) if headers else {}
    told = {
        "folder": folder,
        "prefix": prefix,
        "said": said,
        "compressed": compressed,
        "late": late,
    }
    handler = type("Handler", (_Pages,), told)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.2,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()


class _Pages(SimpleHTTPRequestHandler):
    """Serves `folder` under `prefix`, with 404.html for what is absent, as GitHub Pages does."""

    folder: Path
    prefix: str
    said: dict[str, dict[str, str]]
    compressed: bool
    late: float
    protocol_version = "HTTP/1.1"  # one connection for many files
    wbufsize = -1  # head and body leave together: a small body alone would wait for the head's ack
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

    def send_head(self) -> BytesIO | BinaryIO | None:
        del self.headers["If-Modified-Since"]  # in whole seconds: a test has two versions in one
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix in _ASKED_LATER or file.match("assets/*.html"):
            time.sleep(self.late)
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (self.compressed and accepts and file.suffix in _TEXTS and file.is_file()):
            return super().send_head()
        body = _packed(file, file.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def list_directory(self, path: object) -> None:  # noqa: ARG002 (the base class names it)
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        address = "/" + self.path.removeprefix(self.prefix).partition("?")[0]
        own = {"Cache-Control": "max-age=0, must-revalidate" if self.said else "max-age=600"}
        if address in self.said:
            own |= self.said[address]
        for name, value in own.items():
            self.send_header(name, value)
        for rule, headers in self.said.items():  # a header of two rules is sent with both values
            if rule.endswith("*") and address.startswith(rule[:-1]):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

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


@lru_cache(maxsize=1024)
def _packed(file: Path, _changed: int) -> bytes:
    """A file as hosts send it: gzip at their usual level."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)
