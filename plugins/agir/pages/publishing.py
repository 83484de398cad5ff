"""A built site takes the place of the old one in one step, or not at all.

Linux and macOS can exchange two folders in one system call, so that a reader (or a crash) finds
the old site or the new one, whole. Each build has a folder of its own beside the site, locked
while it lives: a lock that can be taken belongs to a build that was killed.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_AT_FDCWD = -100


@dataclass(slots=True)
class Staging:
    """A folder in which a build may write, until it is published or given up."""

    folder: Path
    target: Path
    _lock: int
    _folders: set[str] = field(default_factory=set)

    def put(self, path: str, content: bytes) -> None:
        """Write a file by its path from the site's root."""
        self._make_folder(path.rpartition("/")[0])
        with open(f"{self.folder}/{path}", "wb") as file:  # noqa: PTH123 (at every page)
            file.write(content)

    def keep(self, path: str, is_right: Callable[[str, bytes], bool]) -> bool:
        """Share a file with the published site, when it is the right one.

        It is looked at here: there, another build may put its own at any moment.
        """
        self._make_folder(path.rpartition("/")[0])
        new = f"{self.folder}/{path}"
        with suppress(FileNotFoundError):
            os.unlink(new)  # noqa: PTH108 (at every page; what the generator wrote)
        with suppress(OSError):  # it is gone, or the system shares no files
            os.link(f"{self.target}/{path}", new, follow_symlinks=False)
            if is_right(path, _read(new)):
                return True
        with suppress(FileNotFoundError):  # or what is written next would be written in both
            os.unlink(new)  # noqa: PTH108 (ditto)
        return False

    def _make_folder(self, path: str) -> None:
        if path and path not in self._folders:
            self._make_folder(path.rpartition("/")[0])
            with suppress(FileExistsError):  # the generator may have made it
                os.mkdir(f"{self.folder}/{path}")  # noqa: PTH102 (ditto)
            self._folders.add(path)

    def publish(self) -> None:
        """Put the folder in the place of the site. Raises OSError, with the old site untouched."""
        _flush(self.folder)
        if self.target.exists():
            _exchange(self.folder, self.target)
        else:
            self.folder.rename(self.target)
        _flush(self.target.parent)
        self.discard()

    def discard(self) -> None:
        """Remove what stands in the build's folder: a build given up, or the old site."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)


def stage(target: Path) -> Staging:
    """A new empty folder beside `target`; those that dead builds left are removed first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.building-"
    for left in target.parent.glob(f"{prefix}*"):
        if (lock := _lock(left)) is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(lock)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        folder.chmod(0o755)
        lock = _lock(folder)
        if lock is not None and folder.exists():  # else another build took it for a dead one's
            return Staging(folder, target, lock)
        if lock is not None:
            os.close(lock)


def _read(path: str) -> bytes:
    """The bytes of a file, never those that a link leads to. Raises OSError."""
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:  # noqa: PTH123 (ditto)
        return file.read()


def _lock(folder: Path) -> int | None:
    """An open, locked folder; None when another process holds it or it is gone."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return opened
    os.close(opened)
    return None


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders of one file system, in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        failed = libc.renamex_np(*names, _RENAME_SWAP)
    else:
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))


def _flush(folder: Path) -> None:
    """Have what was written reach the disk, so that a power cut leaves one whole site too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        libc = ctypes.CDLL(None)
        if hasattr(libc, "syncfs"):
            libc.syncfs(opened)
        else:
            os.sync()
    finally:
        os.close(opened)
