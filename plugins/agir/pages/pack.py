"""The whole site in one compressed file, which the service worker keeps for use without a network.

Pages are nine tenths alike, further apart than deflate sees. So each line, and each style, stands
once, where it first comes; after that its number does. LZMA then makes two thirds of what deflate
would of it; browsers do not know it, the worker brings 1 kB of its own (lzma.worker.js).
"""

from __future__ import annotations

import json
import lzma
import re
from typing import TYPE_CHECKING

from agir.pages.addresses import AGAIN
from agir.pages.headers import EDITOR, WORKER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAME = ("assets/offline.", ".bin")
MAX_CONTENT = 16_000_000  # bytes of what differs between pages: two megabytes on the way to a phone
# For editors, for other programs and sites, for paper and who animates, or read by the system when
# the site is installed.
_LEFT_OUT = (
    *("relire/", "messages/", "en/messages/", "api/", "schema/", EDITOR),
    *AGAIN,
)
_KINDS = (".html", ".js", ".json", ".svg", ".woff2")
# Marks of the pack: the way up to the root, the end of a piece that is no line, a piece that
# stood before, a file, a file of bytes.
_UP, _END, _SEEN, _FILE, _BYTES = b"\x01", b"\x02", b"\x03", b"\x04", b"\x05"
_MORE = 128  # in a byte of a number: another one follows
_MARKS = re.compile(rb"[\x01-\x05]")
_PIECE = re.compile(rb"[^\n\x02]*[\n\x02]")
# Texts gain nothing from aligned positions (pb): the worker knows these three values alone.
_LZMA = {"id": lzma.FILTER_LZMA1, "preset": 6, "lc": 3, "lp": 0, "pb": 0, "nice_len": 128}


def pack_name(digest: str) -> str:
    """The path of a pack by its digest."""
    return digest[:10].join(_NAME)


def is_pack(path: str) -> bool:
    """Whether a file is a pack."""
    return path.startswith(_NAME[0]) and path.endswith(_NAME[1])


def is_packed(path: str) -> bool:
    """Whether a file of the site, by its path from the root, is one that readers open."""
    return path.endswith(_KINDS) and path != WORKER and not path.startswith(_LEFT_OUT)


def pack(files: Iterable[tuple[str, bytes]], headers: dict[str, str]) -> tuple[bytes, int]:
    """The pack of files (path and bytes, in order) and its size unpacked.

    `headers` go with each page that the worker shows, as the host sends them. Nothing is packed
    when the size is beyond MAX_CONTENT.
    """
    content = b"".join(_contents(files, headers))
    if len(content) > MAX_CONTENT:
        return b"", len(content)
    packed = lzma.compress(content, format=lzma.FORMAT_RAW, filters=[_LZMA])
    return packed, len(content)


def _contents(files: Iterable[tuple[str, bytes]], headers: dict[str, str]) -> Iterator[bytes]:
    """What is compressed: the headers, then for each file its path and its pieces."""
    yield json.dumps(headers).encode() + b"\n"
    numbers: dict[bytes, int] = {}
    for path, content in files:
        if path.endswith(".woff2") or _MARKS.search(content):
            yield _BYTES + path.encode() + b"\n" + _number(len(content)) + content
        else:
            yield _FILE + path.encode() + b"\n"
            yield from _pieces(_shortened(path, content), numbers)


def _shortened(path: str, content: bytes) -> bytes:
    """A page as those of other depths are: one mark for its way up to the root; styles apart."""
    if not path.endswith(".html"):
        return content
    if up := b"../" * path.count("/"):
        content = content.replace(b'"' + up, b'"' + _UP).replace(b"(" + up, b"(" + _UP)
    return content.replace(b"<style>", _END + b"<style>").replace(b"</style>", b"</style>" + _END)


def _pieces(content: bytes, numbers: dict[bytes, int]) -> Iterator[bytes]:
    """Each new piece itself; of those that stood before, the number of the first and how many."""
    first = after = 0  # the run of earlier pieces that is open: from one number up to another
    for piece in _PIECE.findall(content if content.endswith(b"\n") else content + _END):
        number = numbers.get(piece)
        if after > first and number != after:
            yield _SEEN + _number(first) + _number(after - first)
            first = after
        if number is None:
            numbers[piece] = len(numbers)
            yield piece
        elif number == after > first:
            after += 1
        else:
            first, after = number, number + 1
    if after > first:
        yield _SEEN + _number(first) + _number(after - first)


def _number(value: int) -> bytes:
    """A number in as many groups of seven bits as it needs, the lowest first."""
    found = bytearray()
    while value >= _MORE:
        found.append(value % _MORE | _MORE)
        value //= _MORE
    found.append(value)
    return bytes(found)
