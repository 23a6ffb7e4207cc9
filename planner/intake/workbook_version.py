"""Which version a workbook says it was made of: on its cover sheet, or else in its properties."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from planner.intake.plain import words
from planner.intake.workbook import Grid
from planner.layout import ABOUT_SHEET, HEAD, VERSION_COLUMN
from samples.errors import InputRefused

PROPERTIES = "docProps/custom.xml"
"""Where a workbook keeps properties of its own (ISO/IEC 29500-1, 15.2.12.3)."""


class MadeOf(NamedTuple):
    """A version's number, and the head of the log when it was recorded."""

    version: int
    head: str


def made_of(path: Path, grids: Mapping[str, Grid]) -> MadeOf:
    """What a workbook was made of.

    Args:
        path: the workbook.
        grids: its sheets other than the programme.

    Raises:
        InputRefused: it does not say so anywhere.
    """
    told = _properties(path)
    for grid in grids.values():
        told |= dict(_told(grid))
    version, head = told.get(VERSION_COLUMN, ""), told.get(HEAD, "")
    if not version or not head:
        found = f"it does not say which version it was made of: its sheet {ABOUT_SHEET} is gone or changed"
        raise InputRefused(path.name, found, "Copy that sheet back from a workbook as planner documents writes it")
    return MadeOf(int(version), head)


def _told(grid: Grid) -> Iterator[tuple[str, str]]:
    """What a cover sheet says: a label, and what stands in the next cell."""
    for row in grid:
        cells = [cell for cell in row if cell not in {"", None}]
        if len(cells) != 2:
            continue
        label, said = words(str(cells[0])).casefold(), _said(cells[1])
        if label == VERSION_COLUMN.casefold() and said.isdecimal():
            yield VERSION_COLUMN, said
        elif label == HEAD.casefold():
            yield HEAD, said.lower()


def _said(cell: object) -> str:
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else words(str(cell))


def _properties(path: Path) -> dict[str, str]:
    """The properties of a workbook by their names; none where it keeps none that can be read."""
    found: dict[str, str] = {}
    text: list[str] = []
    named = ""

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal named
        named = attributes.get("name", named) if tag.endswith("property") else named
        text.clear()

    def finish(tag: str) -> None:
        if named and text and not tag.endswith("property"):
            found[named] = words("".join(text))

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, text.append
    try:
        with zipfile.ZipFile(path) as package:
            parser.Parse(package.read(PROPERTIES), True)
    except (zipfile.BadZipFile, KeyError, expat.ExpatError, OSError):
        return {}
    return {name: said for name, said in found.items() if name == HEAD or said.isdecimal()}
