"""A preview server under test: started, asked again and again, ended."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.measure import FailedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.sites import Site

_START = 600  # seconds: the first build of a large site
_LIMIT = 60
_PAUSE = 0.003  # more often, and a server would be busy answering
_OK = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page must say, and must no longer say; `gone` when there must be no page."""

    path: str
    shown: str = ""
    hidden: str = ""
    gone: bool = False

    def met(self, status: int, body: bytes) -> bool:
        """Whether an answer is right."""
        if self.gone:
            return status not in {0, _OK}
        hidden = self.hidden.encode()
        return status == _OK and self.shown.encode() in body and not (hidden and hidden in body)


@contextmanager
def running(site: Site) -> Iterator[int]:
    """The port of the preview server of a site, which answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = site.peer.server(site.folder, port)
    if command is None:
        raise FailedError(f"{site.peer.name} has no preview server")
    with (site.folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=site.folder,
            env={**os.environ, **site.peer.env},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            home = Wanted(site.peer.address(None, "fr"))
            if wait(port, [home], time.perf_counter(), _START) is None:
                raise FailedError(f"the server of {site.peer.name} does not answer")
            yield port
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait(port: int, wanted: Sequence[Wanted], began: float, limit: float = _LIMIT) -> float | None:
    """Seconds from `began` until every page is right; None when that takes too long."""
    for page in wanted:
        while not page.met(*fetch(port, page.path)):
            if time.perf_counter() - began > limit:
                return None
            time.sleep(_PAUSE)
    return time.perf_counter() - began


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """Status and bytes of a page, by a new connection; 0 when there is no answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LIMIT)
    try:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()
