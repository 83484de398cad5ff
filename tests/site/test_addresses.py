"""The site at the root of a host and in a folder of one: the same files, whatever their address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from agir.pages.worker import LOST
from dom import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

CODE = re.compile(rb"<svg aria-hidden.*?</svg>")  # of the address, on handouts
CODE = re.compile(rb"<svg aria-hidden.*?</svg>")  # of an address, as squares, on handouts
SHOWN_ANYWHERE = ("404.html", *LOST.values())
# Of a style that names its font by such a link; tests/site/test_headers.py sees to digests.
DIGEST = re.compile(rb"'sha256-[^']+'")


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_page_is_the_same_at_both_addresses_but_for_its_own(build: Callable[[str], Any]) -> None:
    """What browser tests see of a page at one address is true at the other."""
    root, folder = build("root"), build("sub-path")
    at_root, in_folder = files_of(root.folder), files_of(folder.folder)
    for files in (at_root, in_folder):  # all of it once more
        del files[next(path for path in files if path.endswith(".bin"))]
    assert set(at_root) == set(in_folder)
    for name in ("manifest.json", "_headers", "sw.js"):  # digests of the rest, and of its styles
        del at_root[name]
    for path, content in at_root.items():
        other = in_folder[path].replace(folder.url.encode(), root.url.encode())
        other = other.replace(
            quote(folder.url, safe="").encode(), quote(root.url, safe="").encode()
        )
        if path in SHOWN_ANYWHERE:  # so their links start at the root of the host
            other = other.replace(folder.base.encode(), root.base.encode())
            other = DIGEST.sub(b"", other)
        same = DIGEST.sub(b"", content) if path in SHOWN_ANYWHERE else content
        if path.startswith(BESIDE):
            same, other = CODE.sub(b"", same), CODE.sub(b"", other)
        assert same == other, path
