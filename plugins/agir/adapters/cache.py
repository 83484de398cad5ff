"""What one run leaves to spare the next its work. Without it all is the same, and slower.

It stands in the user's own cache folder, never in the project: reading it may run what it says,
and no pull request can put anything there.
"""

from __future__ import annotations

import marshal
import os
import pickle
import sys
import time
from contextlib import contextmanager, suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import agir
from agir.adapters.garbage import no_garbage

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Iterator

    from agir.content.known import Known


VARIABLE = "AGIR_CACHE"  # names another folder; empty: no cache
_UNUSED = 30 * 86_400  # seconds after which what a project left is removed
_FEW = 20  # with less than one file in twenty new, the others are not written again
_DIGEST = sha256().digest_size


class Cache:
    """What was kept for the project in a folder; nothing outlives a change of the code."""

    def __init__(self, root: Path) -> None:
        """Choose the place, when there is to be one."""
        named = os.environ.get(VARIABLE)
        self.all = _of_the_user() if named is None else Path(named)
        name = sha256(os.fsencode(root.resolve())).hexdigest()[:16]
        self.folder = self.all / name if named != "" else None

    def get(self, name: str) -> Any:
        """What `put` kept under a name; None when there is nothing, or nothing to trust."""
        try:
            content = (self.folder / name).read_bytes() if self.folder and self._is_ours() else b""
        except OSError:
            return None
        digest, pickled = content[:_DIGEST], content[_DIGEST:]
        if digest != self._digest_of(pickled):
            return None
        with no_garbage():  # looking for it among what is being made takes a quarter of the time
            return pickle.loads(pickled)

    def put(self, name: str, value: Any) -> None:
        """Keep a value, whole or not at all; a cache that cannot be written is none."""
        if not self.folder:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._is_ours():
                return
            pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            file = self.folder / f".{name}.{os.getpid()}"  # nobody else writes in the folder
            try:
                file.write_bytes(self._digest_of(pickled) + pickled)
                file.replace(self.folder / name)
            except OSError:
                file.unlink(missing_ok=True)
                raise
            os.utime(self.folder)
            self._tidy()

    @cached_property
    def _code(self) -> hashlib._Hash:
        """The digest of the code that keeps things, all libraries included."""
        digest = sha256(f"{sys.version} {_installed()}".encode())
        code = Path(agir.__file__).parent
        for path in sorted([*code.rglob("*.py"), *code.rglob("*.yml")]):
            digest.update(path.read_bytes())
        return digest

    def _digest_of(self, pickled: bytes) -> bytes:
        digest = self._code.copy()
        digest.update(pickled)
        return digest.digest()

    def _is_ours(self) -> bool:
        """Whether nobody else can write in the folder."""
        status = self.folder.stat() if self.folder else None
        return bool(status and status.st_uid == os.getuid() and not status.st_mode & 0o022)

    def _tidy(self) -> None:
        """Remove what was left for projects that nobody builds any more."""
        for other in self.all.iterdir():
            if time.time() - other.stat().st_mtime > _UNUSED:
                from shutil import rmtree  # noqa: PLC0415 (most runs need none)

                rmtree(other, ignore_errors=True)


@contextmanager
def known_files(cache: Cache) -> Iterator[Known]:
    """The files of data/ and docs/ as they were read before, for `read`; new ones are kept.

    A few new ones are kept beside the others: writing them all takes longer than reading some.
    """
    from agir.content.known import Known  # noqa: PLC0415 (an unchanged project need not be read)

    known = cache.get("content") or Known()
    kept = known.apart_from(Known())
    known.take_in(cache.get("content-since") or Known())
    before = known.apart_from(Known())
    try:
        yield known
    finally:
        new = known.apart_from(kept)
        if new.count * _FEW > known.count:
            cache.put("content", known)
            cache.put("content-since", Known())
        elif known.apart_from(before).count:
            cache.put("content-since", new)


def load_templates(cache: Cache) -> None:
    """Take in the code of templates that was compiled before."""
    from agir.pages.compiling import COMPILED  # noqa: PLC0415 (a check needs no templates)

    if kept := cache.get("templates"):
        COMPILED.codes |= marshal.loads(kept)


def save_templates(cache: Cache) -> None:
    """Keep the code of templates, when some was compiled."""
    from agir.pages.compiling import COMPILED  # noqa: PLC0415 (ditto)

    if COMPILED.is_new:
        cache.put("templates", marshal.dumps(COMPILED.codes))


def _of_the_user() -> Path:
    """Where the programs of a person keep what may be lost."""
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/agir-ensemble"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "agir-ensemble"


def _installed() -> list[str]:
    """Every library with its version, by the folders that installers leave beside them."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))
