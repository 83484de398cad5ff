"""Glossary terms: each is explained once on a page, where running text first uses it.

A template says which texts are running text (`|run`, and all Markdown) and which are labels
(`|label`). Terms are marked in a text once, however many pages show it; on a page, marks become
buttons or plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from agir.content.fields import Lang
    from agir.content.model import Term

# Characters that no text of the content may hold: a term is MARK, its id, BETWEEN, the words that
# name it, END. Before the id of one in a label stands LABEL; LIST asks for those of the labels.
_MARK, _BETWEEN, _END = "\x02\x1f\x03"
_LABEL, _LIST = "?", "!"
WORDS = f"{_MARK}{_LIST}{_BETWEEN}{_END}"
_WORD = re.compile(r"[\w-]+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’$", re.IGNORECASE)
# What running text may hold that is none: links and code, of which none stands in another.
_APART = re.compile(r"(<a[ >].*?</a>|<code>.*?</code>|<pre>.*?</pre>|<[^>]*>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Use:
    """A term found in a text, with the words that name it there."""

    term: str
    words: str


@dataclass(slots=True)
class TermFinder:
    """Finds the terms of one language in text between tags; the longest name wins.

    `starts` are the first words of their names, each with the pattern of the names it begins:
    most texts hold none of these words, and a pattern of all names would be tried at every word.
    """

    terms: Iterable[Term]
    lang: Lang
    by_form: dict[str, str] = field(default_factory=dict)
    starts: dict[str, re.Pattern[str]] = field(default_factory=dict)
    mark: Callable[..., str] = field(init=False)

    def __post_init__(self) -> None:
        self.mark = lru_cache(maxsize=16384)(self._mark)
        for term in self.terms:
            for form in getattr(term.forms, self.lang):
                self.by_form[_fold(form)] = term.id
        groups: dict[str, list[str]] = {}
        for form in sorted(self.by_form, key=len, reverse=True):
            groups.setdefault(_WORD.findall(form)[0], []).append(_any_blank(form))
        for start, forms in groups.items():
            names = "|".join(forms)
            self.starts[start] = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)

    def _mark(self, html: str, prefix: str = "") -> str:
        """Safe HTML of a text, every use of a term in it marked."""
        pieces = _APART.split(html) if "<" in html else [html]
        pieces[::2] = [self._marked(piece, prefix) for piece in pieces[::2]]
        return "".join(pieces)

    def label(self, html: str) -> str:
        """The same for a label, which holds no button."""
        return self.mark(html, _LABEL)

    def _marked(self, text: str, prefix: str) -> str:
        lower = text.lower()
        starts = self.starts.keys() & set(_WORD.findall(lower))
        if not starts:
            return text
        pieces: list[str] = []
        done = 0
        for at, start in sorted(_places(starts, lower)):
            use = self.starts[start].match(text, at) if at >= done else None
            if use:
                term = self.by_form[_fold(use[0])]
                pieces += (text[done:at], _MARK, prefix, term, _BETWEEN, use[0], _END)
                done = use.end()
        return "".join((*pieces, text[done:]))


def _places(words: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """Where words stand in a text, also inside other words."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, word
            at = text.find(word, at + 1)


@dataclass(slots=True)
class Explainer:
    """Goes through the HTML of one page, from top to end."""

    button: Callable[[Use], str]
    listed: Callable[[list[Use]], str]
    explained: dict[str, None] = field(default_factory=dict)
    asked: dict[str, Use] = field(default_factory=dict)

    def explain(self, html: str) -> str:
        """The page with a button at the first use of each term, and lists after labels."""
        first, *rest = html.split(_MARK)
        pieces = [first]
        for piece in rest:
            term, _, words = piece.partition(_BETWEEN)
            words, _, after = words.partition(_END)
            if term == _LIST:
                pieces.append(self._list())
            elif term.startswith(_LABEL):
                self.asked.setdefault(term[1:], Use(term[1:], words))
                pieces.append(words)
            elif term in self.explained:
                pieces.append(words)
            else:
                self.explained[term] = None
                pieces.append(_joined(pieces, self.button(Use(term, words))))
            pieces.append(after)
        return "".join(pieces)

    def _list(self) -> str:
        uses = [use for term, use in self.asked.items() if term not in self.explained]
        self.explained |= dict.fromkeys(use.term for use in uses)
        self.asked.clear()
        return self.listed(uses) if uses else ""


def _joined(before: list[str], button: str) -> str:
    """A term's button, with the elided article before it: a line never breaks between them."""
    elided = before and before[-1].endswith("’")  # else every word before it would be tried
    article = _ELIDED.search(before[-1]) if elided else None
    if not article:
        return button
    before[-1] = before[-1][: article.start()]
    return f'<span class="together">{article[0]}{button}</span>'


def _any_blank(form: str) -> str:
    return r"\s".join(re.escape(word).replace("’", "['’]") for word in form.split())


def _fold(words: str) -> str:
    return " ".join(words.lower().replace("'", "’").split())
