"""What checks of a project said before, for as long as nothing that a check reads has changed."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from agir.content.limits import MAX_FOLDERS, MAX_RECORD

if TYPE_CHECKING:
    import hashlib
    from pathlib import Path

    from agir.adapters.cache import Cache

_READ = ("data", "docs", "overrides")  # tests/adapters/test_inputs.py: a check reads nothing else
_NAME = "said"


class Answer(NamedTuple):
    """What a check says, and whether something is wrong."""

    text: str
    wrong: bool


class Said:
    """The answers of the checks that read exactly what is there now, by what they were asked."""

    def __init__(self, cache: Cache, root: Path) -> None:
        self.cache = cache
        self.root = root
        self.inputs = digest_of(root)

    def before(self, asked: tuple[str, ...]) -> Answer | None:
        """What was said to the same question."""
        return self._answers().get(asked)

    def keep(self, asked: tuple[str, ...], answer: Answer) -> None:
        """Keep an answer, unless somebody changed a file while it was looked for."""
        if self.inputs and self.inputs == digest_of(self.root):
            self.cache.put(_NAME, (self.inputs, self._answers() | {asked: answer}))

    def _answers(self) -> dict[tuple[str, ...], Answer]:
        inputs, answers = self.cache.get(_NAME) or (b"", {})
        return answers if self.inputs and inputs == self.inputs else {}


def digest_of(root: Path) -> bytes:
    """The digest of all that a check of the project reads: names, kinds and bytes of files.

    Empty when that cannot be told: there is a link, a pipe, a file
    that is too large or unreadable.
    """
    digest = sha256()
    try:
        whole = all(_add(digest, str(root), name) for name in _READ)
    except OSError:
        return b""
    return digest.digest() if whole else b""


def _add(digest: hashlib._Hash, folder: str, name: str, depth: int = 0) -> bool:
    """Add what stands under a name; whether that is all there is to know. Raises OSError."""
    path = f"{folder}/{name}"
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        digest.update(repr((name, None)).encode())
        return True
    kind, content, inner = stat.S_IFMT(status.st_mode), b"", list[str]()
    if kind == stat.S_IFREG and status.st_size <= MAX_RECORD:
        with open(path, "rb") as file:  # noqa: PTH123 (at every file of a project)
            content = file.read()
    elif kind == stat.S_IFDIR and depth <= MAX_FOLDERS:
        inner = sorted(os.listdir(path))  # noqa: PTH208 (ditto)
    else:
        return False
    digest.update(repr((name, kind, len(content), inner)).encode())
    digest.update(content)
    return all(_add(digest, path, one, depth + 1) for one in inner)
