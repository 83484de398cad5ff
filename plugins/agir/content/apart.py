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
_ID = re.compile(r"^[- ]*id: +[\"']?([A-Za-z][\w-]*)", re.MULTILINE)
# What is longer than any list of ours, or more broken, is not worth the time.
_MOST_ENTRIES, _MOST_BROKEN = 2000, 50


def read_tree(text: str, file: str, collection: str, reading: Reading) -> Node | None:
    """The tree of a file; past a syntax error, that of the entries which can be read.

    What cannot be read is broken, and the ids in it are there all the same.
    """
    problems = Problems()
    node = parse(text, file, problems)
    if node is None:
        reading.broken.add(collection)
        reading.unread = True
        little = len(text) < MAX_MENDED and all(found.code != "too-many" for found in problems)
        if little and (apart := _apart(text, file, collection, reading)):
            return apart  # what is wrong in each entry was said, in place of what is in the whole
    reading.problems += problems
    return node


def _starts(text: str, collection: str) -> list[int]:
    """Where each entry starts, in a file of several."""
    if collection == "interface":
        form = _LABEL
    elif _LIST.match(text):
        form = _IN_LIST
    else:
        return []
    return [found.start() for found in form.finditer(text)]


def _apart(text: str, file: str, collection: str, reading: Reading) -> Node | None:
    """The entries that can be read; None when reading them apart explains nothing."""
    starts = _starts(text, collection)
    if not 1 < len(starts) <= _MOST_ENTRIES:
        return None
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
