"""A Word file read back as a reader's program sees it: its XML, not the library that wrote it."""

from __future__ import annotations

from io import BytesIO
from typing import TypeAlias
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Block: TypeAlias = tuple[str, str] | list[list[list[str]]]
"""A paragraph as its style and text, or a table as rows of cells of paragraphs."""


def part(docx: bytes, name: str) -> Element:
    """A part of the file."""
    with ZipFile(BytesIO(docx)) as archive:
        return ET.fromstring(archive.read(name))


def body(docx: bytes) -> Element:
    """The body of the document."""
    found = part(docx, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def said(paragraph: Element) -> str:
    """The text of a paragraph, with its tabs and breaks."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    runs = (piece for run in paragraph.iter(f"{W}r") for piece in run)
    return "".join(piece.text or "" if piece.tag == f"{W}t" else marks.get(piece.tag, "") for piece in runs)


def style(paragraph: Element) -> str:
    """The id of its style."""
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if named is None else named.attrib[f"{W}val"]


def rows(table: Element) -> list[list[list[str]]]:
    """The rows of a table."""
    return [
        [[said(paragraph) for paragraph in cell.findall(f"{W}p")] for cell in row.findall(f"{W}tc")]
        for row in table.findall(f"{W}tr")
    ]


def structure(docx: bytes) -> list[Block]:
    """Everything in the body, in order."""
    tags = {f"{W}p", f"{W}tbl"}
    return [
        (style(block), said(block)) if block.tag == f"{W}p" else rows(block)
        for block in body(docx)
        if block.tag in tags
    ]


def tables(docx: bytes) -> list[list[list[list[str]]]]:
    """The tables of the body, in order."""
    return [block for block in structure(docx) if isinstance(block, list)]
