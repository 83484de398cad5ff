"""Glossary terms: each is explained once on a page, where running text first uses it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from agir.content.fields import Lang
    from agir.content.model import Term

# Where a template wants the terms of the labels before it listed: a label cannot hold a button.
WORDS = "<!--words-->"
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"[a-z0-9]+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
_VOID = {"br", "hr", "img", "input", "wbr"}
_RUNNING = {"p", "li", "dd", "td", "blockquote"}
_NAMING = {"dt", "th", "caption", "figcaption"}
# No button inside these, however deep; nor in words of another language or of the sources.
_SHUT = {
    "a", "button", "cite", "code", "h1", "h2", "h3", "label", "nav", "pre", "select",
    "summary", "svg",
}  # fmt: skip
_SHUT_BY = (' lang="', 'class="tag', 'class="kicker"', 'class="sources"', 'role="status"')


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
    open: list[tuple[str, str]] = field(default_factory=list)

    def explain(self, html: str) -> str:
        """The page with a button at the first use of each term, and lists after labels."""
        return "".join(self._piece(piece) for piece in _TAG.split(html))

    def _piece(self, piece: str) -> str:
        if piece == WORDS:
            return self._list()
        if piece.startswith("<"):
            self._tag(piece)
            return piece
        place = self._place()
        if place == "label":
            for use in self.finder.split(piece):
                if isinstance(use, Use):
                    self.asked.setdefault(use.term, use)
        return self._running(piece) if place == "running" else piece

    def _place(self) -> str:
        return self.open[-1][1] if self.open else ""

    def _tag(self, tag: str) -> None:
        match = _NAME.search(tag)
        name = match[0] if match else ""
        if tag.startswith("</"):
            while self.open and self.open.pop()[0] != name:
                pass
        elif name not in _VOID and not tag.endswith("/>"):
            self.open.append((name, self._place_in(name, tag)))

    def _place_in(self, name: str, tag: str) -> str:
        place = self._place()
        if place in ("shut", "label"):
            return place
        if name in _SHUT or any(mark in tag for mark in _SHUT_BY):
            return "label" if name == "label" else "shut"
        if name in _RUNNING:
            return "running"
        return "" if name in _NAMING else place

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
