"""site/manifest.json lists every file of the site with its SHA-256: anybody may check a copy."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "manifest.json"
KEPT_BACK = {"_headers"}  # the hosts that read it do not hand it out
_SECONDS = 30  # for one file


def manifest_of(digests: dict[str, str]) -> bytes:
    """The manifest of a site: {"version": 1, "files": {path: SHA-256}}, sorted."""
    return json.dumps({"version": 1, "files": digests}, indent=0, sort_keys=True).encode()


def differences(place: str, like: Path | None = None) -> Iterator[str]:
    """What differs between a site and its own manifest: one line a file, none when it is whole.

    `place` is a folder or the address of the site's root. In a folder, files that the manifest
    does not know differ too. `like`, another folder, asks for the site that stands there: a whole
    one may be last week's. Raises OSError or ValueError when there is no manifest to read.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (a build needs none of it)

    address = place.startswith(("https://", "http://"))
    read = _reader(f"{place.rstrip('/')}/") if address else _opener(Path(place))
    manifest = read(NAME)
    if manifest is None:
        raise FileNotFoundError(f"{place}: {NAME}")
    if like and manifest != (wanted := (like / NAME).read_bytes()):
        yield f"{NAME}: changed"
        manifest = wanted
    expected: dict[str, str] = json.loads(manifest)["files"]

    def compare(path: str) -> str:
        content = read(path)
        if content is None:
            return "" if address and path in KEPT_BACK else f"{path}: absent"
        return "" if _digest(content) == expected[path] else f"{path}: changed"

    with ThreadPoolExecutor(8) as pool:
        yield from filter(None, pool.map(compare, sorted(expected)))
    if not address:
        yield from (f"{path}: added" for path in _files(Path(place)) if path not in expected)


def _files(folder: Path) -> list[str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [name for path in paths if (name := path.relative_to(folder).as_posix()) != NAME]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _opener(folder: Path) -> Callable[[str], bytes | None]:
    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    return read


def _reader(root: str) -> Callable[[str], bytes | None]:
    from urllib.error import HTTPError  # noqa: PLC0415 (nor the network)
    from urllib.parse import quote  # noqa: PLC0415 (ditto)
    from urllib.request import urlopen  # noqa: PLC0415 (ditto)

    def read(path: str) -> bytes | None:
        try:
            with urlopen(root + quote(path), timeout=_SECONDS) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            if path == "404.html":  # some hosts show it with the code that it is for
                return bytes(error.read())
            if error.code in (404, 410):
                return None
            raise

    return read
