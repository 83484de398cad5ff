"""One request to one address: never into a private network, never longer than agreed.

A link of the content, or what it redirects to, may be written by anybody. The name of a host is
looked up once, and only what was looked at is connected to: a name cannot change in between. No
body is ever read.
"""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPConnection, HTTPResponse
from io import BufferedReader, RawIOBase
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message

_PORTS = {"http": 80, "https": 443}
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # what an address may hold as it is; letters and - . _ always may
_TRANSLATED = IPv6Network("64:ff9b::/96")  # an address of the old kind inside one of the new


class RefusedError(OSError):
    """The address leads into a private network, or is none that may be opened."""


def is_public(ip: str) -> bool:
    """Whether anybody on the internet may reach this address of a machine."""
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            within = IPv4Address(int(address) & 0xFFFFFFFF)
        address = within or address
    return address.is_global and not address.is_multicast


def looked_up(host: str, port: int) -> list[str]:
    """The addresses of the machines that a host has."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def as_sent(address: str) -> str:
    """An address in the characters that HTTP knows, without its #part.

    Raises RefusedError when it is no address of the web, or names a user.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:  # a port that is no number, a host that cannot be one
        raise RefusedError(str(error)) from error
    if parts.scheme not in _PORTS or not host or parts.username is not None:
        raise RefusedError(address)
    query = f"?{quote(parts.query, _KEPT)}" if parts.query else ""
    return f"{parts.scheme}://{host}{port}{quote(parts.path, _KEPT) or '/'}{query}"


class Requests:
    """Requests that give up after so many seconds, to machines that may be reached."""

    def __init__(
        self,
        agent: str,
        seconds: float,
        resolve: Callable[[str, int], list[str]] = looked_up,
        allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self.headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
        self.seconds = seconds
        self.resolve = resolve
        self.allowed = allowed
        self.secure = ssl.create_default_context()

    def ask(self, method: str, address: str) -> tuple[int, Message]:
        """The status and the headers of an answer. Raises OSError or HTTPException for none."""
        sent = urlsplit(as_sent(address))
        host, port = sent.hostname or "", sent.port or _PORTS[sent.scheme]
        until = monotonic() + self.seconds
        connection = HTTPConnection(host, port)
        connection.default_port = _PORTS[sent.scheme]  # which goes without saying
        connection.sock = cast("Any", self._connected(sent.scheme, host, port, until))
        try:
            target = sent._replace(scheme="", netloc="").geturl()
            connection.request(method, target, headers=self.headers)
            response: HTTPResponse = connection.getresponse()
            return response.status, response.headers
        finally:
            connection.close()

    def _connected(self, scheme: str, host: str, port: int, until: float) -> _Timed:
        ips = self.resolve(host, port)
        if not ips or not all(self.allowed(ip) for ip in ips):
            raise RefusedError(host)
        found = _first_that_answers(ips, port, until)
        if scheme == "https":
            try:
                found = self.secure.wrap_socket(found, server_hostname=host)
            except BaseException:
                found.close()
                raise
        return _Timed(found, until)


def _first_that_answers(ips: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first of a host's machines that accepts one."""
    for ip in ips[:-1]:
        try:
            return socket.create_connection((ip, port), _left(until))
        except OSError:
            continue
    return socket.create_connection((ips[-1], port), _left(until))


def _left(until: float) -> float:
    if (seconds := until - monotonic()) <= 0:
        raise TimeoutError
    return seconds


class _Timed:
    """A connection whose every wait ends at the same moment, however slowly bytes come."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self.connection = connection
        self.until = until

    def sendall(self, data: bytes) -> None:
        self.connection.settimeout(_left(self.until))
        self.connection.sendall(data)

    def makefile(self, _mode: str) -> BufferedReader:
        return BufferedReader(_Incoming(self))

    def close(self) -> None:
        self.connection.close()


class _Incoming(RawIOBase):
    """What a connection receives, as http.client reads it."""

    def __init__(self, timed: _Timed) -> None:
        self.timed = timed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.timed.connection.settimeout(_left(self.timed.until))
        return self.timed.connection.recv_into(buffer)
