"""A file of several entries that cannot be read as a whole: each is read by itself."""

from __future__ import annotations

import re

from agir.content.limits import MAX_MENDED
from agir.content.nodes import Mapping, Node, Sequence, parse
from agir.content.problems import Place, Problems
from agir.content.readers import Reading

_LIST = re.compile(r"(?:[ \t]*(?:#.*)?\n)*- ")
_IN_LIST = re.compile(r"^-(?: |$)", re.MULTILINE)
_LABEL = re.compile(r"^[A-Za-z_][\w-]*:", re.MULTILINE)
# What is longer than any list of ours, or more broken, is not worth the time.
_MOST_ENTRIES, _MOST_BROKEN = 2000, 50
_ID = re.compile(r"^[- ]*id: +[\"']?([A-Za-z][\w-]*)", re.MULTILINE)


def read_tree(text: str, file: str, collection: str, reading: Reading) -> Node | None:
    """The tree of a file; past a syntax error, that of the entries which can be read.

    What cannot be read is broken, and the ids in it are there all the same.
    """
    problems = Problems()
    node = parse(text, file, problems)
    if node is None:
        reading.broken.add(collection)
        reading.unread = True
        entry = _LABEL if collection == "interface" else _IN_LIST if _LIST.match(text) else None
        little = len(text) < MAX_MENDED and all(found.code != "too-many" for found in problems)
        starts = [found.start() for found in entry.finditer(text)] if entry and little else []
        if 1 < len(starts) <= _MOST_ENTRIES:
            node = _apart(text, starts, file, collection, reading)
    if node is None or not reading.unread:
        reading.problems += problems
    return node


def _apart(
    text: str, starts: list[int], file: str, collection: str, reading: Reading
) -> Node | None:
    """The entries that start there, those that can be read; None when that explains nothing."""
    problems, items, labels = Problems(), Sequence([], Place(file)), Mapping(Place(file))
    above = broken = 0
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True):
        entry = text[start:end]
        node = parse(entry, file, problems, above)
        if isinstance(node, Sequence):
            items.items += node.items
        elif isinstance(node, Mapping):
            labels.pairs += node.pairs
        else:
            _note_ids(entry, Place(file, above), collection, reading)
            broken += 1
        if broken > _MOST_BROKEN or problems.enough(file):
            break
        above += entry.count("\n")
    reading.problems += problems
    if not problems:
        return None
    return labels if labels.pairs else items


def _note_ids(entry: str, above: Place, collection: str, reading: Reading) -> None:
    """The ids of an entry that cannot be read, each once; the first is its own."""
    first: dict[str, re.Match[str]] = {}
    for found in _ID.finditer(entry):
        first.setdefault(found[1], found)
    own, line, at = "", above.line + 1, 0
    for id_, found in first.items():
        line, at = line + entry.count("\n", at, found.start()), found.start()
        path = f"{collection}/{own}.….id" if own else f"{collection}/{id_}.id"
        own = own or id_
        col = found.start(1) - entry.rfind("\n", 0, found.start(1))
        reading.ids.append((id_, Place(above.file, line, col), path))
