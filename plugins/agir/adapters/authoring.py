"""`agir new`: asks the few questions that an entry needs and writes its file, which is sound."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.fields import TO_TRANSLATE, Text
from agir.content.names import fault, slug_fault
from agir.content.nodes import Scalar
from agir.content.problems import Place, Problem
from agir.content.repairs import quoted
from agir.content.scalars import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agir.content.fields import Lang
    from agir.content.library import Library

    Ask = Callable[[str], str]  # shows a question, returns what was typed
    Say = Callable[[str], None]

WORDS: dict[str, dict[Lang, str]] = {
    "title": {"fr": "Titre, en français", "en": "Title, in French"},
    "title_en": {
        "fr": "Titre, en anglais (vide : à traduire plus tard)",
        "en": "Title, in English (empty: to be translated later)",
    },
    "id": {"fr": "Identifiant", "en": "Id"},
    "slug": {
        "fr": "Derniers mots de l'adresse, en français",
        "en": "Last words of the address, in French",
    },
    "slug_en": {
        "fr": "Derniers mots de l'adresse, en anglais",
        "en": "Last words of the address, in English",
    },
    "publisher": {"fr": "Qui l'offre", "en": "Who offers it"},
    "url": {
        "fr": "Adresse de sa page chez l'éditeur (vide : inconnue)",
        "en": "Address of its page at the publisher's (empty: unknown)",
    },
    "summary": {
        "fr": "En une phrase, ce que c'est",
        "en": "In one sentence, what it is, in French",
    },
    "use_when": {
        "fr": "En une phrase, quand s'en servir (« Utilisez-le quand… »)",
        "en": "In one sentence, when to use it, in French",
    },
    "steps": {
        "fr": "À quelles étapes il sert (numéros, séparés par des virgules)",
        "en": "Which steps it serves (numbers, separated by commas)",
    },
    "definition": {
        "fr": "Définition, en une phrase",
        "en": "Definition, in one sentence, in French",
    },
    "translation": {
        "fr": "La même phrase en anglais (vide : à traduire plus tard)",
        "en": "The same sentence in English (empty: to be translated later)",
    },
    "taken": {"fr": "{} existe déjà.", "en": "{} already exists."},
    "not_a_number": {
        "fr": "Des numéros de 1 à {}, séparés par des virgules.",
        "en": "Numbers from 1 to {}, separated by commas.",
    },
}


@dataclass(slots=True)
class Author:
    """A conversation: each answer is looked at before the next question."""

    library: Library
    lang: Lang
    ask: Ask
    say: Say

    def tool(self) -> tuple[str, str]:
        """A tool of somebody else: its file and the text of it."""
        title, title_en, id_ = self._named("")
        slug = self._until("slug", self._slug, _as_name(title))
        slug_en = self._until("slug_en", self._slug, id_)
        publisher = self._text("publisher")
        url = self._until("url", lambda value: self._name(value, "url") if value else "")
        summary, use_when = self._both("summary"), self._both("use_when")
        steps = self._steps()
        links = f"links:\n  - url: {quoted(url)}\n    languages: [fr]\n    checked: null\n"
        return f"data/tools/{id_}.yml", (
            f"id: {id_}\n{_both_lines('title', (title, title_en))}"
            f"slug: {{fr: {quoted(slug)}, en: {quoted(slug_en)}}}\n"
            f"publisher: {quoted(publisher)}\n"
            f"{_both_lines('summary', summary)}{_both_lines('use_when', use_when)}"
            f"{links if url else 'links: []' + chr(10)}languages: [fr]\ngroup_size: unknown\n"
            f"minutes: unknown\naccess: unknown\nlicence: unknown\nseen: name\n"
            f"steps: [{', '.join(steps)}]\norigin: editorial\n"
        )

    def term(self) -> tuple[str, str]:
        """A word of the glossary: its file and the text of it."""
        title, title_en, id_ = self._named("term-")
        definition = self._both("definition")
        english = [quoted(title_en.lower())] if title_en else []
        return f"data/glossary/{id_}.yml", (
            f"id: {id_}\n{_both_lines('title', (title, title_en))}"
            f"{_both_lines('definition', definition)}"
            f"forms:\n  fr: [{quoted(title.lower())}]\n  en: [{', '.join(english)}]\n"
            f"origin: editorial\n"
        )

    def _named(self, start: str) -> tuple[str, str, str]:
        title, english = self._text("title"), self._text("title_en", empty=True)
        return title, english, self._until("id", self._id, start + _as_name(english or title))

    def _both(self, name: str) -> tuple[str, str]:
        return self._text(name), self._text("translation", empty=True)

    def _text(self, name: str, *, empty: bool = False) -> str:
        def check(value: str) -> str:
            found = [] if empty and not value else faults(Scalar(value, Place("")), Text, "fr")
            return next((self._said(code, words) for code, _, words in found), "")

        return self._until(name, check)

    def _steps(self) -> list[str]:
        steps = self.library.collections["steps"]
        for number, step in enumerate(steps, 1):
            self.say(f"  {number}. {step.title.get(self.lang)[0]}")
        while True:
            answer = self.ask(f"{WORDS['steps'][self.lang]} : ")
            numbers = re.findall(r"\d+", answer)
            if numbers and all(0 < int(number) <= len(steps) for number in numbers):
                return [steps[int(number) - 1].id for number in dict.fromkeys(numbers)]
            self.say(WORDS["not_a_number"][self.lang].format(len(steps)))

    def _until(self, name: str, check: Callable[[str], str], proposed: str = "") -> str:
        """Ask until `check` has nothing to say; an empty answer takes what is proposed."""
        offer = f" [{proposed}]" if proposed else ""
        while True:
            answer = self.ask(f"{WORDS[name][self.lang]}{offer} : ").strip() or proposed
            wrong = check(answer)
            if not wrong:
                return answer
            self.say(f"  {wrong}")

    def _said(self, code: str, words: dict[str, str]) -> str:
        problem = Problem(code, Place(""), words=words)
        return f"{problem.message(self.lang)} : {problem.help(self.lang)}"

    def _name(self, value: str, kind: str) -> str:
        """What is wrong with an id, an address or the last words of one."""
        code = slug_fault(value) if kind == "slug" else fault(kind, value)
        return self._said(code, {"value": value[:40]}) if code else ""

    def _slug(self, value: str) -> str:
        return self._name(value, "slug")

    def _id(self, value: str) -> str:
        known = self.library.by_id.keys() | {moved.old for moved in self.library.moved.ids}
        if value in known:
            return WORDS["taken"][self.lang].format(value)
        return self._name(value, "id")


KINDS = {"tool": Author.tool, "term": Author.term}


def new(root: Path, kind: str, author: Author) -> str:
    """Ask, then write; returns the file, from the root.

    Raises OSError when it cannot be written, EOFError when there are no more answers.
    """
    file, text = KINDS[kind](author)
    with (root / file).open("x", encoding="utf-8") as opened:
        opened.write(text)
    return file


def _both_lines(key: str, texts: tuple[str, str]) -> str:
    french, english = texts
    return f"{key}:\n  fr: {quoted(french)}\n  en: {quoted(english) if english else TO_TRANSLATE}\n"


def _as_name(title: str) -> str:
    """What an id or an address could be, from a title: its author decides."""
    plain = unicodedata.normalize("NFKD", title.replace("’", "'").lower())
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    return "-".join(word for word in words if len(word) > 1)[:60].strip("-")
