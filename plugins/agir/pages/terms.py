"""Glossary terms: each is explained once on a page, where running text first uses it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from agir.content.fields import Lang
    from agir.content.model import Term

# Where a template wants the terms of the labels before it listed: a label cannot hold a button.
WORDS = "<!--words-->"
_TAG = re.compile(r"(<[^>]*>)")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
_RUNNING = ("p", "li", "dd", "td", "blockquote")
_NAMING = ("dt", "th", "caption", "figcaption")
# No button inside these, however deep; nor in words of another language or of the sources.
_SHUT = (
    "a", "button", "cite", "code", "h1", "h2", "h3", "label", "nav", "pre", "select",
    "summary", "svg",
)  # fmt: skip
_SHUT_BY = r'\slang="|class="tag|class="kicker"|class="sources"|role="status"'
# The tags that change whether a text may hold a button; all others are as good as text.
_TURN = re.compile(
    rf"<(?P<end>/?)(?P<name>{'|'.join((*_RUNNING, *_NAMING, *_SHUT))})(?=[\s>])[^>]*>"
    rf"|<(?P<other>[a-z]+)(?=[^>]*(?:{_SHUT_BY}))[^>]*>|{WORDS}"
)
_SHUTS = re.compile(_SHUT_BY)


@dataclass(frozen=True, slots=True)
class Use:
    """A term found in a text, with the words that name it there."""

    term: str
    words: str


@dataclass(slots=True)
class TermFinder:
    """Finds the terms of one language in text between tags; the longest name wins."""

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
        names = "|".join(_any_blank(form) for form in forms) or "(?!)"
        self.pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)

    def split(self, text: str) -> tuple[str | Use, ...]:
        """The text cut at every use of a term; joined again it is the text that came in."""
        if text not in self.found:
            self.found[text] = tuple(self._split(text))
        return self.found[text]

    def _split(self, text: str) -> Iterator[str | Use]:
        end = 0
        for match in self.pattern.finditer(text):
            yield text[end : match.start()]
            yield Use(self.by_form[_fold(match[0])], match[0])
            end = match.end()
        yield text[end:]


@dataclass(slots=True)
class Explainer:
    """Goes through the HTML of one page, from top to end."""

    finder: TermFinder
    button: Callable[[Use], str]
    listed: Callable[[list[Use]], str]
    explained: dict[str, None] = field(default_factory=dict)
    asked: dict[str, Use] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)  # the elements around a text, of those above

    def explain(self, html: str) -> str:
        """The page with a button at the first use of each term, and lists after labels."""
        pieces: list[str] = []
        at = 0
        while turn := _TURN.search(html, at):
            pieces.append(self._text(html[at : turn.start()]))
            at = turn.end()
            name = turn["name"] or turn["other"]
            if not name:
                pieces.append(self._list())
            elif turn["end"]:
                self._close(name)
                pieces.append(turn[0])
            elif name not in _SHUT and not _SHUTS.search(turn[0]):
                self.open.append(name)
                pieces.append(turn[0])
            else:
                at = _end_of(name, html, at)
                pieces.append(html[turn.start() : at])
                if name == "label":
                    self._ask(pieces[-1])
        return "".join([*pieces, self._text(html[at:])])

    def _text(self, text: str) -> str:
        if not self.open or self.open[-1] in _NAMING or not text.strip():
            return text
        return "".join(
            piece if piece.startswith("<") else self._running(piece) for piece in _TAG.split(text)
        )

    def _close(self, name: str) -> None:
        while name in self.open and self.open.pop() != name:
            pass

    def _ask(self, label: str) -> None:
        for piece in _TAG.split(label):
            for use in () if piece.startswith("<") else self.finder.split(piece):
                if isinstance(use, Use):
                    self.asked.setdefault(use.term, use)

    def _running(self, text: str) -> str:
        pieces: list[str] = []
        for piece in self.finder.split(text):
            if isinstance(piece, str):
                pieces.append(piece)
            elif piece.term in self.explained:
                pieces.append(piece.words)
            else:
                self.explained[piece.term] = None
                pieces.append(_joined(pieces, self.button(piece)))
        return "".join(pieces)

    def _list(self) -> str:
        uses = [use for term, use in self.asked.items() if term not in self.explained]
        self.explained |= dict.fromkeys(use.term for use in uses)
        self.asked.clear()
        return self.listed(uses) if uses else ""


def _end_of(name: str, html: str, start: int) -> int:
    """Where an element that was opened before `start` ends."""
    depth = 1
    for tag in _tags_of(name).finditer(html, start):
        depth += -1 if tag[0].startswith("</") else 1
        if not depth:
            return tag.end()
    return len(html)


@cache
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</?{name}(?=[\s>])[^>]*>")


def _joined(before: list[str], button: str) -> str:
    """A term's button, with the elided article before it: a line never breaks between them."""
    article = _ELIDED.search(before[-1]) if before else None
    if not article:
        return button
    before[-1] = before[-1][: article.start()]
    return f'<span class="together">{article[0]}{button}</span>'


def _any_blank(form: str) -> str:
    return r"\s".join(re.escape(word).replace("’", "['’]") for word in form.split())


def _fold(words: str) -> str:
    return " ".join(words.lower().replace("'", "’").split())
