"""The day each entry was last published with other words, in each language.

Known by content, noted by `agir release`: Git may be shallow, and counts an edit of a neighbour in
the same file or of a blank; a day noted by `fix` would be that of a draft, on one machine. What a
release notes is what readers could see change on that day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from agir.content.fields import LANGS, Lang
from agir.content.files import read_text
from agir.content.inside import texts_with_paths
from agir.content.limits import MAX_RECORD
from agir.content.model import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agir.content.library import Library
    from agir.content.problems import Problems

FILE = "data/.revisions"  # written by `agir release`, never by a person
_OPENING = "# Écrit par « python -m agir release » / Written by it: id, language, texts, day.\n"
_LINE = re.compile(r"^([a-z0-9-]+) (fr|en) ([0-9a-f]{8}) (\d{4}-\d\d-\d\d)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Revision:
    """A digest of the texts of an entry in one language, and the day they were published."""

    digest: str
    day: date


Revisions = dict[tuple[str, Lang], Revision]


def read_revisions(root: Path, problems: Problems) -> Revisions:
    """The record of a project; empty before the first release. Lines that are none are left out."""
    path = root / FILE
    is_there = path.is_symlink() or path.exists()
    text = read_text(path, FILE, problems, MAX_RECORD) if is_there else None
    found: Revisions = {}
    for id_, lang, digest, day in _LINE.findall(text or ""):
        try:
            found[id_, lang] = Revision(digest, date.fromisoformat(day))
        except ValueError:  # a day that no month has
            continue
    return found


def write_revisions(revisions: Mapping[tuple[str, Lang], Revision]) -> str:
    """The file of a record: a line an entry and language, so that two proposals merge."""
    lines = [
        f"{id_} {lang} {revisions[id_, lang].digest} {revisions[id_, lang].day.isoformat()}\n"
        for id_, lang in sorted(revisions)
    ]
    return _OPENING + "".join(lines)


def revised(library: Library, before: Revisions, today: date) -> Revisions:
    """The record of the content as it is: what says the same keeps its day, the rest is today's."""
    found: Revisions = {}
    for entry in library.by_id.values():
        if not isinstance(entry, Entry):  # the passages of the sources do not change
            continue
        texts = [text for _path, text in texts_with_paths(entry)]
        for lang in LANGS:
            said = "\n".join(getattr(text, lang) or "" for text in texts)
            digest = sha256(said.encode()).hexdigest()[:8]
            noted = before.get((entry.id, lang))
            found[entry.id, lang] = (
                noted if noted and noted.digest == digest else Revision(digest, today)
            )
    return found
