"""Plant mistakes one by one in a copy of the project, and see what the messages are worth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agir.content.known import Known
from agir.content.problems import ContentError, Problems
from agir.pages.reading import read

from mutation import keys, lines, pages, texts, values  # noqa: F401 (they register their kinds)
from mutation.chance import KINDS
from mutation.repair import repair
from mutation.source import Mistake, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_TRIES = 3000


@dataclass(slots=True)
class Trial:
    """A mistake and what was said of it; `valid` after its repair, None when none was due."""

    mistake: Mistake
    problems: Problems
    valid: bool | None = None

    @property
    def refused(self) -> bool:
        """Whether anything was said."""
        return bool(self.problems)

    @property
    def on_line(self) -> bool:
        """Whether the first message of the file points to the line."""
        return self._first[:1] == (self.mistake.line,)

    @property
    def on_column(self) -> bool:
        """Whether it points to the column too."""
        return self._first == (self.mistake.line, self.mistake.col)

    @property
    def _first(self) -> tuple[int, ...]:
        places = sorted(p.place for p in self.problems if p.place.file == self.mistake.file)
        return places[0][1:] if places else ()


@dataclass(slots=True)
class Project:
    """A copy of the project that is broken and mended, one file at a time."""

    root: Path
    sources: list[Source] = field(default_factory=list, repr=False)
    spots: dict[str, list[tuple[Source, Any]]] = field(default_factory=dict, repr=False)
    known: Known = field(default_factory=Known, repr=False)

    def __post_init__(self) -> None:
        read(self.root, self.known)
        self.known.sure = True
        for folder, form in (("data", "*.yml"), ("docs", "*.md")):
            for path in sorted((self.root / folder).rglob(form)):
                file = path.relative_to(self.root).as_posix()
                self.sources.append(Source(file, path.read_text("utf-8")))
        taken = {s.node.value for f in self.sources for s in f.spots if s.what in ("id", "unit")}
        # Links lead to hand-written pages too.
        taken |= {Path(f.file).stem for f in self.sources if f.file.endswith(".md")}
        for source in self.sources:
            source.taken = taken
            page = source.file.endswith(".md")
            needs = "page row" if page else "row"
            for number in range(len(source.starts) - 2):
                self._add(needs, source, number)
            if page:
                self._add("page", source, None)
            for spot in source.spots:
                self._add(spot.what, source, spot)

    def _add(self, need: str, source: Source, spot: Any) -> None:
        self.spots.setdefault(need, []).append((source, spot))

    def mistakes(self, count: int, rng: Random) -> Iterator[Mistake]:
        """That many mistakes, of every kind in turn, each at a spot taken at random."""
        kinds = list(KINDS.items())
        for number in range(count):
            kind, (needs, make) = kinds[number % len(kinds)]
            for _ in range(_TRIES):
                source, spot = rng.choice(
                    self.spots[rng.choice([n for n in needs if n in self.spots])]
                )
                mistake = make(rng, source, spot)
                if mistake:
                    yield replace(mistake, kind=kind)
                    break
            else:
                raise LookupError(f"no spot for {kind}")

    def said(self, file: str, content: bytes) -> Problems:
        """What is said of the project with another content of one file, which is put back."""
        path = self.root / file
        before = path.read_bytes()
        path.write_bytes(content)
        self.known.pop(file, None)
        try:
            read(self.root, self.known)
        except ContentError as error:
            return error.problems
        finally:
            path.write_bytes(before)
            self.known.pop(file, None)
        return Problems()

    def trial(self, mistake: Mistake) -> Trial:
        """What is said of a mistake, and what its suggestion is worth."""
        trial = Trial(mistake, self.said(mistake.file, mistake.text.encode()))
        if mistake.repaired is not None:
            trial.valid = self._mended(mistake, trial.problems)
        return trial

    def _mended(self, mistake: Mistake, problems: Problems) -> bool:
        text: str | None = mistake.text
        for problem in sorted(problems, key=lambda p: p.place, reverse=True):
            if problem.place.file != mistake.file or text is None:
                return False
            text = repair(text, problem)
        if text is None:
            return False
        return text == mistake.repaired or not self.said(mistake.file, text.encode())
