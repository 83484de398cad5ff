"""A copy of the real site whose every text is hostile texts that the gate let in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from types import GenericAlias
from typing import TYPE_CHECKING, Any

import yaml
from agir.content.fields import LANGS, Text
from agir.content.files import collection_at
from agir.content.library import COLLECTIONS
from project import copy_project

from attack.draft import Draft, completed, hints, quoted, sample
from attack.gate import problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from agir.content.problems import Problem

# Several share a text: what parts them ends a tag that one leaves open for the gate, not for HTML.
TOGETHER = {"Text": " < ", "line": " < ", "word": " < ", "Prose": "\n\n<\n\n"}
_PIECES = 40  # texts of a hand-written page
# What rules compare with other files stays as it is, except in an entry of our own.
_HELD = ("documents.code", "inventory.kind")
LABELS = "interface"  # the slot of the words of the site itself
_TRIES = 400  # a file tells of a hundred problems at most at each
_MOST = 8_000  # characters of a text


class NotInertError(Exception):
    """The site with hostile texts has a mistake where none of them stands."""


@dataclass(slots=True)
class Queues:
    """What is still to be shown, by slot; `share` is how much of it a text takes at once."""

    waiting: dict[str, list[str]]
    share: dict[str, int] = field(default_factory=dict)
    apart: dict[str, list[str]] = field(default_factory=dict)  # refused beside those they met
    few: int = 4  # how many of these try each other's company
    refused: int = 0

    @property
    def left(self) -> int:
        """How many placements are still to be shown."""
        return sum(map(len, (*self.waiting.values(), *self.apart.values())))

    def take(self, slot: str) -> list[str]:
        """What a text of a slot holds this time."""
        queue, count = self.waiting.get(slot, []), self.share.get(slot, 1)
        if not queue:
            queue, count = self.apart.get(slot, []), min(count, self.few)
        sizes = accumulate(len(text) + 9 for text in queue[:count])
        count = max(1, sum(size < _MOST for size in sizes))
        taken, queue[:] = queue[:count], queue[count:]
        return taken


@dataclass(slots=True)
class Planted:
    """A line of a file that holds hostile texts: how it starts, what it held, what it holds."""

    start: str
    before: str
    slot: str
    kind: str
    texts: list[str]

    @property
    def line(self) -> str:
        """The line as it is written."""
        joined = TOGETHER.get(self.kind, "").join(text.strip() for text in self.texts)
        joined += "?" if ".questions.text." in self.slot else ""  # or it is no question
        return f"{self.start} {quoted(joined)}" if self.texts else self.before

    def at(self, col: int) -> int:
        """Which of its texts stands at a column; the last when the column is not that of one."""
        end = len(self.start) + 3
        for index, text in enumerate(self.texts):
            end += len(text.strip()) + len(TOGETHER.get(self.kind, ""))
            if len(self.start) + 3 <= col < end:
                return index
        return len(self.texts) - 1


class Hostile:
    """A copy of the project in a folder, hostile texts in place of its own."""

    def __init__(self, folder: Path, queues: Queues) -> None:
        self.folder = copy_project(folder)
        self.queues = queues
        self.lines: dict[str, list[str]] = {}
        self.planted: dict[tuple[str, int], Planted] = {}
        self.slots: dict[str, int] = {}  # how many texts there are of each
        self._done: set[str] = set()

    def plant(self) -> None:
        """Fill every text of data/, and add hand-written pages; raises NotInertError."""
        for path in sorted((self.folder / "data").rglob("*.yml")):
            self._file(path)
        self._pages()
        for _ in range(_TRIES):
            for file, lines in self.lines.items():
                (self.folder / file).write_text("\n".join(lines) + "\n", "utf-8", newline="")
            refused: dict[tuple[str, int], list[Problem]] = {}
            for problem in problems_of(self.folder):
                refused.setdefault((problem.place.file, problem.place.line), []).append(problem)
            if not refused:
                return
            ours = refused.keys() & self.planted.keys()
            if not ours:  # others may follow from ours: an entry that is refused is named elsewhere
                problem = next(iter(refused.values()))[0]
                raise NotInertError(f"{problem.place} {problem.code} {problem.words}")
            for key in ours:
                columns = {problem.place.col for problem in refused[key]}
                self._give_back(self.planted[key], columns)
            for (file, line), planted in self.planted.items():
                self.lines[file][line - 1] = planted.line
        raise NotInertError("the gate goes on refusing")

    def _give_back(self, planted: Planted, columns: set[int]) -> None:
        """Texts that are refused beside others wait for other company; one alone is refused."""
        if len(planted.texts) <= 1:
            self.queues.refused += len(planted.texts)
            planted.texts = []
            return
        bad = {planted.at(col) for col in columns}
        waiting = self.queues.apart.setdefault(planted.slot, [])
        waiting += [planted.texts[index] for index in bad]
        planted.texts = [text for index, text in enumerate(planted.texts) if index not in bad]

    def _file(self, path: Path) -> None:
        file = path.relative_to(self.folder).as_posix()
        name = collection_at(file)
        tree = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        draft = Draft(lambda _slot, _kind: None)
        if name == "interface":
            for key, value in tree.items():
                free = not any("{" in text for text in value.values())
                draft.member(f"{key}:", Text, value, LABELS if free else "")
        elif name in COLLECTIONS:
            shape: Any = COLLECTIONS[name]
            entries: list[dict[str, Any]] = tree if isinstance(tree, list) else [tree]
            for entry in entries:
                if "wording" in hints(shape):  # few have one, and a text in few places waits long
                    entry.setdefault("wording", sample(Text))
            if name not in self._done:
                entries[0] = completed(shape, entries[0])
                if name == "documents":
                    entries += [sample(shape) for _ in range(8)]
                self._done.add(name)
            draft.write(GenericAlias(tuple, (shape, ...)), entries, name)
        else:
            return
        self._take(file, draft)

    def _take(self, file: str, draft: Draft) -> None:
        self.lines[file] = draft.lines
        for line, (slot, kind, start) in draft.slots.items():
            held = slot in _HELD and not draft.lines[line - 1].endswith('"x"')
            if kind in (*TOGETHER, "url") and not held:
                self._put((file, line), slot, kind, start)

    def _put(self, key: tuple[str, int], slot: str, kind: str, start: str) -> None:
        self.slots[slot] = self.slots.get(slot, 0) + 1
        lines, number = self.lines[key[0]], key[1] - 1
        self.planted[key] = Planted(start, lines[number], slot, kind, self.queues.take(slot))
        lines[number] = self.planted[key].line

    def _pages(self) -> None:
        """Hand-written pages: under each heading a text alone, the same in both languages."""
        texts, titles = self.queues.take("page.prose"), self.queues.take("page.heading")
        titles += ["Un"] * (len(texts) - len(titles))
        for number, start in enumerate(range(0, len(titles), _PIECES)):
            lines = ["---", 'title: "x"', f"slug: hostile-{number}", 'description: "x"', "---"]
            for piece in range(start, min(start + _PIECES, len(titles))):
                lines.append(f"## {titles[piece]} {{#h-{piece}}}\n")
                lines.append(f"{texts[piece] if piece < len(texts) else ''}\n")
            for lang in LANGS:
                file = f"docs/{lang}/hostile-{number}.md"
                self.lines[file] = list(lines)
                self._put((file, 2), "page.title", "line", "title:")
                self._put((file, 4), "page.description", "line", "description:")


def spread(folder: Path, queues: Queues, rounds: int) -> None:
    """Set how much a text of each slot takes, so that all is shown in so many rounds."""
    empty = Hostile(folder, Queues({}))
    empty.plant()
    pages = len(queues.waiting.get("page.prose", ())) // rounds // _PIECES + 1
    own = {"page.title": 2 * pages, "page.description": 2 * pages}
    for slot, waiting in queues.waiting.items():
        texts = own.get(slot, 1 if slot.startswith("page.") else empty.slots.get(slot, 0))
        queues.share[slot] = -(-len(waiting) // (texts * rounds)) if texts else 0
