"""The text of a file, when it is one that the site may trust to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from agir.content.characters import as_read
from agir.content.limits import MAX_BYTES, MAX_FOLDERS
from agir.content.problems import Place, Problems


def read_text(path: Path, file: str, problems: Problems, most: int = 0) -> str | None:
    """The text of a regular UTF-8 file that is not too large; None when it is not (problem added).

    `most` bytes, or one megabyte.
    """
    content = read_bytes(path, file, problems, most)
    return None if content is None else text_of(content, file, problems)


def odd_files(folder: Path) -> Iterator[str]:
    """What a generator may copy though it should not, by its path from a folder.

    Links, which it follows, pipes, devices; folders that are too deep for it.
    """
    for inner in files_under(folder):
        if not is_regular(folder / inner):
            yield inner


def files_under(folder: Path | str, prefix: str = "") -> Iterator[str]:
    """What stands under a folder and is no folder, by its path from there, in order of names.

    A folder that stands too deep is told too, and what it holds is not.
    """
    shallow = prefix.count("/") < MAX_FOLDERS
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if shallow and entry.is_dir(follow_symlinks=False):
            yield from files_under(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


def collection_at(file: str) -> str:
    """The collection that a file of data/ belongs to, or would, by its path from the root."""
    return file.removeprefix("data/").partition("/")[0].removesuffix(".yml")


def is_regular(path: Path) -> bool:
    """Whether a file is one, and not a link, a pipe or a folder."""
    return stat.S_ISREG(os.lstat(path).st_mode)


def is_folder(path: Path, file: str, problems: Problems) -> bool:
    """Whether a folder is there; a link to one is a problem: it may lead to the whole disk."""
    if path.is_symlink():
        problems.add("not-regular", Place(file))
        return False
    return path.is_dir()


def read_bytes(path: Path, file: str, problems: Problems, most: int = 0) -> bytes | None:
    """The bytes of a regular file that is not too large; None when it is not (problem added)."""
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        problems.add("not-regular", Place(file))
        return None
    if status.st_size > (most or MAX_BYTES):
        problems.add("too-large", Place(file))
        return None
    with open(path, "rb") as opened:  # noqa: PTH123 (at every file of the content)
        return opened.read()


def text_of(content: bytes, file: str, problems: Problems) -> str | None:
    """The text of a UTF-8 file; None when it is not one (problem added)."""
    try:
        return as_read(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.add("not-utf8", Place(file, content.count(b"\n", 0, error.start) + 1))
        return None
