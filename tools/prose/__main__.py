"""Advice on the prose: spelling, typography, long sentences, hard pages. `make prose` prints it.

It never fails: a rule that stops a community worker over a word is a bad rule. Spelling is that of
cspell, with its French and Canadian English dictionaries and the words of `words.txt`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from agir.content.fields import LANGS
from agir.content.problems import ContentError
from agir.pages.reading import read
from bench.place import AUDIT, MissingError, with_npm
from project import ROOT

from prose.lines import Line, lines_of
from prose.reading import LONGEST, ease, sentences, syllables, words
from prose.typography import advice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang

PACKAGES = "cspell@9.8.0 @cspell/dict-fr-fr@2.3.2 @cspell/dict-en-ca@1.0.56"
_UNKNOWN = re.compile(r":(\d+):\d+ - Unknown word \((.*)\)$")
_HARD = 50  # Flesch's "fairly difficult" and above
_LEAST = 60  # words: a page with fewer has no reading level
_SHOWN = 10


def main() -> None:
    """Print the advice, language by language."""
    try:
        content = read(ROOT)
    except ContentError:
        print("Il y a des erreurs : make check d'abord. / There are mistakes: make check first.")
        return
    for lang in LANGS:
        lines = list(lines_of(content, lang))
        print(f"\n== {lang}: {len(lines)} textes / texts")
        try:
            report("orthographe / spelling", [*spelling(lines, lang)])
        except MissingError as reason:
            print(f"orthographe / spelling: {reason}")
        report("typographie / typography", [*typography(lines, lang)])
        report(
            f"phrases de plus de {LONGEST} mots / sentences above that", [*long_ones(lines, lang)]
        )
        hard = sorted(levels(lines, lang))
        report(f"pages difficiles / hard pages (< {_HARD})", [said for _, said in hard][:_SHOWN])


def report(what: str, found: list[str]) -> None:
    """Print what was found under its name, and how much."""
    print(f"\n{what}: {len(found)}")
    for said in found:
        print(f"  {said}")


def spelling(lines: list[Line], lang: Lang) -> Iterator[str]:
    """Words that no dictionary has. Raises MissingError when cspell cannot be had."""
    modules = with_npm(PACKAGES, AUDIT)
    folder = AUDIT / "prose"
    folder.mkdir(parents=True, exist_ok=True)
    names = Path(__file__).with_name("words.txt").read_text("utf-8").split()
    # English texts name things in French, and say so in italics.
    dictionaries = {"fr": ["dict-fr-fr"], "en": ["dict-en-ca", "dict-fr-fr"]}[lang]
    configuration = {
        "version": "0.2",
        "language": {"fr": "fr", "en": "en-CA,fr"}[lang],
        "import": [str(modules / f"@cspell/{name}/cspell-ext.json") for name in dictionaries],
        "words": names,
    }
    (folder / "cspell.json").write_text(json.dumps(configuration), "utf-8")
    (folder / f"{lang}.txt").write_text(
        "\n".join(" ".join(line.words.split()) for line in lines), "utf-8"
    )
    command = [shutil.which("node") or "node", str(modules / "cspell/bin.mjs"), "lint"]
    options = ["--no-progress", "--no-summary", "--config", "cspell.json", f"{lang}.txt"]
    done = subprocess.run(
        [*command, *options], cwd=folder, capture_output=True, text=True, check=False
    )
    for said in done.stdout.splitlines():
        if found := _UNKNOWN.search(said):
            line = lines[int(found[1]) - 1]
            yield f"{line.place} {line.path}: {found[2]}"


def typography(lines: list[Line], lang: Lang) -> Iterator[str]:
    """What the Office québécois de la langue française advises against, as it was typed."""
    for line in lines:
        for said in advice(line.typed, lang):
            yield f"{line.place} {line.path}: {said}"


def long_ones(lines: list[Line], lang: Lang) -> Iterator[str]:
    """Sentences that a reader loses on the way."""
    for line in lines:
        for sentence in sentences(line.words):
            if (count := len(words(sentence))) > LONGEST:
                yield f"{line.place} {line.path}: {count} ({lang}) {sentence[:70]}…"


def levels(lines: list[Line], lang: Lang) -> Iterator[tuple[float, str]]:
    """The reading ease of each entry or page that is harder than most people read with pleasure."""
    texts: dict[str, list[Line]] = {}
    for line in lines:
        texts.setdefault(line.whole, []).append(line)
    for id_, found in texts.items():
        all_sentences = [sentence for line in found for sentence in sentences(line.words)]
        all_words = [word for sentence in all_sentences for word in words(sentence)]
        if len(all_words) >= _LEAST:
            count = sum(syllables(word) for word in all_words)
            score = ease(len(all_sentences), len(all_words), count, lang)
            if score < _HARD:
                yield score, f"{found[0].place} {id_}: {score:.0f}"


if __name__ == "__main__":
    main()
