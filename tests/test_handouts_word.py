"""Handouts of sheets for Word: they say what their page says, and people find their way in them."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from agir.pages.handouts import body_of, handouts
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table
from handouts.word import as_word
from lxml import html
from real import site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Opened

SHEETS = {f"{page.id}.{page.lang}": page for page in handouts(site()) if page.kind == "sheets"}


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def texts(document: Opened) -> Iterator[str]:
    """Every text of a document, cells that were joined once."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            seen = dict.fromkeys(cell._tc for row in block.rows for cell in row.cells)
            yield from ("".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in seen)
        else:
            yield block.text


@pytest.mark.parametrize("name", SHEETS)
def test_a_file_says_what_its_page_says(name: str) -> None:
    page = SHEETS[name]
    document = Document(BytesIO(as_word(site(), page)))
    said = html.fromstring(f"<main>{body_of(site(), page)}</main>").text_content()
    assert bare("".join(texts(document))) == bare(said)
    assert document.core_properties.title == page.title
    assert document.core_properties.language == f"{page.lang}-CA"
    styles = document.styles.element
    assert {one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))} == {f"{page.lang}-CA"}


@pytest.mark.parametrize("name", ["relationship-map.fr", "sorting-what-lasts.en"])
def test_its_headings_lists_tables_and_room_to_write_are_those_of_word(name: str) -> None:
    page = SHEETS[name]
    document = Document(BytesIO(as_word(site(), page)))
    styles = [one.style.name for one in document.paragraphs]
    assert styles.count("Heading 1") == 1
    assert "Heading 2" in styles
    assert styles.count("List Number") == len(page.entry.questions)
    tables = [part.table for part in page.entry.sections if part.table]
    assert len(document.tables) == len(tables)
    for table, source in zip(document.tables, tables, strict=True):
        heads = [row for row in table.rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]
        assert len(heads) == (2 if any(column.group for column in source.columns) else 1)
        assert len(table.rows) == len(heads) + len(source.examples) + source.blank_rows
        assert table.rows[-1].height
    lines = [one for one in document.paragraphs if one.text == "\t"]
    assert len(lines) >= 2 * len(page.entry.questions)
    wide = any(len(source.columns) > 4 for source in tables)
    assert (document.sections[-1].orientation == WD_ORIENT.LANDSCAPE) == wide


def test_its_links_lead_to_the_site_and_its_code_says_the_address() -> None:
    page = SHEETS["sorting-what-lasts.fr"]
    document = Document(BytesIO(as_word(site(), page)))
    whole = site().absolute(site().addresses.path(page.id, page.lang))
    links = [link.address for one in document.paragraphs for link in one.hyperlinks]
    assert whole in links
    assert all(link.startswith(site().settings.url) and "/../" not in link for link in links)
    assert document.inline_shapes[0]._inline.docPr.get("descr") == whole
