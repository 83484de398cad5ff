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
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[\w-]+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
_RUNNING = frozenset(("p", "li", "dd", "td", "blockquote"))
_OPEN = _RUNNING | {"dt", "th", "caption", "figcaption"}
# No button inside these, however deep; nor in words of another language or of the sources.
_CLOSED = {"a", "button", "cite", "code", "h1", "h2", "h3", "label", "nav", "pre", "select"}
_CLOSED |= {"summary", "svg"}
_CLOSED_BY = re.compile(r'\slang="|class="tag|class="kicker"|class="sources"|role="status"')
_NOTHING, _TURN, _SHUT = range(3)  # what a tag does to the text after it


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

    def explain(self, html: str) -> str:
        """The page with a button at the first use of each term, and lists after labels."""
        out: list[str] = []
        done = 0  # what stands before is in `out`
        around: list[str] = []  # the elements that a text stands in, of those that matter
        at = html.find("<")
        while at >= 0:
            after = html.index(">", at) + 1
            tag = html[at:after]
            name, kind = _ROLES.get(tag) or _role(tag)
            if kind == _SHUT:
                inside, after = after, _end_of(name, html, after)
                if name == "label":
                    self._ask(html[inside:after])
            elif kind == _TURN:
                _turn(name, around)
            elif tag == WORDS:
                out += (html[done:at], self._list())
                done = after
            at = html.find("<", after)
            if around and around[-1] in _RUNNING:
                text = html[after:at]
                if (found := self._running(text)) is not text:
                    out += (html[done:after], found)
                    done = at
        return "".join((*out, html[done:]))

    def _ask(self, label: str) -> None:
        for piece in _TAG.split(label):
            for use in self.finder.split(piece):
                if isinstance(use, Use):
                    self.asked.setdefault(use.term, use)

    def _running(self, text: str) -> str:
        """A text with buttons; the same object when it uses no term."""
        found = self.finder.split(text)
        if len(found) == 1:
            return text
        pieces: list[str] = []
        for piece in found:
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


def _role(tag: str) -> tuple[str, int]:
    """The name of a tag (of the end of an element with its /), and what it does to what follows."""
    name, blank, _ = tag[1:-1].partition(" ")
    if name in _CLOSED or (blank and _CLOSED_BY.search(tag)):
        role = (name, _SHUT)
    else:
        role = (name, _TURN if name.removeprefix("/") in _OPEN else _NOTHING)
    if not blank:
        _ROLES[tag] = role
    return role


_ROLES: dict[str, tuple[str, int]] = {}  # of the tags without attributes, most of a page


def _turn(name: str, around: list[str]) -> None:
    """Enter an element, or leave it with those inside it that have no end of their own."""
    if not name.startswith("/"):
        around.append(name)
        return
    while name[1:] in around and around.pop() != name[1:]:
        pass


def _end_of(name: str, html: str, start: int) -> int:
    """Where an element that was opened before `start` ends."""
    close = f"</{name}>"
    depth = 1
    while depth and (end := html.find(close, start)) >= 0:
        depth += html.count(f"<{name} ", start, end) + html.count(f"<{name}>", start, end) - 1
        start = end + len(close)
    return start


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
