"""Characters that nobody sees: what they hide is not what is read."""

from __future__ import annotations

import re

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
# YAML refuses these, or takes them for the end of a line.
FORBIDDEN = re.compile(f"[{_CONTROLS}]")
# Bidirectional and zero-width characters make a text look other than it is; U+FFFD stands where
# an accent was lost. Emoji that need a zero-width joiner are refused with the rest.
HIDDEN = re.compile(
    rf"[{_CONTROLS}\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\U000e0000-\U000e007f]"
)
