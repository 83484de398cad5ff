"""Content that never was: seeded, varied, in two languages, of any size.

Each text is drawn anew, so that nothing is won by remembering one. A page has about 250 words,
8 checklist items, 3 links and a table; there are ten sections.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

Lang = Literal["fr", "en"]
LANGS: tuple[Lang, Lang] = ("fr", "en")
SECTIONS = 10
TERMS = 20

_WORDS: dict[Lang, str] = {
    "fr": """accueil action aide ami année appel atelier avenir besoin bilan calendrier centre
    chemin choix comité communauté confiance conseil décision dialogue difficulté durée école
    écoute effort élan enfant enjeu équipe espace étape expérience famille geste groupe habitude
    histoire idée intention jeu journée langage lecture lien lieu local main marche matin mesure
    milieu moment mot municipalité objectif organisme outil parent parole partage partenaire
    parcours pas personne place plaisir planification pouvoir preuve projet quartier question
    récit regard rencontre réponse réseau résultat retour réunion rue rythme saison santé savoir
    semaine sens service soir soutien suite table temps territoire transition travail valeur vie
    village vision voisin voix""",
    "en": """action afternoon aim answer area attention balance beginning book building calendar
    care centre chance child choice circle city committee community conversation council day
    decision detail dialogue difficulty early effort evening event example experience family
    feeling friend garden goal group habit hand health home hour idea intention invitation issue
    kitchen knowledge language lesson level library link listening market meeting member message
    moment morning neighbour network noise number organization outcome page parent park part
    partner path people person place plan play pleasure power practice project proof question
    reading region result rhythm road room rule school season sense service shelf sign space
    speech step story street support table team time tool town transition trust value village
    vision visit voice walk week winter word work year""",
}  # fmt: skip
_SMALL: dict[Lang, str] = {
    "fr": "le la les un une des de du dans avec pour par sans sous et ou mais qui que où chaque",
    "en": "the a an of in with for by without under and or but who that where each every some",
}
_VERBS: dict[Lang, str] = {
    "fr": "aide ouvre change porte prend donne montre garde nomme relie prépare demande écoute",
    "en": "helps opens changes carries takes gives shows keeps names ties prepares asks hears",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of an entry: paragraphs of Markdown by language, a table on one of them."""

    id: str
    title: dict[Lang, str]
    paragraphs: dict[Lang, list[str]]
    columns: dict[Lang, list[str]]  # the heads of its table; empty without one
    rows: dict[Lang, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: a page in each language. Links in its text lead to `entry:<id>`."""

    id: str
    section: int
    title: dict[Lang, str]
    summary: dict[Lang, str]
    body: dict[Lang, list[str]]
    parts: list[Part]
    questions: dict[Lang, list[str]]
    related: list[str]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site: one of ten."""

    id: str
    title: dict[Lang, str]
    summary: dict[Lang, str]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, which texts use."""

    id: str
    title: dict[Lang, str]
    definition: dict[Lang, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All the content of a site of `size` entries a language."""

    sections: list[Section]
    items: list[Item]
    terms: list[Term]


class _Author:
    """Writes texts of one language, the same for the same seed."""

    def __init__(self, lang: Lang, seed: int) -> None:
        self.random = random.Random(f"{lang} {seed}")
        self.see = {"fr": "Voir", "en": "See"}[lang]
        self.words = _WORDS[lang].split()
        self.small = _SMALL[lang].split()
        self.verbs = _VERBS[lang].split()
        self.terms = [" ".join(self.random.sample(self.words, 2)) for _ in range(TERMS)]

    def title(self) -> str:
        """Two to five words."""
        return " ".join(self.random.choices(self.words, k=self.random.randint(2, 5))).capitalize()

    def sentence(self, length: int) -> str:
        """About `length` words, with an accent, a colon or an apostrophe here and there."""
        words: list[str] = []
        while len(words) < length:
            words += [self.random.choice(self.small), self.random.choice(self.words)]
            if len(words) == 2 or self.random.random() < 0.2:  # noqa: PLR2004
                words.append(self.random.choice(self.verbs))
        turn = self.random.random()
        if turn < 0.1:  # noqa: PLR2004
            words[len(words) // 2] += " :"
        elif turn < 0.3:  # noqa: PLR2004
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + ("?" if turn > 0.9 else ".")  # noqa: PLR2004

    def paragraph(self, words: int, links: list[str]) -> str:
        """Sentences with a stress or a link among them; one paragraph in five is a list."""
        sentences: list[str] = []
        while sum(text.count(" ") + 1 for text in sentences) < words:
            sentences.append(self.sentence(self.random.randint(6, 18)))
        place = self.random.randrange(len(sentences))
        if self.random.random() < 0.5:  # noqa: PLR2004
            sentences[place] += f" {self.random.choice(self.terms).capitalize()}."
        for target in links:
            sentences[place] += f" {self.see} [{self.title().lower()}](entry:{target})."
        if self.random.random() < 0.3:  # noqa: PLR2004
            sentences[-1] += f" **{self.title()}**, *{self.random.choice(self.words)}*."
        if self.random.random() < 0.2:  # noqa: PLR2004
            return "\n".join(f"- {sentence}" for sentence in sentences)
        return " ".join(sentences)


def corpus(size: int, seed: int = 1) -> Corpus:
    """A site of `size` entries a language."""
    shape = random.Random(seed)
    authors = {lang: _Author(lang, seed) for lang in LANGS}
    sections = [
        Section(
            f"section-{number}",
            {lang: f"{author.title()} {number}" for lang, author in authors.items()},
            {lang: author.sentence(12) for lang, author in authors.items()},
        )
        for number in range(1, SECTIONS + 1)
    ]
    ids = [f"entry-{number}" for number in range(1, size + 1)]
    items = [_item(ids, number, shape, authors) for number in range(size)]
    terms = [
        Term(
            f"term-{number}",
            {lang: author.terms[number] for lang, author in authors.items()},
            {lang: author.sentence(14) for lang, author in authors.items()},
        )
        for number in range(TERMS)
    ]
    return Corpus(sections, items, terms)


def _item(ids: list[str], number: int, shape: random.Random, authors: dict[Lang, _Author]) -> Item:
    links = [shape.choice(ids) for _ in range(3)]
    spread: list[list[str]] = [[], [], [], []]  # which paragraph has which links
    for link in links:
        shape.choice(spread).append(link)
    sizes = [shape.randint(25, 75) for _ in spread]

    def paragraphs(numbers: tuple[int, ...]) -> dict[Lang, list[str]]:
        return {
            lang: [author.paragraph(sizes[n], spread[n]) for n in numbers]
            for lang, author in authors.items()
        }

    columns, rows = shape.randint(2, 4), shape.randint(2, 5)
    table = (
        {lang: [a.title() for _ in range(columns)] for lang, a in authors.items()},
        {
            lang: [[a.sentence(4) for _ in range(columns)] for _ in range(rows)]
            for lang, a in authors.items()
        },
    )
    none: tuple[dict[Lang, list[str]], dict[Lang, list[list[str]]]]
    none = ({"fr": [], "en": []}, {"fr": [], "en": []})
    parts = [
        Part(
            f"{ids[number]}-part-{index}",
            {lang: author.title() for lang, author in authors.items()},
            paragraphs((index + 1,)),
            *(table if index == 1 else none),
        )
        for index in range(3)
    ]
    asked = shape.randint(6, 10)
    return Item(
        ids[number],
        number % SECTIONS,
        {lang: f"{author.title()} {number + 1}" for lang, author in authors.items()},
        {lang: author.sentence(14) for lang, author in authors.items()},
        paragraphs((0,)),
        parts,
        {
            lang: [author.sentence(12).rstrip(".?") + "?" for _ in range(asked)]
            for lang, author in authors.items()
        },
        sorted({shape.choice(ids) for _ in range(3)} - {ids[number]}),
    )
