"""What is wrong in the content: one record per mistake, with its place and what to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

from agir.content.characters import as_read, visible
from agir.content.limits import MAX_BYTES, MAX_PROBLEMS, MAX_SUGGESTION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from agir.content.fields import Lang
    from agir.content.message import Message


class Place(NamedTuple):
    """A point in a file: path from the project's root, line and column counted from 1."""

    file: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        return f"{on_one_line(self.file)}:{self.line}:{self.col}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `path` is where it stands in the data, `words` what fills its message."""

    code: str
    place: Place
    path: str = ""
    words: dict[str, str] = field(default_factory=dict)

    def message(self, lang: Lang) -> str:
        """What is wrong, in one sentence."""
        return _catalogue()[self.code].text[lang].format_map(self._words)

    def help(self, lang: Lang) -> str:
        """What to do about it, in one sentence."""
        message = _catalogue()[self.code]
        suggestion = self.words.get("near", "")
        return (message.near if suggestion and message.near else message.help)[lang].format_map(
            self._words
        )

    @property
    def _words(self) -> dict[str, str]:
        return {name: on_one_line(word) for name, word in self.words.items()}


def _catalogue() -> dict[str, Message]:
    from agir.content.messages import CATALOGUE  # noqa: PLC0415 (when all is well, nobody needs it)

    return CATALOGUE


class Problems(list[Problem]):
    """All the problems of one reading, in the order in which they were found.

    Of one file, the first hundred: a file made of mistakes must not take hours to complain about.
    """

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        super().__init__(found)
        self._of = Counter(problem.place.file for problem in self)

    def add(self, code: str, place: Place, path: str = "", **words: str) -> None:
        """Record a problem; `words` fill the placeholders of its message."""
        if len(words.get("near", "")) > MAX_SUGGESTION:
            words["near"] = ""
        self._of[place.file] += 1
        if self._of[place.file] <= MAX_PROBLEMS:
            self.append(Problem(code, place, path, words))
        elif self._of[place.file] == MAX_PROBLEMS + 1:
            self.append(
                Problem("too-many-problems", Place(place.file), "", {"most": str(MAX_PROBLEMS)})
            )

    def __iadd__(self, found: Iterable[Problem]) -> Self:  # type: ignore[misc, override]
        """Add those of another reading: the limit is that of a file, not of a reading."""
        for problem in found:
            self.add(problem.code, problem.place, problem.path, **problem.words)
        return self

    def enough(self, file: str) -> bool:
        """Whether no other problem of a file would be told."""
        return self._of[file] > MAX_PROBLEMS

    def near(self, place: Place, word: str, known: Collection[str]) -> str:
        """The known word closest to one that stands at a place, while its file has few problems."""
        return nearest(word, known) if self._of[place.file] < MAX_PROBLEMS else ""


class ContentError(Exception):
    """The content cannot be used; `problems` says why."""

    def __init__(self, problems: Problems) -> None:
        lines = [f"{p.place}: {p.message('fr')} = {p.help('fr')}" for p in problems]
        super().__init__("\n".join(lines))
        self.problems = problems


def on_one_line(text: str) -> str:
    """A name or a value as a message shows it: it can neither hide nor start a line of its own."""
    return visible(text).replace("\n", " ")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word closest to `word`, or an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 (when all is well, nobody needs it)

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def show(problems: Problems, lang: Lang, root: Path) -> str:
    """All problems as text: file:line:col, the sentence, the excerpt with a caret, what to do."""
    sources: dict[str, list[str]] = {}
    blocks = []
    for problem in sorted(problems, key=lambda problem: problem.place):
        file = problem.place.file
        if file not in sources:
            sources[file] = _lines(root / file)
        blocks.append(_block(problem, lang, sources[file]))
    return "\n\n".join(blocks)


def summary(count: int, lang: Lang) -> str:
    """The closing line of a check: how many problems there are, and where they are explained."""
    if lang == "fr":
        many = f"{count} problème{'s' if count > 1 else ''} dans le contenu."
        return f"{many} La page messages/ du site donne un exemple de chaque code."
    many = f"{count} problem{'s' if count != 1 else ''} in the content."
    return f"{many} The page en/messages/ of the site has an example of each code."


def _lines(path: Path) -> list[str]:
    """The lines of a file to quote from; none of what a link leads to, or of a huge file."""
    if not path.is_file() or path.is_symlink() or path.stat().st_size > MAX_BYTES:
        return []
    return as_read(path.read_bytes().decode("utf-8-sig", "replace")).split("\n")


def _block(problem: Problem, lang: Lang, lines: list[str]) -> str:
    error, advice = ("erreur", "aide ") if lang == "fr" else ("error", "help")
    place = problem.place
    path = f"{problem.path}{' ' if lang == 'fr' else ''}: " if problem.path else ""
    text = [f"{place}: {error}[{problem.code}] {path}{problem.message(lang)}"]
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    excerpt, caret = _excerpt(line, place.col - 1)
    if excerpt.strip("… "):
        text += [f"{place.line:>5} | {excerpt}", f"      | {' ' * caret}^"]
    text.append(f"      = {advice}: {problem.help(lang)}")
    return visible("\n".join(text))


def _excerpt(line: str, col: int, width: int = 96) -> tuple[str, int]:
    """The part of a long line around `col`, and where the caret stands in it."""
    start = max(0, col - width // 2) if len(line) > width else 0
    excerpt = ("…" if start else "") + line[start : start + width].rstrip()
    return excerpt.replace("\t", " "), col - start + (1 if start else 0)
