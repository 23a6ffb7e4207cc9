"""The columns that several sheets have, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from planner.layout import DATE, END, SEPARATOR, START, VERSION_COLUMN, WEEKDAY_COLUMN
from planner.outgoing.documents.dates import weekday
from planner.outgoing.documents.workbook import Cell, Table, local
from planner.outgoing.views import Edition

VERSION: dict[str, float] = {VERSION_COLUMN: 8}
WHEN: dict[str, float] = {DATE: 11, WEEKDAY_COLUMN: 11, START: 6, END: 6}


def when(start: datetime, end: datetime, edition: Edition) -> tuple[Cell, ...]:
    """Date, weekday, start and end as the clocks of the edition's zone show them: the cells of ``WHEN``."""
    begins, ends = local(start, edition), local(end, edition)
    return begins.date(), weekday(begins), begins.time(), ends.time()


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, in their order."""
    return f"{SEPARATOR} ".join(values)


def yes(marked: bool) -> str:
    """What stands in a column that marks some rows."""
    return "yes" if marked else ""


def sentences(name: str, header: str, edition: Edition, told: tuple[str, ...]) -> Table:
    """A sheet of sentences, one a row."""
    columns: Mapping[str, float] = VERSION | {header: 120}
    return Table(name, columns, tuple((edition.version, sentence) for sentence in told))
