"""How easy a text is to read, by two known formulas: an order of magnitude, not a verdict.

English: R. Flesch (1948). French: L. Kandel and A. Moles (1958), who fitted it to French. 100 is
very easy, 0 very hard.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.fields import Lang

LONGEST = 30  # words: above, a reader on a phone loses the sentence
_END = re.compile(r"(?<=[.!?…])[\s»”\"]+(?=[«“\"A-ZÀ-Þ0-9])|\n+|\s?[;:]\s")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+", re.IGNORECASE)
_SILENT = re.compile(r"(?<=[^aeiouy])e(?:s|nt)?$", re.IGNORECASE)
_FORMULAS = {"fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}


def sentences(text: str) -> list[str]:
    """The sentences of a text, and its parts between semicolons and colons."""
    return [part for part in _END.split(text) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """The syllables of a word, by its groups of vowels; a silent e at its end is none."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word))))


def ease(sentence_count: int, word_count: int, syllable_count: int, lang: Lang) -> float:
    """The reading ease of a text from its counts, 100 for very easy."""
    start, per_length, per_syllables = _FORMULAS[lang]
    return (
        start
        - per_length * word_count / sentence_count
        - per_syllables * syllable_count / word_count
    )
