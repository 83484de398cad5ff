"""What a .docx looks like before it holds anything: paper, margins, type, room between blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Inches, Length, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Opened

_MARGIN = Cm(1.7)
_PAPER = (Inches(8.5), Inches(11))
WIDTH = Length(_PAPER[0] - 2 * _MARGIN)  # of a line
_INK = RGBColor(0x2A, 0x21, 0x40)
# Word and LibreOffice both have it, or a twin of the same widths: what fits here fits there.
_FONT = "Arial"
_SIZES = {"Normal": 10, "Heading 1": 17, "Heading 2": 12, "Caption": 10}
_AFTER = {"Normal": 4, "Heading 1": 4, "Heading 2": 3, "List Bullet": 2, "List Number": 2}


def empty(lang: str) -> Opened:
    """A document with nothing in it, whose words are in a language ("fr-CA")."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAPER
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN)
    styles = document.styles
    for said in styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), lang)
    for fonts in styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()  # those of the theme would go before a name
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), _FONT)
    for name, size in _SIZES.items():
        styles[name].font.size = Pt(size)
    for name, room in _AFTER.items():
        styles[name].paragraph_format.space_after = Pt(room)
    styles["Normal"].paragraph_format.line_spacing = 1.05
    styles["Heading 1"].paragraph_format.space_before = Pt(0)
    for name in ("Heading 1", "Heading 2", "Caption"):
        styles[name].font.color.rgb = _INK
        styles[name].paragraph_format.keep_with_next = True
    return document
