"""Typography as it was typed, by the usage of Québec (OQLF, Banque de dépannage linguistique).

The site sets the blanks itself; what it cannot know is which signs were meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang

_BOTH = (
    (re.compile(r"\.\.\.(?!\w)"), "« … » au lieu de trois points / … instead of three dots"),
    (
        re.compile(r"(?<=\w) - (?=\w)"),
        "un tiret « – » entre deux blancs / an en dash between blanks",
    ),
    (re.compile(r"(?<=\S)  +(?=\S)"), "deux espaces / two blanks"),
    (re.compile(r" ,| \.(?=\s|$)"), "pas d'espace ici / no blank here"),
)
_RULES: dict[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": (
        *_BOTH,
        (re.compile(r"(?<=\w) [;!?]"), "pas d'espace avant ; ! ? au Québec"),
        (re.compile(r"(?<=[^\W\d]):(?=\s|$)"), "une espace avant « : »"),
        (re.compile(r'"'), "« » au lieu des guillemets droits"),
        (
            re.compile(r"\w·\w"),
            "l'OQLF préfère une tournure neutre ou les deux formes au point médian",
        ),
        (re.compile(r"\b\d+%"), "une espace avant %"),
    ),
    "en": (
        *_BOTH,
        (re.compile(r"(?<=\w) [;!?:](?=\s|$)"), "no blank before ; : ! ?"),
        (re.compile(r"[«»]"), "“ ” instead of « »"),
    ),
}
_LINKED = re.compile(r"(?<=\])\([^)]*\)")
_CODE_OR_ADDRESS = re.compile(r"`[^`]*`|https?://\S+")


def advice(text: str, lang: Lang) -> Iterator[str]:
    """What could be typed otherwise in a text, with the words around it."""
    bare = _CODE_OR_ADDRESS.sub("x", _LINKED.sub("", text))
    for pattern, said in _RULES[lang]:
        for found in pattern.finditer(bare):
            around = bare[max(0, found.start() - 15) : found.end() + 15].replace("\n", " ")
            yield f"{said} : …{around}…"
