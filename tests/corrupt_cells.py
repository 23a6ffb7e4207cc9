"""Changes to the cells of the small review's workbook: those that do harm, and those that do none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from corrupt_tables import Case

from planner.intake.review import Review
from planner.intake.shapes import Shape, shapes
from planner.intake.sheet_entries import NEEDS, shape_at
from planner.layout import SINGLE
from planner.layout_columns import ChildSheet, Sheet
from planner.layout_sheets import CHILD_SHEETS, SHEETS

Sheets = dict[str, list[list[Any]]]


def column_of(rows: list[list[Any]], name: str) -> int:
    """The place of a column."""
    return rows[0].index(name)


def set_cell(sheet: str, name: str, value: Any) -> Callable[[Sheets], None]:
    """Put a value in the first row of a column."""

    def change(sheets: Sheets) -> None:
        sheets[sheet][1][column_of(sheets[sheet], name)] = value

    return change


WRONG_CELLS: dict[str, tuple[Any, ...]] = {
    "word": ("nonsense",),
    "date": ("31/02/2021", 9.5),
    "time": ("25:00", 9.5),
    "moment": ("soon", 9.5),
    "whole": ("many", 1.5),
    "number": ("some", True),
    "yes or no": ("perhaps",),
}


NEEDED_SHEETS = (
    *("About", "Pools", "Staff", "Days", "Kinds", "Activities", "Hours", "Areas", "Lists", "Strata", "Scope"),
    *("Resources", "Sites"),
)
"""Sheets without which the small review lacks something that it names."""


def row_of(rows: list[list[Any]], name: str) -> list[Any]:
    """The row of a name, on the sheet of a single entry."""
    return next(row for row in rows if row[0] == name)


def harmful_columns(sheet: Sheet | ChildSheet, part: Shape) -> Iterator[Case]:
    """Wrong cells of each column; those that are needed blank, or gone."""
    assert part.item is not None
    entry = part.item if isinstance(sheet, Sheet) else shape_at(part.item, (sheet.field,)).item
    assert entry is not None
    for column in sheet.columns:
        holds = "" if column.path[0] in NEEDS else shape_at(entry, column.path).holds
        for value in WRONG_CELLS.get(holds, ()):
            yield Case(f"{sheet.name} {column.name}={value!r}", set_cell(sheet.name, column.name, value))
        if column.needed:
            yield Case(f"{sheet.name} {column.name} blank", set_cell(sheet.name, column.name, None))
            yield Case(f"{sheet.name} {column.name} gone", without_column(sheet.name, column.name))


def without_column(sheet: str, name: str) -> Callable[[Sheets], None]:
    """Take a column out of a sheet."""

    def change(sheets: Sheets) -> None:
        at = column_of(sheets[sheet], name)
        for row in sheets[sheet]:
            del row[at]

    return change


def harmful_cells() -> Iterator[Case]:
    """Wrong cells, missing and unknown columns and sheets, rows that stand twice."""
    for sheet in (*SHEETS, *CHILD_SHEETS):
        shape = shapes(Review)[sheet.part]
        yield Case(f"{sheet.name} unknown column", lambda sheets, of=sheet.name: sheets[of][0].append("Colour"))
        yield Case(f"{sheet.name} stray cell", lambda sheets, of=sheet.name: sheets[of][1].append("stray"))
        yield Case(f"{sheet.name} column twice", lambda sheets, of=sheet.name: sheets[of][0].append(sheets[of][0][0]))
        yield Case(f"{sheet.name} misspelt", lambda sheets, of=sheet.name: sheets.update({f"{of}z": sheets.pop(of)}))
        yield Case(f"{sheet.name} no names", lambda sheets, of=sheet.name: sheets[of].pop(0))
        if sheet.part not in SINGLE:
            yield from harmful_columns(sheet, shape)
    for name in NEEDED_SHEETS:
        yield Case(f"sheet {name} gone", lambda sheets, of=name: sheets.pop(of))
        yield Case(f"sheet {name} empty", lambda sheets, of=name: sheets.update({of: []}))
    for child in CHILD_SHEETS:
        yield Case(f"{child.name} of nobody", set_cell(child.name, child.owner, "nobody"))
        yield Case(f"{child.name} of a blank", set_cell(child.name, child.owner, None))
    yield Case("condition unknown", set_cell("Conditions", "Test", "resembles"))
    yield Case("counts without pools", set_cell("Activities", "Reviewer count", "1; 1; 1"))
    yield Case("name of about unknown", lambda sheets: sheets["About"].append(["Colour", "blue"]))
    yield Case("name of about twice", lambda sheets: sheets["About"].append(sheets["About"][1]))
    yield Case("seed as a number", lambda sheets: row_of(sheets["About"], "Seed").__setitem__(1, 1.23456789e19))


def harmless_cells() -> Iterator[Case]:
    """Titles above the names, columns in another order, other letter case, blank rows and columns, text for values."""
    for sheet in (*SHEETS, *CHILD_SHEETS):
        name = sheet.name
        yield Case(f"{name} title", lambda sheets, of=name: sheets[of].insert(0, [f"{of} of the review"]))
        yield Case(f"{name} order", lambda sheets, of=name: [row.reverse() for row in sheets[of]])
        yield Case(
            f"{name} case", lambda sheets, of=name: sheets[of].__setitem__(0, [c.upper() for c in sheets[of][0]])
        )
        yield Case(
            f"{name} spaced", lambda sheets, of=name: sheets[of].__setitem__(0, [f" {c}\u00a0" for c in sheets[of][0]])
        )
        yield Case(f"{name} blank row", lambda sheets, of=name: sheets[of].insert(1, []))
        yield Case(f"{name} blank column", lambda sheets, of=name: [row.insert(1, None) for row in sheets[of]])
        yield Case(f"{name} small letters", lambda sheets, of=name: sheets.update({of.lower(): sheets.pop(of)}))
        yield Case(f"{name} texts", lambda sheets, of=name: as_texts(sheets[of]))
    yield Case("a sheet of notes", lambda sheets: sheets.update({"My own thoughts": [["remember the keys"]]}))


AS_WRITTEN = frozenset({"Value"})
"""Columns in which a number is not the same as its text."""


def as_texts(rows: list[list[Any]]) -> None:
    """Write dates, times, numbers and yes or no as text, and a space behind the first text."""
    rows[1][0] = f"{rows[1][0]} "
    for row in rows[1:]:
        for nth, cell in enumerate(row):
            if isinstance(cell, datetime):
                row[nth] = f"{cell:%d/%m/%Y %H:%M}"
            elif isinstance(cell, date):
                row[nth] = f"{cell:%d/%m/%Y}"
            elif isinstance(cell, time):
                row[nth] = f"{cell:%H.%M}"
            elif isinstance(cell, bool):
                row[nth] = "Yes" if cell else "no"
            elif isinstance(cell, int | float) and rows[0][nth] not in AS_WRITTEN:
                row[nth] = f"{cell} "
