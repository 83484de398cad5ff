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
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import html

if TYPE_CHECKING:
    from datetime import date

    from agir.pages.plan import Page
    from agir.pages.site import Site

_MARGIN, _NAMES, _QR, _ROW, _LINE = Cm(1.9), Cm(4), Cm(2.6), Cm(1.7), Pt(22)
_INK = RGBColor(0x2A, 0x21, 0x40)
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
        self.document = Document()
        section = self.document.sections[0]
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", _MARGIN)
        styles = self.document.styles
        for said in styles.element.iter(qn("w:lang")):
            said.set(qn("w:val"), self.lang)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for name in ("Heading 1", "Heading 2"):
            styles[name].font.color.rgb = _INK
            styles[name].paragraph_format.keep_with_next = True

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
            self._runs(self.document.add_paragraph(style=_STYLES.get(name, style)), element)

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
        for _ in range(many):
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.space_before = _LINE
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = 1
            borders = OxmlElement("w:pBdr")
            for side in ("w:bottom", "w:between"):
                line = OxmlElement(side)
                for key, value in {
                    "val": "single",
                    "sz": "4",
                    "space": "1",
                    "color": "777777",
                }.items():
                    line.set(qn(f"w:{key}"), value)
                borders.append(line)
            paragraph._p.get_or_add_pPr().insert_element_before(
                borders, "w:spacing", "w:ind", "w:jc"
            )

    def _table(self, element: Any) -> None:
        rows = element.findall("thead/tr") + element.findall("tbody/tr")
        many = sum(int(cell.get("colspan", 1)) for cell in rows[0])
        caption = element.find("caption")
        self._runs(self.document.add_paragraph(style="Caption"), caption)
        table = self.document.add_table(len(rows), many, style="Table Grid")
        for row, source in zip(table.rows, rows, strict=True):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if source.getparent().tag == "thead":
                properties.append(OxmlElement("w:tblHeader"))
            if source.get("class") == "blank":
                row.height = _ROW
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
            self._runs(target.add_paragraph(style="List Bullet"), item)

    def _code(self) -> None:
        """The address as a code to scan: Word reads no SVG of a page."""
        picture = BytesIO()
        segno.make_qr(self.address, error="m").save(picture, kind="png", scale=8)
        picture.seek(0)
        shape = self.document.add_paragraph().add_run().add_picture(picture, _QR)
        shape._inline.docPr.set("descr", self.address)

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
