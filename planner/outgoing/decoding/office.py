"""Word and Excel files: every text, attribute, link, property, header, footer and file name inside the package."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.parsers import expat

from planner.outgoing.decoding.web import address_fields, percent_decoded
from planner.outgoing.fields import Field, Kind

_LOOKS = frozenset({"styles", "stylesWithEffects", "theme1", "fontTable", "webSettings", "numbering"})
"""Parts that hold fonts, colours and names of styles only, the same in every file."""

_ENDS = frozenset({"p", "si", "is", "f", "v", "oddHeader", "oddFooter", "evenHeader", "evenFooter"} | {"definedName"})
_BREAKS = frozenset({"tab", "br", "cr"})
_READ = frozenset(
    {"name", "displayName", "descr", "title", "author", "initials", "tooltip", "display", "location"}
    | {"prompt", "promptTitle", "error", "errorTitle"}
)
"""Attributes that somebody may read; the values of all others are the format's own words."""
_READ_VALUES = frozenset({"tblCaption", "tblDescription", "alias", "tag", "docVar"})
_PARTS = re.compile(
    r"\[Content_Types\]|core|app|custom|document|styles||settings|numbering|workbook|sharedStrings|metadata"
    r"|(?:theme|header|footer|sheet|table|drawing|comments|image|item|itemProps)\d*|fontTable|webSettings"
)
_MACHINE = frozenset({"AppVersion", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "DocSecurity"})
_CELLS = re.compile(r"\$[A-Z]{1,3}\$\d+|\$\d+|\$[A-Z]{1,3}\b")
_ASKED = frozenset({"formula1", "formula2"})
"""What a cell is meant to hold: a number, a date as a number, or the cells of a list."""
_DATES = frozenset({"created", "modified", "lastPrinted"})
_PRINTED_CODES = re.compile(r'&(?:"[^"]*"|[LCRPNDTFAGBIUESXYZ]|\d{1,3}|K[0-9A-F]{6})')


def office_fields(content: bytes) -> Iterator[Field]:
    """Every field of a Word or Excel file.

    Raises:
        ValueError: it is no package that can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            yield Field("the package's comment", "free text", package.comment.decode("utf-8", "replace"))
            for number, name in enumerate(package.namelist(), start=1):
                if not _PARTS.fullmatch(PurePosixPath(name).name.partition(".")[0]):
                    yield Field(f"part {number}, its name", "free text", name)
                if PurePosixPath(name).suffix in {".xml", ".rels", ".vml"} and PurePosixPath(name).stem not in _LOOKS:
                    yield from _Part(_where(number, name)).read(package.read(name))
    except (zipfile.BadZipFile, expat.ExpatError) as broken:
        raise ValueError("no package") from broken


class _Part:
    """One XML part, read in the order in which it stands."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._sheet = where.startswith("sheet")
        self._cell = ""
        self._typed = ""
        self._text: list[str] = []
        self._fields: list[Field] = []

    def read(self, content: bytes) -> list[Field]:
        """The fields of this part."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._finish
        parser.CharacterDataHandler = self._text.append
        parser.CommentHandler = lambda said: self._add("free text", said)
        parser.Parse(content, True)
        return self._fields

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in _BREAKS:
            self._text.append("\n")
        if self._sheet and name == "c":
            self._cell, self._typed = attributes.get("r", ""), attributes.get("t", "n")
        for attribute, value in attributes.items():
            self._attribute(name, attribute.rpartition(":")[2], value)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "Target" and ":" in value:
            self._fields.extend(address_fields(self._where, value))
        else:
            read = (name in _READ and tag != "compatSetting") or (tag in _READ_VALUES and name == "val")
            self._add("free text" if read else "markup", percent_decoded(value))

    def _finish(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in {"t", "r", "rPr"} or not (name in _ENDS or self._text):
            return
        if name not in _ENDS and self._inside_paragraph():
            return
        text = "".join(self._text).strip()
        self._text.clear()
        if name.endswith(("Header", "Footer")):
            text = _PRINTED_CODES.sub(" ", text).strip()
        elif name in {"definedName", *_ASKED}:
            text = _CELLS.sub(" ", text).strip()
        if text:
            self._add(self._kind(name, text), text)

    def _inside_paragraph(self) -> bool:
        return self._where.startswith(("the text", "a header", "a footer", "the cells' texts"))

    def _kind(self, name: str, text: str) -> Kind:
        if name in _MACHINE:
            return "markup"
        if name in _DATES:
            return "date-time"
        asked = name in _ASKED and text.replace(".", "", 1).isdigit()
        return "number" if self._sheet and (asked or (name == "v" and self._typed == "n")) else "free text"

    def _add(self, kind: Kind, text: str) -> None:
        self._fields.append(Field(f"{self._where}, {self._cell}" if self._cell else self._where, kind, text))


def _where(number: int, name: str) -> str:
    stem = PurePosixPath(name).stem
    if found := re.fullmatch(r"sheet(\d+)", stem):
        return f"sheet {found[1]}"
    known = {
        "document": "the text",
        "sharedStrings": "the cells' texts",
        "core": "the properties",
        "app": "the properties",
        "custom": "the properties",
    }
    if stem.startswith(("header", "footer")):
        return f"a {stem[:6]}"
    return known.get(stem, f"part {number}")
