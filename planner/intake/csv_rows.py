"""Read a CSV file into rows with their numbers, its columns in any order."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from planner.intake.nearest import did_you_mean
from planner.intake.plain import words
from planner.intake.written import shown
from samples.errors import InputRefused


@dataclass(frozen=True)
class CsvRow:
    """A row below the column names: its file, its number in the file, its cells by column."""

    file: str
    number: int
    cells: Mapping[str, str]

    def refused(self, column: str, found: str, hint: str = "") -> InputRefused:
        """The refusal of what stands in a column of this row."""
        return InputRefused(f"{self.file}, row {self.number}, column {column}", found, hint)


def read_rows(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[CsvRow]:
    """The rows of a CSV file whose first row names these columns, in any order and letter case.

    Columns that are optional need not be there; a cell of theirs is then empty.

    Raises:
        InputRefused: the file cannot be read, is not CSV, or its columns are others.
    """
    name = path.name
    try:
        lines = csv.reader(StringIO(_text(path), newline=""), strict=True)
        rows = [(lines.line_num, [words(cell) for cell in row]) for row in lines]
    except csv.Error as error:
        raise InputRefused(name, f"the file is not CSV ({error})", "Save it as CSV UTF-8") from None
    filled = [(number, row) for number, row in rows if any(row)]
    head = _head(name, filled[0][1], columns, optional)
    rows_below = [_row(name, number, row, head) for number, row in filled[1:]]
    absent = dict.fromkeys(set(optional) - set(head), "")
    return [CsvRow(row.file, row.number, {**absent, **row.cells}) for row in rows_below]


def _text(path: Path) -> str:
    name = path.name
    if not path.is_file():
        found = "this is a folder, not a file" if path.exists() else "there is no such file"
        raise InputRefused(name, found, "Name a CSV file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(name, f"the file cannot be opened ({error.strerror})") from None
    if data.startswith(b"PK") or b"\0" in data:
        raise InputRefused(name, "the file is not CSV", "Save it as CSV UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputRefused(name, "the file is not text in UTF-8", "Save it as CSV UTF-8") from None
    if not text.strip(" \t\r\n,;"):
        raise InputRefused(name, "the file is empty", "Its first row names the columns")
    return text


def _head(name: str, cells: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> list[str]:
    head = [cell.casefold() for cell in cells]
    if len(head) == 1 and any(mark in head[0] for mark in ";\t"):
        raise InputRefused(f"{name}, row 1", "the columns are not separated by commas", "Save it as CSV UTF-8")
    for cell in head:
        known = (*columns, *optional)
        if cell and cell not in known:
            raise InputRefused(f"{name}, row 1", f"there is no column {shown(cell)}", did_you_mean(cell, known))
        if cell and head.count(cell) > 1:
            raise InputRefused(f"{name}, row 1", f"the column {cell} stands here twice", "Keep one of them")
    for column in columns:
        if column not in head:
            raise InputRefused(f"{name}, row 1", f"there is no column {column}", f"It needs {', '.join(columns)}")
    return head


def _row(name: str, number: int, cells: Sequence[str], head: Sequence[str]) -> CsvRow:
    for beyond in range(len(cells)):
        if cells[beyond] and (beyond >= len(head) or not head[beyond]):
            found = f"{shown(cells[beyond])} stands below no column name"
            raise InputRefused(f"{name}, row {number}", found, "Put text that holds a comma in quotation marks")
    padded = [*cells, *([""] * (len(head) - len(cells)))]
    return CsvRow(name, number, {column: cell for column, cell in zip(head, padded, strict=False) if column})
