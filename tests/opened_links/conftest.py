"""A small site with many ways for a page to be, and an opener that takes it for the internet."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from links.guarded import Requests
from links.opening import Opener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REDIRECTS = {
    "/for-good": (301, "/here"),
    "/for-good-twice": (308, "/for-good"),
    "/for-now": (302, "/here"),
    "/loop": (302, "/loop"),
    "/accents": (301, "/déménagé"),
    "/home-now": (301, "/"),
    "/to-nothing": (301, "/nothing"),
    "/to-a-file": (302, "file:///etc/passwd"),
    "/to-a-user": (302, "http://me:secret@public.example/"),
    "/within": (302, "http://private.example/here"),
    "/to-another": (302, "http://other.example/here"),
    "/moved-to-another": (301, "http://other.example/here"),
}
STATUSES = {"/nothing": 404, "/no-more": 410, "/forbidden": 403, "/down": 503, "/tired": 429}
MACHINES = {"private.example": "10.0.0.1", "both.example": "127.0.0.1 192.168.0.1"}


class Site(BaseHTTPRequestHandler):
    """Many ways for a page to be, and what was asked of each, by whom."""

    asked: list[tuple[str, str, str]]
    port: int

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        try:
            self.say()
        except OSError:  # whoever asked is gone
            self.close_connection = True

    def say(self) -> None:
        if self.path == "/slow":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(600):
                time.sleep(0.05)
                self.wfile.write(b"x")  # something always comes, and the end never
        elif self.path == "/hangs-up":
            return
        elif self.path == "/no-head" and self.command == "HEAD":
            self.send_error(405)
        elif self.path in REDIRECTS:
            status, target = REDIRECTS[self.path]
            self.send_response(status)
            port = f":{self.server.server_address[1]}"
            where = target.replace(".example", f".example{port}")
            self.send_header("Location", where.encode().decode("latin-1"))
            self.end_headers()
        else:
            self.send_response(STATUSES.get(self.path, 200))
            self.end_headers()
            while self.path == "/huge" and self.command == "GET":
                self.wfile.write(b"x" * 65536)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[type[Site]]:
    class Own(Site):
        """The site of one test."""

    Own.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Own) as server:
        Own.port = server.server_port
        server.daemon_threads = True
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Own
        server.shutdown()


@pytest.fixture
def opener() -> Opener:
    """An opener to which this machine is the internet, and knows every name."""

    def resolve(host: str, _port: int) -> list[str]:
        return MACHINES.get(host, "127.0.0.1").split()

    return Opener(Requests("tests", 30, resolve, lambda ip: ip == "127.0.0.1"), pause=0)


@pytest.fixture
def at(site: type[Site]) -> Callable[[str], str]:
    return lambda path: f"http://public.example:{site.port}{path}"
