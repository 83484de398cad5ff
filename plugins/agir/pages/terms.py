"""Glossary terms in running text: found once per text, explained once per page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agir.content.fields import Lang
    from agir.content.model import Term

_TAG = re.compile(r"(<[^>]*>)")
_SKIP = ("a", "code", "pre", "button")


@dataclass(frozen=True, slots=True)
class Use:
    """A term found in a text, with the words that name it there."""

    term: str
    words: str


@dataclass(slots=True)
class TermFinder:
    """Finds the terms of one language in safe HTML; the longest name wins."""

    terms: Iterable[Term]
    lang: Lang
    by_form: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(init=False)
    found: dict[str, tuple[str | Use, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.terms:
            for form in getattr(term.forms, self.lang):
                self.by_form[_fold(form)] = term.id
        forms = sorted(self.by_form, key=len, reverse=True)
        names = "|".join(re.escape(form).replace("’", "['’]") for form in forms) or "(?!)"
        self.pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)

    def split(self, html: str) -> tuple[str | Use, ...]:
        """The HTML cut at every use of a term; joined again it is the HTML that came in."""
        if html not in self.found:
            self.found[html] = tuple(self._split(html))
        return self.found[html]

    def _split(self, html: str) -> Iterator[str | Use]:
        inside = 0
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                name = piece.strip("</>").partition(" ")[0]
                if name in _SKIP:
                    inside += -1 if piece.startswith("</") else 1
                yield piece
            elif inside:
                yield piece
            else:
                yield from self._uses(piece)

    def _uses(self, text: str) -> Iterator[str | Use]:
        end = 0
        for match in self.pattern.finditer(text):
            yield text[end : match.start()]
            yield Use(self.by_form[_fold(match[0])], match[0])
            end = match.end()
        yield text[end:]


def _fold(words: str) -> str:
    return words.lower().replace("'", "’").replace("\u00a0", " ")
