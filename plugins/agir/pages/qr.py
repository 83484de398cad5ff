"""An address as a QR code for paper, drawn when the site is built: no script, no request."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

_QUIET = 4  # squares of white around it, without which readers do not find it
# Readers take any of the eight masks; looking for the best takes five times as long.
_MASK = 3


@lru_cache(maxsize=1024)
def qr_code(text: str) -> Markup:
    """The code of a text as SVG, hidden from those who cannot see it: the text stands beside."""
    code = segno.make_qr(text, error="m", mask=_MASK, boost_error=False)
    svg = code.svg_inline(border=_QUIET, omitsize=True, light="#fff", lineclass=None, svgclass=None)
    return Markup(svg.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S704 (drawn here)
