"""What an address answers, asked politely: one request at a time to a host, and a pause after it.

Nothing but « this page is not here » (404, 410) makes a link one that is gone: a site may keep
robots out, be slow or be down today, and still be there for a reader.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from http.client import HTTPException
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Literal
from urllib.parse import urldefrag, urljoin, urlsplit

from links.guarded import RefusedError, Requests, as_sent

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["moved", "gone", "unsure", "answers"]

_MOST_REDIRECTS = 6
_AT_ONCE = 6  # hosts
_GOOD = range(200, 300)
_FOR_GOOD = (301, 308)
_FOR_NOW = (302, 303, 307)
_GONE = (404, 410)
_TOO_MANY = 429
_REASONS: dict[type[Exception], str] = {
    RefusedError: "refused",
    socket.gaierror: "no-host",
    ssl.SSLError: "certificate",
    TimeoutError: "slow",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a link is. `why` is a status or a word of `telling`, `now` the address it led to."""

    kind: Kind
    why: str = ""
    now: str = ""


class Opener:
    """Opens addresses; the hosts take turns, and each rests `pause` seconds between requests."""

    def __init__(self, requests: Requests, pause: float) -> None:
        self.requests = requests
        self.pause = pause
        self._turns: dict[str, Lock] = {}
        self._asked: dict[str, float] = {}  # when a host was asked last
        self._tired: set[str] = set()  # hosts that said they were asked too much

    def open_all(self, addresses: Iterable[str]) -> dict[str, Answer]:
        """Each address with its answer."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            by_host[_host(address)].append(address)

        def of_host(found: list[str]) -> list[tuple[str, Answer]]:
            return [(address, self.open(address)) for address in found]

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return dict(chain.from_iterable(pool.map(of_host, by_host.values())))

    def open(self, address: str) -> Answer:
        """Follow an address to where it leads."""
        try:
            return self._followed(address)
        except (OSError, HTTPException, ValueError) as error:
            return Answer("unsure", _reason(error))

    def _followed(self, address: str) -> Answer:
        first = here = lasting = as_sent(address)  # lasting: as far as it moved for good
        for _ in range(_MOST_REDIRECTS):
            status, target = self._ask(here)
            if not target:
                found = _judged(first, here, lasting, status)
                return replace(found, now=found.now + _part(address)) if found.now else found
            target = as_sent(urljoin(here, target))
            lasting = target if status in _FOR_GOOD and lasting == here else lasting
            here = target
        return Answer("unsure", "loop")

    def _ask(self, address: str) -> tuple[int, str]:
        """The status of an address, and where it redirects to, if it does.

        Some servers do not know HEAD, or answer it otherwise: what it refuses is asked by GET.
        """
        host = _host(address)
        with self._turns.setdefault(host, Lock()):
            if host in self._tired:
                return _TOO_MANY, ""
            try:
                status, target = self._asked_for("HEAD", address)
            except (ConnectionError, HTTPException):
                status, target = 0, ""
            if status not in (*_GOOD, *_FOR_GOOD, *_FOR_NOW, _TOO_MANY):
                status, target = self._asked_for("GET", address)
            if status == _TOO_MANY:
                self._tired.add(host)
        return status, target

    def _asked_for(self, method: str, address: str) -> tuple[int, str]:
        """One request, once the host has rested."""
        host = _host(address)
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + self.pause - time.monotonic()))
        try:
            status, headers = self.requests.ask(method, address)
        finally:
            self._asked[host] = time.monotonic()
        location = headers.get("Location", "") if status in (*_FOR_GOOD, *_FOR_NOW) else ""
        return status, location.encode("latin-1", "replace").decode()


def _judged(first: str, here: str, lasting: str, status: int) -> Answer:
    """What the last answer says of the first address."""
    if status in _GONE:
        return Answer("gone", str(status))
    if status not in _GOOD:
        return Answer("unsure", str(status))
    if _is_home(here) and not _is_home(first):
        return Answer("unsure", "home", here)
    if lasting != first:
        return Answer("moved", "", lasting)
    if _site(here) != _site(first):
        return Answer("unsure", "elsewhere", here)
    return Answer("answers")


def _reason(error: Exception) -> str:
    for kind, why in _REASONS.items():
        if isinstance(error, kind):
            return why
    return "failed"


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path == "/" and not parts.query


def _site(address: str) -> str:
    return _host(address).removeprefix("www.")


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _part(address: str) -> str:
    part = urldefrag(address).fragment
    return f"#{part}" if part else ""
