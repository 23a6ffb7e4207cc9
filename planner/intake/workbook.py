"""Open review.xlsx and hand out the cells of its sheets; what cannot be opened is refused in one sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from planner.intake.plain import words
from samples.errors import InputRefused

MOST_CELLS = 2_000_000
"""Cells that a sheet may span; more are those of a sheet with one stray cell far outside, and would fill the memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Grid = list[list[object]]
"""The cells of a sheet from A1 on, row by row; a blank cell is an empty text."""


def open_workbook(path: Path) -> Mapping[str, Callable[[], Grid]]:
    """The sheets of a workbook by their titles, each read when it is called for.

    Raises:
        InputRefused: the file is no Excel workbook, an old one, one with a password, or damaged.
    """
    name = path.name
    if not path.is_file():
        raise InputRefused(name, "this is a folder, not a file", "Put a workbook of this name in its place")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(name, f"the file cannot be opened ({error.strerror})") from None
    _refuse_other_files(name, data)
    try:
        book = CalamineWorkbook.from_path(str(path))
        return {title: partial(grid_of, name, book, title) for title in book.sheet_names}
    except PasswordError:
        raise _locked(name) from None
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError):
        raise _damaged(name) from None


def grid_of(name: str, book: CalamineWorkbook, title: str) -> Grid:
    """The cells of a sheet, from A1 on, up to the last row and column with a value."""
    try:
        sheet: CalamineSheet = book.get_sheet_by_name(title)
        if sheet.end and (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS:
            found = f"its cells reach down to row {sheet.end[0] + 1} and across {sheet.end[1] + 1} columns"
            raise InputRefused(f"{name}, sheet {words(title)}", found, "Delete the stray cells outside the table")
        return [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError):
        raise _damaged(name) from None


def _refuse_other_files(name: str, data: bytes) -> None:
    if not data:
        raise InputRefused(name, "the file is empty", "Start from one of the formats: planner new")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _locked(name)
        raise InputRefused(name, "this is a workbook of the old form (.xls)", "Save it as an Excel workbook (.xlsx)")
    if not data.startswith(b"PK"):
        raise InputRefused(name, "this is not an Excel workbook", "Save it as an Excel workbook (.xlsx)")


def _locked(name: str) -> InputRefused:
    return InputRefused(name, "the workbook is protected by a password", "Save it without a password")


def _damaged(name: str) -> InputRefused:
    return InputRefused(name, "the workbook is damaged or not of the form .xlsx", "Open it in Excel and save it again")
