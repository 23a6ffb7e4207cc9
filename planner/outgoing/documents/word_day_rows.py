"""The rows of a day in Word: its date in full once and in short again, its times, and where a page may end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from planner.outgoing.documents import dates
from planner.outgoing.documents.word_paper import TEXT_WIDTH
from planner.outgoing.documents.word_tables import Cell, Column, Line, Row, cell
from planner.outgoing.documents.word_text import BREAK

DATE_WIDTH = 1560
MOST_TOGETHER = 16
"""Rows of a day that stay on one page; a longer day would leave most of a page empty."""


def day_rows(day: date, rows: Sequence[tuple[Cell, ...]], mark: Cell = ()) -> Iterator[Row]:
    """The rows of a day, each after its date; the mark stands below the first date."""
    for at, cells in enumerate(rows):
        first = (*day_cell(day), *mark) if at == 0 else cell(dates.in_short(day), "Day Again")
        yield Row((first, *cells), begins=at == 0, parts=at > 1 and len(rows) > MOST_TOGETHER)


def day_cell(day: date) -> Cell:
    """A date in full."""
    return (Line("Day", (dates.weekday(day), BREAK, dates.in_full(day))),)


def time_cell(start: datetime, end: datetime, zone: str) -> Cell:
    """From when to when."""
    return (Line("Cell", ((dates.stretch(start, end, zone), "Time"),)),)


def after_date(shares: dict[str, int]) -> list[Column]:
    """The column of dates, and these by their widths."""
    return [Column("Date", DATE_WIDTH), *(Column(head, width) for head, width in shares.items())]


def with_place(shares: dict[str, int]) -> list[Column]:
    """The same, and what is left of the text's width for places."""
    return after_date({**shares, "Place": TEXT_WIDTH - DATE_WIDTH - sum(shares.values())})
