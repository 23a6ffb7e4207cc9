"""Tables of the Word programme: real header rows, repeated on every page, and rows that no page break divides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.shared import Twips
from docx.table import Table, _Cell

from planner.outgoing.documents.word_styles import LEAD
from planner.outgoing.documents.word_text import Piece, write


@dataclass(frozen=True)
class Line:
    """A paragraph in a cell: its style, and its pieces."""

    style: str
    pieces: tuple[Piece, ...]


Cell: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A column: what its header says, and its width in twentieths of a point."""

    head: str
    width: int


@dataclass(frozen=True)
class Row:
    """A row: its cells, whether a day begins with it, and its height in twentieths of a point where that is given."""

    cells: tuple[Cell, ...]
    begins: bool = True
    parts: bool = False
    """Whether a page may end before it although no day begins with it."""
    height: int = 0


def cell(text: str, style: str = "Cell") -> Cell:
    """A cell with one line of text; none for an empty text."""
    return (Line(style, (text,)),) if text else ()


def add_table(document: Document, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Put a table at the end of the document.

    A row that begins nothing stays on the page of the row before it, so that a day is not divided unless it says so.
    """
    heads = Row(tuple(cell(column.head, "Column Head") for column in columns))
    table = document.add_table(1 + len(rows), len(columns), style="Programme")
    table.autofit = False
    element: CT_Tbl = document.element.body.tbl_lst[-1]
    _measure(element, columns)
    grouped = not all(row.begins for row in rows)
    for at, (row, following) in enumerate(pairwise((heads, *rows, heads))):
        _row(element.tr_lst[at], row, header=at == 0)
        if grouped and row.begins:
            _rule_above(element.tr_lst[at])
        for place, (filled, column) in enumerate(zip(row.cells, columns, strict=True)):
            _fill(table, at, place, filled, column, with_next=not (following.begins or following.parts))


def _measure(table: CT_Tbl, columns: Sequence[Column]) -> None:
    width = sum(column.width for column in columns)
    properties = table.tblPr
    for old in properties.findall(qn("w:tblW")) + properties.findall(qn("w:tblLook")):
        properties.remove(old)
    properties.insert(1, parse_xml(f'<w:tblW {nsdecls("w")} w:w="{width}" w:type="dxa"/>'))
    look = 'w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    properties.append(parse_xml(f"<w:tblLook {nsdecls('w')} {look}/>"))
    for column, measured in zip(columns, table.tblGrid.gridCol_lst, strict=True):
        measured.w = Twips(column.width)


def _row(element: CT_Row, row: Row, *, header: bool) -> None:
    properties = element.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if row.height:
        height = {qn("w:val"): str(row.height), qn("w:hRule"): "atLeast"}
        properties.append(OxmlElement("w:trHeight", height))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _rule_above(row: CT_Row) -> None:
    rule = f'<w:tcBorders {nsdecls("w")}><w:top w:val="single" w:sz="8" w:space="0" w:color="{LEAD}"/></w:tcBorders>'
    for cell_element in row.tc_lst:
        cell_element.get_or_add_tcPr().append(parse_xml(rule))


def _fill(table: Table, at: int, place: int, lines: Cell, column: Column, *, with_next: bool) -> None:
    target: _Cell = table.rows[at].cells[place]
    target.width = Twips(column.width)
    for position, line in enumerate(lines or (Line("Cell", ()),)):
        paragraph = target.paragraphs[0] if position == 0 else target.add_paragraph()
        paragraph.style = line.style
        if with_next:
            paragraph.paragraph_format.keep_with_next = True
        if line.pieces:
            write(paragraph, *line.pieces)
