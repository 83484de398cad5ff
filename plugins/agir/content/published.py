"""The ids under which visitors may have kept answers, as they were when the site was published.

A generated file lists them. It grows at a release only, never at a fix: an id that was added since
may still be renamed freely, one that was published must be there or in data/moved.yml for ever.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agir.content.files import read_text
from agir.content.model import Portrait, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agir.content.library import Library
    from agir.content.problems import Problems

FILE = "data/.published"  # written by `agir release`, never by a person
_OPENING = "# Écrit par « python -m agir release » / Written by it: ids that may hold answers.\n"
_LINE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def ids_with_answers(library: Library) -> set[str]:
    """The ids of the content that a notebook may hold an answer to, or a row, or a cell, under."""
    portraits = library.all(Portrait)
    scales = [scale for portrait in portraits for scale in portrait.scales]
    statements = [statement for scale in scales for statement in scale.statements]
    sorts = [sort for portrait in portraits for sort in portrait.sorts]
    tables = [part.table for sheet in library.all(Sheet) for part in sheet.sections if part.table]
    columns = [column for table in tables for column in table.columns]
    named = {place for table in tables for place in (table.asks, table.areas) if place}
    parts = [part for sheet in library.all(Sheet) for part in sheet.sections if part.id in named]
    items = [item for part in parts for item in part.items]
    found = (portraits, scales, statements, sorts, tables, columns, items)
    return set(library.questions).union(*({one.id for one in some} for some in found))


def read_published(root: Path, problems: Problems) -> set[str]:
    """The ids of the last release; none before the first one. Lines that are no id are left out."""
    path = root / FILE
    text = read_text(path, FILE, problems) if path.is_symlink() or path.exists() else None
    return {line for line in (text or "").splitlines() if _LINE.fullmatch(line)}


def write_published(ids: Iterable[str]) -> str:
    """The file of a list of ids: a line each, so that two proposals merge."""
    return _OPENING + "".join(f"{id_}\n" for id_ in sorted(ids))
