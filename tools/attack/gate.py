"""Each hostile text in each field there is: refused at its own line, or let in to be looked at."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from agir.content import parts
from agir.content.files import collection_at
from agir.content.library import COLLECTIONS
from agir.content.problems import ContentError, Problems
from agir.pages.reading import read

from attack.draft import Draft, quoted, sample

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PAGE = """\
---
title: {title}
slug: {slug}
description: {description}
---
## {heading} {{#a}}

[un]({address})

## Un {{#{anchor}}}

::: {block}
::: entry {argument}

## Un {{#c}}

{prose}
"""
_LINES = {2: "title", 3: "slug", 4: "description", 6: "heading", 8: "address", 10: "anchor"}
_LINES |= {12: "block", 13: "argument"}
_HEAD = ("title", "slug", "description")
_BREAKS = re.compile(r"[\r\n]")
_PROSE = 17  # the line from which a page holds the text itself


@dataclass(slots=True)
class Verdicts:
    """What the gate said: how many it refused, what it let in by slot, what it said elsewhere."""

    refused: int = 0
    let_in: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: list[str] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """How many were let in."""
        return sum(map(len, self.let_in.values()))


def problems_of(root: Path) -> Problems:
    """What is wrong under a root."""
    try:
        read(root)
    except ContentError as error:
        return error.problems
    return Problems()


def try_entries(vectors: Sequence[str], folder: Path, verdicts: Verdicts) -> None:
    """Each vector in each field of each shape: one entry a vector, another vector in each field."""
    for name, shape in COLLECTIONS.items():
        root = folder / name
        (root / "data" / name).mkdir(parents=True)
        planted: dict[tuple[str, int], tuple[tuple[str, str], str]] = {}
        for number in range(len(vectors)):
            file = f"data/{name}/e-{number}.yml"
            some = (*vectors[number:], *vectors[:number])
            planted |= _write(root, file, shape, some, sample(shape))
        _judge(root, planted, verdicts)


def try_moves(vectors: Sequence[str], folder: Path, verdicts: Verdicts) -> None:
    """Each vector in data/moved.yml, ten lines at a time."""
    for start in range(0, len(vectors), 10):
        root = folder / f"moved-{start}"
        (root / "data").mkdir(parents=True)
        some = (*vectors[start:], *vectors[:start])
        moved = {key: value * 10 for key, value in sample(parts.Moved).items()}
        _judge(root, _write(root, "data/moved.yml", parts.Moved, some, moved), verdicts)


def _write(
    root: Path, file: str, shape: Any, vectors: Sequence[str], tree: Any
) -> dict[tuple[str, int], tuple[tuple[str, str], str]]:
    """Write a file with a vector at every slot; what stands where."""
    turn = count(0, 7)
    told: list[str] = []

    def plant(_slot: str, _kind: str) -> str:
        told.append(vectors[next(turn) % len(vectors)])
        return told[-1]

    draft = Draft(plant)
    draft.write(shape, tree, collection_at(file))
    (root / file).write_text(draft.text, "utf-8")
    found = zip(draft.slots.items(), told, strict=True)
    return {(file, line): ((slot, kind), text) for (line, (slot, kind, _)), text in found}


def try_pages(vectors: Sequence[str], folder: Path, verdicts: Verdicts) -> None:
    """Each vector in each place of a hand-written page: front matter, headings, blocks, text."""
    names = [*_LINES.values()]
    planted: dict[tuple[str, int], tuple[tuple[str, str], str]] = {}
    prose: dict[str, str] = {}
    for lang in ("fr", "en"):
        (folder / "docs" / lang).mkdir(parents=True)
        for number, vector in enumerate(vectors):
            file = f"docs/{lang}/p-{number}.md"
            here = dict.fromkeys(names, "")
            for turn, name in enumerate(names, 1):
                text = vectors[(number + 7 * turn) % len(vectors)]
                here[name] = text if name in _HEAD else _BREAKS.sub(" ", text)
            for line, name in _LINES.items():
                planted[file, line] = ((f"page.{name}", "page"), here[name])
            here |= {name: quoted(here[name]) for name in _HEAD}
            prose[file] = vector
            (folder / file).write_text(_PAGE.format(prose=vector, **here), "utf-8", newline="")
    _judge(folder, planted, verdicts, prose)


def _judge(
    root: Path,
    planted: dict[tuple[str, int], tuple[tuple[str, str], str]],
    verdicts: Verdicts,
    prose: dict[str, str] | None = None,
) -> None:
    """Read what was planted under a root; `prose` is the text of pages, from a line on."""
    prose, bad = prose or {}, set()
    for problem in problems_of(root):
        place = problem.place
        key = place.file, min(place.line, _PROSE) if place.file in prose else place.line
        if key in planted or key[1] == _PROSE:
            bad.add(key)
        else:
            verdicts.elsewhere.append(f"{place} {problem.code}")
    planted |= {(file, _PROSE): (("page.prose", "page"), text) for file, text in prose.items()}
    for key, (slot, vector) in planted.items():
        if key in bad:
            verdicts.refused += 1
        else:
            verdicts.let_in[slot].append(vector)
