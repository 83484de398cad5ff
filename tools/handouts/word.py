"""A handout for Word and LibreOffice: its own HTML, element by element, so that people edit it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import segno
from agir.pages.handouts import body_of
from agir.pages.writer import HTML_LANG
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import html

from handouts.look import WIDTH, empty

if TYPE_CHECKING:
    from datetime import date

    from agir.pages.plan import Page
    from agir.pages.site import Site

_NAMES, _QR, _LINE = Cm(4), Cm(2.2), Pt(12.5)
_ROW, _WIDE_ROW = Cm(1.6), Cm(1.3)
_CELL, _BULLET = Pt(9), Cm(0.4)
_STYLES = {"h1": "Heading 1", "h2": "Heading 2", "figcaption": "Normal", "p": "Normal"}
_BLOCKS = {"p", "ul", "ol", "div", "blockquote", "section", "figure", "dl"}


_BLANKS = re.compile(r"[ \n\t]+")  # no-break spaces stay


def as_word(site: Site, page: Page) -> bytes:
    """The handout of a page as the bytes of a .docx."""
    address = site.absolute(page.path)
    made = _Maker(page.lang, address, site.absolute(site.addresses.path(page.id, page.lang)))
    made.about(page.title, site.labels[page.lang]["handout"], site.updated(page))
    for element in html.fragments_fromstring(body_of(site, page)):
        made.block(element)
    out = BytesIO()
    made.document.save(out)
    return out.getvalue()


class _Maker:
    """Writes blocks at the end of a document."""

    def __init__(self, lang: str, base: str, address: str) -> None:
        self.lang, self.base, self.address = HTML_LANG[lang], base, address
        self.document = empty(self.lang)
        self.code: Any = None

    def about(self, title: str, subject: str, day: date | None) -> None:
        """What the file says of itself; without a day it keeps that of an empty document."""
        said = self.document.core_properties
        said.title, said.subject, said.language = title, subject, self.lang
        if day:
            said.created = said.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
        said.author, said.comments, said.keywords = "Agir ensemble", self.address, ""

    def block(self, element: Any, style: str = "Normal") -> None:
        """An element that stands alone, with what is inside."""
        name = element.tag
        if name == "svg":
            self._code()
        elif name in ("ul", "ol"):
            self._list(element, "List Number" if name == "ol" else "List Bullet")
        elif name == "table":
            self._table(element)
        elif name == "dl":
            for pair in element:
                self._pair(pair)
        elif "lines" in element.get("class", "").split():
            self._lines(len(element))
        elif name in ("header", "footer", "section", "figure", "div", "blockquote"):
            self._group(element, "Quote" if name == "blockquote" else style)
        else:
            paragraph = self.code or self.document.add_paragraph(style=_STYLES.get(name, style))
            if self.code:
                paragraph.add_run("\u2003")
                self.code = None
            self._runs(paragraph, element)

    def _group(self, element: Any, style: str) -> None:
        if "sheet" in element.get("class", "").split():
            self._new_sheet(is_wide="wide" in element.get("class").split())
        elif (element.text or "").strip():
            raise ValueError(f"words outside of a block: {element.text!r}")
        for inner in element:
            self.block(inner, style if inner.tag != "p" or style == "Quote" else "Normal")

    def _new_sheet(self, *, is_wide: bool) -> None:
        last = self.document.sections[-1]
        was_wide = last.orientation == WD_ORIENT.LANDSCAPE
        if len(self.document.tables) and was_wide == is_wide:
            return
        new = self.document.add_section(WD_SECTION.NEW_PAGE)
        if was_wide != is_wide:
            new.page_width, new.page_height = last.page_height, last.page_width
            new.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT

    def _list(self, element: Any, style: str) -> None:
        number = self._numbering() if style == "List Number" else None
        for item in element:
            paragraph = self.document.add_paragraph(style=style)
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_numId().val = number
            inner = [one for one in item if one.tag in _BLOCKS]
            self._runs(paragraph, item, without=inner)
            for one in inner:
                self.block(one, "List Continue")
                if one.tag == "p":
                    self.document.paragraphs[-1].style = "List Continue"

    def _numbering(self) -> int:
        """A list that starts at 1."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        number = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _pair(self, pair: Any) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.left_indent = _NAMES  # which is also where a tab leads
        paragraph.paragraph_format.first_line_indent = -_NAMES
        for index, one in enumerate(pair):
            if index:
                paragraph.add_run("\t" if index == 1 else "\n")
            self._runs(paragraph, one, bold=one.tag == "dt")

    def _lines(self, many: int) -> None:
        """Lines to write on, by a tab: borders of paragraphs in a row become one border."""
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        for left in reversed(range(many)):
            paragraph = self.document.add_paragraph("\t")
            room = paragraph.paragraph_format
            room.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            room.space_before, room.space_after = _LINE, Pt(0 if left else 6)
            room.keep_with_next = bool(left)

    def _table(self, element: Any) -> None:
        rows = element.findall("thead/tr") + element.findall("tbody/tr")
        many = sum(int(cell.get("colspan", 1)) for cell in rows[0])
        caption = element.find("caption")
        self._runs(self.document.add_paragraph(style="Caption"), caption)
        table = self.document.add_table(len(rows), many, style="Table Grid")
        is_wide = self.document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
        for row, source in zip(table.rows, rows, strict=True):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if source.getparent().tag == "thead":
                properties.append(OxmlElement("w:tblHeader"))
            if source.get("class") == "blank":
                row.height = _WIDE_ROW if is_wide else _ROW
            column = 0
            for cell in source:
                width = int(cell.get("colspan", 1))
                target = row.cells[column].merge(row.cells[column + width - 1])
                column += width
                self._cell(target, cell)

    def _cell(self, target: Any, cell: Any) -> None:
        lists = cell.findall("ul")
        self._runs(target.paragraphs[0], cell, bold=cell.tag == "th", without=lists)
        for item in (item for one in lists for item in one):
            paragraph = target.add_paragraph(style="List Bullet")
            paragraph.paragraph_format.left_indent = _BULLET
            paragraph.paragraph_format.first_line_indent = -_BULLET
            self._runs(paragraph, item)
        for paragraph in target.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
            for run in paragraph.runs:
                run.font.size = _CELL

    def _code(self) -> None:
        """The address as a code to scan: Word reads no SVG of a page."""
        picture = BytesIO()
        segno.make_qr(self.address, error="m").save(picture, kind="png", scale=8, border=1)
        picture.seek(0)
        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(picture, _QR)
        shape._inline.docPr.set("descr", self.address)
        for side in "LRTB":
            shape._inline.set(f"dist{side}", "0")
        self.code = paragraph  # what follows stands beside it

    def _runs(
        self, paragraph: Any, element: Any, *, bold: bool = False, without: Any = (), lang: str = ""
    ) -> None:
        """The words of an element, with what is strong, in italics, a link or another language."""
        self._run(paragraph, element.text, bold, lang)
        for inner in element:
            if inner.tag == "a":
                self._link(paragraph, inner)
            elif inner.tag == "br":
                paragraph.add_run("\n")
            elif inner not in without:
                said = inner.get("lang", lang)
                self._runs(paragraph, inner, bold=bold or inner.tag == "strong", lang=said)
            self._run(paragraph, inner.tail, bold, lang)

    def _run(self, paragraph: Any, text: str | None, bold: bool, lang: str = "") -> None:
        words = _BLANKS.sub(" ", text or "")
        if not paragraph.text:
            words = words.lstrip(" ")
        if not words:
            return
        run = paragraph.add_run(words)
        run.bold = bold or None
        if lang:
            said = OxmlElement("w:lang")
            said.set(qn("w:val"), lang)
            run._r.get_or_add_rPr().append(said)

    def _link(self, paragraph: Any, element: Any) -> None:
        address = urljoin(self.base, element.get("href"))
        part = self.document.part
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(element.text_content())
        run.underline = True
        link.append(run._r)
        paragraph._p.append(link)
