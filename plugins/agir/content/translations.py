"""Which English texts still say what the French says: known by content, never by date.

A generated file holds, for each translated text, short digests of the French and of the English
as they were when one was made from the other. It works in a shallow clone, an edit of the English
alone proves nothing new, and a line lost in a merge costs one text its history.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from agir.content.files import read_text
from agir.content.inside import texts_with_paths
from agir.content.limits import MAX_RECORD

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from agir.content.fields import Text
    from agir.content.library import Library
    from agir.content.problems import Problems

INTERFACE = "interface"  # the words of the site itself: data/interface.yml, which is no entry
FILE = "data/.translations"  # written by `agir fix`, never by a person
_OPENING = "# Écrit par « python -m agir fix » / Written by it: path, French, English.\n"
_LINE = re.compile(
    r"^[ \t]*([^\s#]+) ([0-9a-f]{8}) ([0-9a-f]{8}|-)( different)?[ \t]*$", re.MULTILINE
)

State = Literal["current", "outdated", "missing", "different"]
BEHIND: tuple[State, ...] = ("missing", "outdated")


@dataclass(frozen=True, slots=True)
class Made:
    """The French that an English text was made from, and that text: their digests.

    `different` when somebody said that they are not meant to say the same.
    """

    fr: str
    en: str
    different: bool = False


Record = dict[str, tuple[Made, ...]]


def texts_by_path(library: Library, wanted: Collection[str] | None = None) -> dict[str, Text]:
    """Every text that is translated, by the ids that lead to it: "intention.questions.q-1.text".

    When some entries are `wanted`, theirs alone; those of the interface are wanted as INTERFACE.
    """
    found: dict[str, Text] = {}
    for entries in library.collections.values():
        for entry in entries:
            if wanted is None or entry.id in wanted:
                found.update(texts_with_paths(entry))
    if wanted is None or INTERFACE in wanted:
        found |= {f"{INTERFACE}.{name}": text for name, text in library.labels.items()}
    return found


def record_text(root: Path, problems: Problems) -> str:
    """The record of a project; empty when it has none, or none to trust (problem added)."""
    with suppress(FileNotFoundError):
        return read_text(root / FILE, FILE, problems, MAX_RECORD) or ""
    return ""


def read_record(text: str, wanted: Collection[str] | None = None) -> Record:
    """The record in a file; when some entries are `wanted`, theirs alone.

    Lines that are none are left out: a merge may have brought some.
    """
    found: dict[str, list[Made]] = {}
    if wanted is not None:
        lines = text.split("\n")
        text = "\n".join(line for line in lines if line.strip().partition(".")[0] in wanted)
    for path, fr, en, different in _LINE.findall(text):
        found.setdefault(path, []).append(Made(fr, en, bool(different)))
    return {path: tuple(made) for path, made in found.items()}


def write_record(record: Mapping[str, tuple[Made, ...]]) -> str:
    """The file of a record: a line a text, by path."""
    lines = [
        f"{path} {made.fr} {made.en}{' different' if made.different else ''}\n"
        for path, all_made in sorted(record.items())
        for made in all_made
    ]
    return _OPENING + "".join(lines)


def state_of(text: Text, made: tuple[Made, ...]) -> State:
    """Where the English of a text stands. One that nobody recorded yet is new: it is current."""
    if text.en is None:
        return "missing"
    fr, en = _digest(text.fr), _digest(text.en)
    if any(one.different for one in made):
        return "different"
    if not made or any(one.fr == fr or one.en != en for one in made):
        return "current"
    return "outdated"


def states(
    library: Library, record: Record, wanted: Collection[str] | None = None
) -> dict[str, State]:
    """The state of every text, or of those of the wanted entries, by path."""
    texts = texts_by_path(library, wanted)
    return {path: state_of(text, record.get(path, ())) for path, text in texts.items()}


def renewed(
    library: Library,
    record: Record,
    *,
    minor: Collection[str] = (),
    different: Collection[str] = (),
) -> Record:
    """The record of the content as it is: what is outdated stays so, what is current is noted.

    Under the paths of `minor` the French changed without its meaning; those of `different` are not
    meant to say the same any more.
    """
    found: Record = {}
    for path, text in texts_by_path(library).items():
        made = record.get(path, ())
        state = state_of(text, made)
        now = Made(_digest(text.fr), _digest(text.en) if text.en else "-")
        if _under(path, different) or (state == "different" and not _under(path, minor)):
            found[path] = (Made(now.fr, now.en, different=True),)
        elif state == "outdated" and not _under(path, minor):
            found[path] = made
        elif state != "missing":
            found[path] = (now,)
    return found


def _under(path: str, places: Collection[str]) -> bool:
    return any(f"{path}.".startswith(f"{place}.") for place in places)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
