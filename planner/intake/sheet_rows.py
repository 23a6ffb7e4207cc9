"""Find the table on a sheet: the row of column names, and the rows below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.intake.nearest import did_you_mean
from planner.intake.plain import words
from planner.intake.workbook import Grid
from planner.intake.written import shown
from planner.layout_columns import Column
from samples.errors import InputRefused

TITLE_ROWS = 10
"""Within so many rows the column names are looked for."""

ColumnPath = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row below the column names: its values by the path of their column, blanks left out."""

    home: str
    number: int
    cells: Mapping[ColumnPath, object]
    places: Mapping[ColumnPath, tuple[str, str]]
    """Letter and name of each column that the sheet has."""

    def where(self, path: ColumnPath) -> str:
        """The cell of a path, or of the columns that it begins; the row if there is none."""
        for end in range(len(path), 0, -1):
            for known, (letter, name) in self.places.items():
                if known[:end] == path[:end]:
                    return f"{self.home}, cell {letter}{self.number} ({name})"
        return f"{self.home}, row {self.number}"


@dataclass(frozen=True)
class Table:
    """The rows of a sheet."""

    home: str
    rows: tuple[Row, ...]


def table_of(name: str, title: str, grid: Grid, columns: Sequence[Column], notices: list[str]) -> Table | None:
    """The table of a sheet; None if the sheet holds no row.

    Raises:
        InputRefused: no row of column names, or a column that is unknown, missing or there twice.
    """
    home = f"{name}, sheet {words(title)}"
    filled = [nth for nth, row in enumerate(grid) if any(not _blank(cell) for cell in row)]
    if not filled:
        return None
    head = _head(home, grid, filled, columns)
    above = [nth for nth in filled if nth < head]
    if above:
        notices.append(f"{home}: a title above the column names was read past (row {above[0] + 1}).")
    places = _places(home, head, grid[head], columns, notices)
    lettered = {column.path: (letter, column.name) for column, letter in places.values()}
    rows = tuple(_row(home, nth, grid[nth], places, lettered) for nth in filled if nth > head)
    _note_blanks(home, head, filled, places, notices)
    return Table(home, rows) if rows else None


def letters(column: int) -> str:
    """The letters of a column counted from 0: A, B ... Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not words(cell))


def _known(columns: Sequence[Column]) -> dict[str, Column]:
    return {column.name.casefold(): column for column in columns}


def _head(home: str, grid: Grid, filled: Sequence[int], columns: Sequence[Column]) -> int:
    """The first row of which at least half the cells are column names; above it only titles of one cell."""
    known = _known(columns)
    for nth in filled[:TITLE_ROWS]:
        cells = [words(str(cell)).casefold() for cell in grid[nth] if not _blank(cell)]
        if 2 * sum(cell in known for cell in cells) >= len(cells) > 1:
            return nth
        if len(cells) > 1:
            break
    names = ", ".join(column.name for column in columns if column.needed)
    raise InputRefused(home, "no row of column names was found", f"The first row names the columns: {names}")


def _places(
    home: str, head: int, cells: Sequence[object], columns: Sequence[Column], notices: list[str]
) -> dict[int, tuple[Column, str]]:
    """Which column of the sheet is which."""
    known = _known(columns)
    found: dict[str, int] = {}
    places: dict[int, tuple[Column, str]] = {}
    mended: list[str] = []
    for nth, cell in enumerate(cells):
        if _blank(cell):
            continue
        column = known.get(words(str(cell)).casefold())
        where = f"{home}, cell {letters(nth)}{head + 1}"
        if column is None:
            raise InputRefused(
                where,
                f"there is no column {shown(cell)} on this sheet",
                did_you_mean(words(str(cell)), (c.name for c in columns)),
            )
        if column.name in found:
            raise InputRefused(where, f"the column {column.name} stands here a second time", "Keep one of them")
        if cell != column.name:
            mended.append(where)
        found[column.name] = nth
        places[nth] = (column, letters(nth))
    for column in columns:
        if column.needed and column.name not in found:
            raise InputRefused(home, f"there is no column {column.name}", "Add it to the row of column names")
    if mended:
        more = f" (and in {len(mended) - 1} more beside it)" if len(mended) > 1 else ""
        notices.append(f"{mended[0]}: spaces and letter case of a column name were read past{more}.")
    _note_order(home, [column for column, _ in places.values()], columns, notices)
    return places


def _note_order(home: str, found: Sequence[Column], columns: Sequence[Column], notices: list[str]) -> None:
    order = [columns.index(column) for column in found]
    if order != sorted(order):
        notices.append(f"{home}: the columns stand in another order than usual.")


def _note_blanks(home: str, head: int, filled: Sequence[int], places: Mapping[int, object], notices: list[str]) -> None:
    if filled[-1] - head >= len([nth for nth in filled if nth >= head]):
        notices.append(f"{home}: blank rows were read past.")
    if max(places) >= len(places):
        notices.append(f"{home}: blank columns were read past.")


def _row(
    home: str,
    nth: int,
    cells: Sequence[object],
    places: Mapping[int, tuple[Column, str]],
    lettered: Mapping[ColumnPath, tuple[str, str]],
) -> Row:
    found: dict[ColumnPath, object] = {}
    for at, cell in enumerate(cells):
        if _blank(cell):
            continue
        if at not in places:
            where = f"{home}, cell {letters(at)}{nth + 1}"
            raise InputRefused(
                where, f"{shown(cell)} stands below no column name", "Name the column, or clear the cell"
            )
        found[places[at][0].path] = cell
    return Row(home, nth + 1, found, lettered)
