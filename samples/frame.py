"""Lists as the council sends them, and frames: the cases a stratum draws from.

A child's identifier becomes a reference while its row is read and is kept nowhere. Columns that no stratum may look
at (names, ethnicity, postcodes, other numbers of the child) are not held.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from samples.cells import BLANK, Cell, plain, read_cell
from samples.columns import Column, at, open_columns
from samples.errors import InputRefused
from samples.headers import Header, find_header, key
from samples.sheets import Grid, Raw, read_grid


class ListSource(BaseModel):
    """Where a list stands: a file below ``cases/``, a sheet of it, and the date it speaks of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    """What strata call the list by."""
    title: str
    """What the list is, in words."""
    file: str
    """Its path below ``cases/``: an Excel workbook or a CSV file."""
    sheet: str = ""
    """The sheet of a workbook; empty: its only sheet, or a CSV file."""
    identifier: str = "Child Unique ID"
    """The column that holds the child's identifier."""
    as_at: date
    """The day on which it was true; ages are counted at it where a condition names no other date."""

    @property
    def where(self) -> str:
        """What a refusal or a notice calls the list."""
        return f"list {self.id} ({self.file}{', sheet ' + self.sheet if self.sheet else ''})"


@dataclass(frozen=True)
class Row:
    """A row of a list: whose it is (a reference), where it stands, and its cells by header key."""

    reference: str = field(repr=False)
    number: int
    """As a spreadsheet counts, from 1, so that a person finds the row."""
    cells: Mapping[str, Cell] = field(repr=False)


@dataclass(frozen=True)
class CaseList:
    """A list as read: its rows in the list's order.

    Attributes:
        source: where it stands.
        columns: its columns as written, without those that nobody may look at.
        rows: its rows.
        held: the columns whose cells the rows hold, as they are looked up; None: all of them.
    """

    source: ListSource
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)
    held: frozenset[str] | None = None

    @cached_property
    def by_reference(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each child; several where the list has several."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.reference, []).append(row)
        return MappingProxyType({reference: tuple(rows) for reference, rows in found.items()})

    @cached_property
    def _keys(self) -> frozenset[str]:
        there = frozenset(key(column) for column in self.columns)
        return there if self.held is None else there & self.held

    def has(self, column: str) -> bool:
        """Whether the list has this column, however it spells it, and its cells are held."""
        return key(column) in self._keys

    def cell(self, row: Row, column: str) -> Cell:
        """A row's cell in a column of the list."""
        return row.cells.get(key(column), BLANK)


@dataclass(frozen=True)
class Lists(Mapping[str, CaseList]):
    """All lists by id, and what was read past: one sentence each, never naming a child."""

    lists: Mapping[str, CaseList]
    notices: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> CaseList:
        return self.lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.lists)

    def __len__(self) -> int:
        return len(self.lists)


def read_lists(
    folder: Path,
    sources: tuple[ListSource, ...],
    refer: Callable[[str], str],
    needed: Mapping[str, Collection[str]] | None = None,
) -> Lists:
    """Read the lists from a folder.

    Args:
        folder: where the lists' files stand.
        sources: the lists to read.
        refer: turns an identifier into the review's reference of the child.
        needed: the columns whose cells are read and held, by the list's id (``samples.strata.columns_of``): of a
            list without an entry only who stands on it. None: all columns that may be looked at.

    Raises:
        InputRefused: a file, sheet or column that is not there or cannot be read, or a row without an identifier.
    """
    lists: dict[str, CaseList] = {}
    notices: list[str] = []
    for source in sources:
        if source.id in lists:
            raise InputRefused(source.where, "two lists have this id", "Give one of them another.")
        held = None if needed is None else frozenset(key(column) for column in needed.get(source.id, ()))
        lists[source.id], seen = _read(folder, source, refer, held)
        notices.extend(seen)
    return Lists(MappingProxyType(lists), tuple(notices))


def _read(
    folder: Path, source: ListSource, refer: Callable[[str], str], held: frozenset[str] | None
) -> tuple[CaseList, list[str]]:
    grid = read_grid(folder, source.file, source.sheet, source.where)
    header = find_header(grid.rows, source.identifier, source.where)
    columns = [Column(name, position) for name, position in open_columns(header) if held is None or key(name) in held]
    rows = tuple(_rows(grid, header, columns, source, refer))
    if not rows:
        raise InputRefused(source.where, "there is no row below its header", "Ask for the list again.")
    names = tuple(name for name, _ in open_columns(header))
    return CaseList(source, names, rows, held), [*grid.notices, *_notices(header, grid, columns, rows, source)]


def _rows(
    grid: Grid, header: Header, columns: Sequence[Column], source: ListSource, refer: Callable[[str], str]
) -> Iterator[Row]:
    for number, row in enumerate(grid.rows[header.row :], start=header.row + 1):
        if not any(plain(raw) for raw in row):
            continue
        if read_cell(at(row, header.identifier)).blank:
            raise InputRefused(
                f"{source.where}, row {number}",
                f"the column '{source.identifier}' is blank",
                "Every row needs the child's identifier; ask for it, or remove the row.",
            )
        cells = {column.key: column.cell(row) for column in columns}
        yield Row(refer(plain(at(row, header.identifier))), number, MappingProxyType(cells))


def _notices(
    header: Header, grid: Grid, columns: Sequence[Column], rows: Sequence[Row], source: ListSource
) -> Iterator[str]:
    if header.row > 1:
        yield f"{source.where}: the header stands on row {header.row}; what is above it was read past."
    if any(at(row, p) != "" for p, name in enumerate(header.names) if not name for row in grid.rows[header.row :]):
        yield f"{source.where}: a column without a header was not read."
    padded = sum(1 for row in grid.rows[header.row :] if _padded(at(row, header.identifier)))
    if padded:
        yield f"{source.where}: {_many(padded, 'identifier')} had blanks around."
    in_workbook = not source.file.casefold().endswith(".csv")
    for column in columns:
        hows = [row.cells[column.key].how for row in rows]
        if in_workbook and (written := hows.count("date written as text")):
            yield f"{source.where}, column '{column.name}': {_many(written, 'date')} written as text."
        if impossible := hows.count("no date"):
            yield f"{source.where}, column '{column.name}': {_many(impossible, 'date')} no calendar has."
        if unmatched := hows.count("unmatched"):
            yield f"{source.where}, column '{column.name}': {_many(unmatched, 'cell')} could not be read to a code."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _padded(raw: Raw) -> bool:
    return isinstance(raw, str) and raw != raw.strip()
