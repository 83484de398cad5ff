"""The service worker at the root of the site: which version the device should keep, and how.

Where the site is not to be kept (`offline: false`, the preview), it removes what another left.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from agir.content.fields import LANGS
from agir.pages.headers import WORKER
from agir.pages.pack import MAX_CONTENT, pack, pack_name
from agir.pages.scripts import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agir.content.fields import Lang
    from agir.pages.site import Site

# What somebody without a network finds in the place of a page that the device does not keep.
LOST: dict[Lang, str] = {"fr": "hors-ligne.html", "en": "en/offline.html"}
_WORDS = ("ready", "use", "later")  # `offline_…` in data/interface.yml
_SCRIPTS = "components/offline"


def offline_files(
    site: Site, files: Iterable[tuple[str, bytes]], headers: dict[str, str]
) -> dict[str, bytes]:
    """The pack of files (path and bytes, in order), named after its content, and its worker.

    A site that is too large to be brought to a phone unasked has the worker that keeps nothing.
    """
    packed, size = pack(files, headers)
    if size > MAX_CONTENT:
        return {WORKER: no_worker(site)}
    digest = hashlib.sha256(packed).hexdigest()
    path = pack_name(digest)
    labels = site.labels
    release = {
        "pack": path,
        "digest": digest,
        "size": size,
        "words": {
            lang: {name: labels[lang][f"offline_{name}"] for name in _WORDS} for lang in LANGS
        },
        "lost": LOST,
    }
    start = f"const RELEASE = {json.dumps(release, ensure_ascii=False)};\n"
    return {path: packed, WORKER: (start + _script(site, "serve")).encode()}


def no_worker(site: Site) -> bytes:
    """The worker of a site that is not kept."""
    return _script(site, "off").encode()


def _script(site: Site, name: str) -> str:
    return joined(site.root / "overrides" / _SCRIPTS / f"{name}.worker.js")
