"""Characters: how those of a file are read, and those that nobody sees."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
# YAML refuses these, or takes them for the end of a line.
FORBIDDEN = re.compile(f"[{_CONTROLS}]")
# Bidirectional and zero-width characters make a text look other than it is; U+FFFD stands where
# an accent was lost; a surrogate is what a name of a file holds when it is no text. Emoji that
# need a zero-width joiner are refused with the rest.
HIDDEN_RANGES = (
    rf"{_CONTROLS}\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
HIDDEN = re.compile(f"[{HIDDEN_RANGES}]")
# Blanks that YAML does not take for a blank.
BLANKS = "[\xa0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]"
_LINE_END = re.compile(r"\r\n?")  # as Windows and old Macs write it


def visible(text: str) -> str:
    """A text as a message shows it: what hides in the content must not hide there too."""
    return HIDDEN.sub("\ufffd", text)


def as_read(text: str) -> str:
    """A text of a file as its places are counted: plain line ends, each accent on its letter.

    An « é » may be typed as two characters. It must be one thing to search, to the glossary and
    to à_traduire, and no reader sees the difference.
    """
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
