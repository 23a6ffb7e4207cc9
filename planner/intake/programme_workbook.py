"""Find the programme in a workbook that comes back from Excel: its sheet, its rows with their cells, its version.

Rows may be sorted, filtered, hidden and apart; columns and sheets may have been added, and the sheet renamed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.intake.plain import words
from planner.intake.sheet_rows import TITLE_ROWS, letters
from planner.intake.workbook import Grid, open_workbook
from planner.intake.workbook_version import MadeOf, made_of
from planner.intake.written import shown
from planner.layout import (
    CODE_COLUMN,
    DATE,
    EDITED,
    END,
    MADE,
    PEOPLE,
    PROGRAMME_SHEET,
    START,
    VERSION_COLUMN,
    WEEKDAY_COLUMN,
)
from samples.errors import InputRefused

NEEDED = (CODE_COLUMN, DATE, START, END, PEOPLE)
"""The columns by which the sheet is known."""

READ = (VERSION_COLUMN, WEEKDAY_COLUMN, *MADE, *dict.fromkeys((*NEEDED, *EDITED)))

HINT = "Take the council's workbook as planner documents writes it, out/host/programme.xlsx"

KINDS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
"""How the names of workbooks end."""


@dataclass(frozen=True)
class EditedRow:
    """A row below the column names: its number on the sheet, its cells by column; a blank cell is an empty text."""

    number: int
    cells: Mapping[str, object]


@dataclass(frozen=True)
class EditedSheet:
    """The programme as it stands in a workbook.

    Attributes:
        file, title: the file's and the sheet's names.
        letters: of each column that there is.
        made_of: the version and the log that the workbook says it was made of.
        grids: all sheets by their titles, as they were read.
        notices: the harmless mess that was read past.
    """

    file: str
    title: str
    letters: Mapping[str, str]
    rows: tuple[EditedRow, ...]
    made_of: MadeOf
    grids: Mapping[str, Grid]
    notices: tuple[str, ...] = ()

    def cell(self, row: EditedRow, column: str) -> str:
        """A cell as Excel calls it: ``Programme!D14``."""
        return f"{self.title}!{self.letters.get(column, self.letters[CODE_COLUMN])}{row.number}"

    def refused(self, row: EditedRow, column: str, found: str, hint: str = "") -> InputRefused:
        """The refusal of what stands in a cell."""
        return InputRefused(f"{self.file}, {self.cell(row, column)}", found, hint)


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by its name."""
    return path.suffix.lower() in KINDS


def read_sheet(path: Path) -> EditedSheet:
    """The programme of a workbook, row by row, nothing of it understood yet.

    Raises:
        InputRefused: the file is no workbook, has no such sheet or several, or does not say what it was made of.
    """
    if not path.exists():
        raise InputRefused(path.name, "there is no such file", "Name a workbook")
    grids = {title: read() for title, read in open_workbook(path).items()}
    heads = {title: head for title, grid in grids.items() if (head := _head(grid)) is not None}
    notices: list[str] = []
    title = _programme(path.name, grids, heads, notices)
    places = _places(path.name, title, grids[title][heads[title]], heads[title])
    lettered = {column: letters(at) for at, column in places.items()}
    rows = tuple(_rows(grids[title], heads[title], places, title, notices))
    made = made_of(path, {other: grid for other, grid in grids.items() if other != title})
    return EditedSheet(path.name, title, lettered, rows, made, grids, tuple(notices))


def text_of(cell: object) -> str:
    """What a cell says, on one line; a whole number without its decimal part."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    return words("" if cell is None else str(cell))


def _named(cells: Sequence[object]) -> list[str]:
    return [text_of(cell).casefold() for cell in cells]


def _head(grid: Grid) -> int | None:
    """The row of column names; None: the sheet holds no programme."""
    filled = [nth for nth, row in enumerate(grid) if any(_named(row))]
    wanted = {column.casefold() for column in NEEDED}
    return next((nth for nth in filled[:TITLE_ROWS] if wanted <= set(_named(grid[nth]))), None)


def _programme(file: str, grids: Mapping[str, Grid], heads: Mapping[str, int], notices: list[str]) -> str:
    own = [title for title in heads if words(title).casefold() == PROGRAMME_SHEET.casefold()]
    if not heads:
        at_hand = next((title for title in grids if words(title).casefold() == PROGRAMME_SHEET.casefold()), "")
        missing = _missing(grids[at_hand]) if at_hand else ()
        if missing and len(missing) < len(NEEDED):
            found = f"there is no column {missing[0]} on the sheet {at_hand}"
            raise InputRefused(file, found, "Put it back; nothing of it has to be changed")
        raise InputRefused(file, f"no sheet has the columns {', '.join(NEEDED)}", HINT)
    if len(heads) > 1 and len(own) != 1:
        said = " and ".join(map(shown, heads))
        raise InputRefused(file, f"the sheets {said} each hold a programme", f"Keep one, or call it {PROGRAMME_SHEET}")
    title = own[0] if own else next(iter(heads))
    notices += [
        f"{file}: the sheet {shown(other)} holds a programme too and was not read." for other in heads if other != title
    ]
    return title


def _missing(grid: Grid) -> tuple[str, ...]:
    named = {name for row in grid[:TITLE_ROWS] for name in _named(row)}
    return tuple(column for column in NEEDED if column.casefold() not in named)


def _places(file: str, title: str, head: Sequence[object], nth: int) -> Mapping[int, str]:
    """Which column of the sheet is which; those of somebody's own are left out."""
    known = {column.casefold(): column for column in READ}
    found: dict[int, str] = {}
    for at, name in enumerate(_named(head)):
        column = known.get(name)
        if column in found.values():
            where = f"{file}, {title}!{letters(at)}{nth + 1}"
            raise InputRefused(where, f"the column {column} stands here a second time", "Keep one of them")
        if column:
            found[at] = column
    return found


def _rows(grid: Grid, head: int, places: Mapping[int, str], title: str, notices: list[str]) -> list[EditedRow]:
    rows: list[EditedRow] = []
    for nth in range(head + 1, len(grid)):
        cells = {column: _plain(grid[nth][at]) if at < len(grid[nth]) else "" for at, column in places.items()}
        if all(cells[column] == "" for column in NEEDED):
            if any(text_of(cell) for cell in grid[nth]):
                notices.append(f"{title}, row {nth + 1}: a row without a session was read past.")
            continue
        rows.append(EditedRow(nth + 1, cells))
    return rows


def _plain(cell: object) -> object:
    """A cell's value; text keeps its line breaks, which may part names."""
    if isinstance(cell, str):
        return cell.strip() if words(cell) else ""
    return "" if cell is None else cell
