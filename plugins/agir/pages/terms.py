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
_WORD = re.compile(r"[\w-]+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
_RUNNING = frozenset(("p", "li", "dd", "td", "blockquote"))
_OPEN = _RUNNING | {"dt", "th", "caption", "figcaption"}
# No button inside these, however deep; nor in words of another language or of the sources.
_SHUT = {"a", "button", "cite", "code", "h1", "h2", "h3", "label", "nav", "pre", "select"}
_SHUT |= {"summary", "svg"}
_SHUT_BY = re.compile(r'\slang="|class="tag|class="kicker"|class="sources"|role="status"')


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
    starts: set[str] = field(default_factory=set)  # the first words of the forms
    found: dict[str, tuple[str | Use, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.terms:
            for form in getattr(term.forms, self.lang):
                self.by_form[_fold(form)] = term.id
                self.starts.add(_WORD.findall(_fold(form))[0])
        forms = sorted(self.by_form, key=len, reverse=True)
        names = "|".join(_any_blank(form) for form in forms) or "(?!)"
        self.pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)

    def split(self, text: str) -> tuple[str | Use, ...]:
        """The text cut at every use of a term; joined again it is the text that came in."""
        if text not in self.found:
            # The pattern tries every form at every word; most texts hold the start of none.
            none = self.starts.isdisjoint(_WORD.findall(text.lower()))
            self.found[text] = (text,) if none else tuple(self._split(text))
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
    around: list[str] = field(default_factory=list)  # the elements a text stands in
    shut: str = ""  # the element around, in which nothing is explained
    depth: int = 0  # how many of its name are open

    def explain(self, html: str) -> str:
        """The page with a button at the first use of each term, and lists after labels."""
        pieces = _TAG.split(html)
        for index in range(1, len(pieces), 2):
            tag, text = pieces[index], pieces[index + 1]
            if self.shut:
                self._leave(tag)
            elif tag == WORDS:
                pieces[index] = self._list()
            else:
                self._turn(tag)
            if not text.strip():
                continue
            if self.shut == "label":
                self._ask(text)
            elif not self.shut and self.around and self.around[-1] in _RUNNING:
                pieces[index + 1] = self._running(text)
        return "".join(pieces)

    def _turn(self, tag: str) -> None:
        """Enter or leave an element that changes whether a text may hold a button."""
        if tag.startswith("</"):
            name = tag[2:-1]
            while name in self.around and self.around.pop() != name:
                pass
            return
        name = tag[1 : tag.find(" ")] if " " in tag else tag[1:-1]
        if name in _SHUT or (" " in tag and _SHUT_BY.search(tag)):
            self.shut, self.depth = name, 1
        elif name in _OPEN:
            self.around.append(name)

    def _leave(self, tag: str) -> None:
        """Count the ends of the element in which nothing is explained."""
        if tag == f"</{self.shut}>":
            self.depth -= 1
            self.shut = self.shut if self.depth else ""
        elif tag.startswith((f"<{self.shut} ", f"<{self.shut}>")):
            self.depth += 1

    def _ask(self, text: str) -> None:
        for use in self.finder.split(text):
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
