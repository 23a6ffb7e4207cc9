"""Read the sheets of review.xlsx into parts as written, each value with its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.intake.nearest import did_you_mean, nearest
from planner.intake.notes import more_like_it
from planner.intake.plain import SPACES, words
from planner.intake.review import Review
from planner.intake.shapes import Shape, shapes
from planner.intake.sheet_entries import Entry, entry_of, shape_at, split
from planner.intake.sheet_rows import Row, Table, table_of
from planner.intake.workbook import Grid, open_workbook
from planner.intake.written import Loc, Written
from planner.layout import NAME_COLUMN, SINGLE, VALUE_COLUMN
from planner.layout_columns import ChildSheet, Column, Sheet
from planner.layout_sheets import CHILD_SHEETS, SHEETS
from samples.errors import InputRefused

MISSPELT = 75.0
"""From this likeness on a sheet of an unknown name is taken for a misspelt one and refused."""

ALL_SHEETS: tuple[Sheet | ChildSheet, ...] = (*SHEETS, *CHILD_SHEETS)

_PAIR = (Column(NAME_COLUMN, ("name",), True), Column(VALUE_COLUMN, ("value",), True))


@dataclass(frozen=True)
class Placed:
    """Entries of a sheet and the rows they came from; ``children`` those of a sheet that belongs to this one."""

    entries: list[Entry]
    rows: list[Row]
    children: dict[tuple[int, str, int], Row]


def read_workbook(path: Path) -> tuple[list[Written], list[str]]:
    """The parts that a review.xlsx holds, and notices of harmless mess.

    Raises:
        InputRefused: the file is not an Excel workbook that can be read, or a sheet or a column is not known.
    """
    book = open_workbook(path)
    notices: list[str] = []
    tables = _tables(path.name, book, notices)
    parts = []
    for sheet in SHEETS:
        children = [child for child in CHILD_SHEETS if child.part == sheet.part]
        table = tables.get(sheet.name)
        for child in children:
            if child.name in tables and table is None:
                raise InputRefused(
                    f"{path.name}, sheet {child.name}",
                    f"it belongs to the sheet {sheet.name}, which is not here or has no rows",
                    f"Give the workbook a sheet {sheet.name}, or write both in review.toml",
                )
        if table is not None:
            of_children = {child: tables[child.name] for child in children if child.name in tables}
            parts.append(
                _single(sheet, table, notices) if sheet.part in SINGLE else _part(sheet, table, of_children, notices)
            )
    return parts, notices


def _tables(name: str, book: Mapping[str, Callable[[], Grid]], notices: list[str]) -> dict[str, Table]:
    known = {sheet.name.casefold(): sheet for sheet in ALL_SHEETS}
    found: dict[str, Table] = {}
    for title, cells in book.items():
        sheet = known.get(words(title).casefold())
        if sheet is None:
            _unknown_sheet(name, title, cells, notices)
            continue
        if sheet.name in found:
            raise InputRefused(name, f"two sheets are called {sheet.name}", "Keep one of them")
        table = table_of(name, title, cells(), _columns(sheet), notices)
        if title != sheet.name:
            notices.append(f"{name}, sheet {words(title)}: it was read as the sheet {sheet.name}.")
        if table is not None:
            found[sheet.name] = table
    return found


def _unknown_sheet(name: str, title: str, cells: Callable[[], Grid], notices: list[str]) -> None:
    like = nearest(words(title), (sheet.name for sheet in ALL_SHEETS), MISSPELT)
    if like:
        raise InputRefused(
            f"{name}, sheet {words(title)}", "no sheet of a review has this name", f"Did you mean '{like}'?"
        )
    if cells():
        notices.append(f"{name}, sheet {words(title)}: no sheet of a review has this name, so it was not read.")


def _columns(sheet: Sheet | ChildSheet) -> tuple[Column, ...]:
    if sheet.part in SINGLE:
        return _PAIR
    return (Column(sheet.owner, ("",), True), *sheet.columns) if isinstance(sheet, ChildSheet) else sheet.columns


def _part(sheet: Sheet, table: Table, children: Mapping[ChildSheet, Table], notices: list[str]) -> Written:
    shape = shapes(Review)[sheet.part].item
    assert shape is not None
    placed = Placed([entry_of(row, shape) for row in table.rows], list(table.rows), {})
    for child, its_table in children.items():
        if mended := list(_join(child, its_table, placed, shape)):
            notices.append(f"{mended[0]}: {SPACES}{more_like_it(len(mended) - 1)}.")
    return Written(sheet.part, table.home, list(placed.entries), lambda loc: _where(table.home, placed, loc), True)


def _single(sheet: Sheet, table: Table, notices: list[str]) -> Written:
    """Rows of a name and its value: each name is a column's."""
    known = {column.name.casefold(): column for column in sheet.columns}
    shape = shapes(Review)[sheet.part]
    entry: Entry = {}
    rows: dict[str, Row] = {}
    for row in table.rows:
        written = str(row.cells.get(("name",), ""))
        name = words(written)
        column = known.get(name.casefold())
        if column is None:
            raise InputRefused(
                row.where(("name",)),
                f"'{name}' is not a name known here",
                did_you_mean(name, (one.name for one in sheet.columns)),
            )
        field = column.path[0]
        if field in rows:
            raise InputRefused(row.where(("name",)), f"'{column.name}' stands here a second time", "Keep one of them")
        if written != column.name:
            notices.append(f"{row.where(('name',))}: spaces and letter case of the name {column.name} were read past.")
        rows[field] = row
        if ("value",) in row.cells:
            entry[field] = split(row.cells[("value",)], shape_at(shape, column.path))

    def where(loc: Loc) -> str:
        row = rows.get(str(loc[0])) if loc else None
        return f"{row.where(('value',))}, {row.cells[('name',)]}" if row else table.home

    return Written(sheet.part, table.home, entry, where, True)


def _join(child: ChildSheet, table: Table, placed: Placed, shape: Shape) -> Iterator[str]:
    """Give each row of a child sheet to the entry that it names; the places of names with spaces about them."""
    item = shape_at(shape, (child.field,)).item
    assert item is not None
    owners = {words(str(entry.get("id", ""))): nth for nth, entry in enumerate(placed.entries)}
    for row in table.rows:
        written = str(row.cells.get(("",), ""))
        name = words(written)
        if written != name:
            yield row.where(("",))
        if name not in owners:
            found = f"'{name}' is not known as {child.owner.lower()}" if name else "nothing stands here"
            raise InputRefused(row.where(("",)), found, did_you_mean(name, owners))
        nth = owners[name]
        of_owner = placed.entries[nth].setdefault(child.field, [])
        assert isinstance(of_owner, list)
        placed.children[nth, child.field, len(of_owner)] = row
        of_owner.append(entry_of(row, item))


def _where(home: str, placed: Placed, loc: Loc) -> str:
    """The cell of a value; the row, where it has no cell; the sheet, where it has no row."""
    if not loc or not isinstance(loc[0], int):
        return home
    if len(loc) >= 3 and isinstance(loc[1], str) and isinstance(loc[2], int):
        row = placed.children.get((loc[0], loc[1], loc[2]))
        if row is not None:
            return row.where(tuple(str(step) for step in loc[3:]))
    return placed.rows[loc[0]].where(tuple(step for step in loc[1:] if isinstance(step, str)))
