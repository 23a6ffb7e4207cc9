"""How a table becomes a sheet: real dates and times, a header that stays, filters and a print set-up.

The same tables give the same bytes: the only date in a workbook is the edition's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from textwrap import wrap
from typing import Literal
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from planner.layout import HEAD, PROGRAMME_SHEET, VERSION_COLUMN
from planner.outgoing.documents.dates import in_full
from planner.outgoing.documents.same_bytes import same_bytes
from planner.outgoing.views import Edition

Cell = str | int | float | date | time
"""A time is of the edition's zone, as the clock on the wall shows it."""

Kind = Literal["text", "number", "date", "time"]

FORMATS: Mapping[Kind, dict[str, str]] = {
    "text": {},
    "number": {"align": "center"},
    "date": {"num_format": "[$-809]dd mmm yyyy", "align": "left"},
    "time": {"num_format": "hh:mm", "align": "left"},
}
"""How a cell is shown; 809 is English (United Kingdom), so that a month is named alike on every machine."""

QUESTIONED: Mapping[str, str] = {
    "date": "This is no date of the review. Write the day, the month and the year.",
    "time": "This is no time of the day. Write it with a colon.",
}
"""What Excel says of a cell that holds something else."""

A4 = 9
LINE = 13.5
"""Points that a line of text in a body cell takes."""
HEADER = {
    "bold": True,
    "font_size": 10,
    "font_color": "#FFFFFF",
    "bg_color": "#1F3864",
    "border": 1,
    "text_wrap": True,
    "valign": "top",
}
BODY = {"font_size": 10, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
BAND = {"bg_color": "#EAF0F8"}
"""Every other day is shaded (or every other run of rows that begin alike)."""


@dataclass(frozen=True)
class Allowed:
    """What the cells of a column are meant to hold: a date between two, a time, or what a list offers.

    Excel asks whether a date or a time outside is meant; it offers the list, and takes anything else as well.
    """

    kind: Literal["date", "time", "list"]
    first: date = date.min
    last: date = date.max
    source: str = ""
    """The cells that hold the list."""


@dataclass(frozen=True)
class Table:
    """A sheet: its name, its columns with their widths in characters, and its rows.

    Attributes:
        shade_by: the column whose change begins a new band of shading; empty: no shading.
        says: a sentence below the table; empty: none.
        allowed: what columns are meant to hold, by their names, where somebody may change them.
    """

    name: str
    columns: Mapping[str, float]
    rows: tuple[tuple[Cell, ...], ...]
    shade_by: str = ""
    says: str = ""
    allowed: Mapping[str, Allowed] = field(default_factory=dict)


def workbook(edition: Edition, readers: str, tables: Iterable[Table], opens: str = "") -> bytes:
    """The tables as a workbook of Excel, a sheet each.

    Args:
        edition: which programme it is; its date is the workbook's own.
        readers: for whom it is, as its properties and its printed pages say.
        tables: the sheets in their order.
        opens: the sheet that is shown first; empty: the first one.
    """
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    made = edition.made.astimezone(UTC).replace(tzinfo=None)
    titled = f"{edition.review}: programme for {readers}"
    book.set_properties({"title": titled, "subject": f"Version {edition.version}", "created": made})
    header = book.add_format(HEADER)
    formats = {
        (kind, band): book.add_format(BODY | how | (BAND if band else {}))
        for kind, how in FORMATS.items()
        for band in (False, True)
    }
    if edition.head:
        book.set_custom_property(VERSION_COLUMN, edition.version, "number")
        book.set_custom_property(HEAD, edition.head, "text")
    for table in tables:
        sheet = book.add_worksheet(table.name)
        _head(sheet, table, header)
        _fill(sheet, table, formats)
        _ask_of(sheet, table)
        if table.name == opens:
            sheet.activate()
        _print_set_up(sheet, f"{titled} - {table.name}", edition)
    book.close()
    return same_bytes(target.getvalue())


def local(when: datetime, edition: Edition) -> datetime:
    """A time as the clocks of the edition's zone show it."""
    return when.astimezone(ZoneInfo(edition.zone))


def _head(sheet: Worksheet, table: Table, header: Format) -> None:
    for column, (name, width) in enumerate(table.columns.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, header)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _fill(sheet: Worksheet, table: Table, formats: Mapping[tuple[Kind, bool], Format]) -> None:
    shaded = list(table.columns).index(table.shade_by) if table.shade_by else None
    band = True
    for number, row in enumerate(table.rows):
        if shaded is not None and (number == 0 or row[shaded] != table.rows[number - 1][shaded]):
            band = not band
        sheet.set_row(number + 1, LINE * _lines(row, table.columns.values()))
        for column, cell in enumerate(row):
            _write(sheet, number + 1, column, cell, formats[_kind(cell), band and shaded is not None])
    if table.says:
        sheet.write_string(len(table.rows) + 2, 0, table.says)


def _ask_of(sheet: Worksheet, table: Table) -> None:
    for column, name in enumerate(table.columns):
        if name in table.allowed and table.rows:
            sheet.data_validation(1, column, len(table.rows), column, _asked(table.allowed[name]))


def _asked(one: Allowed) -> dict[str, object]:
    if one.kind == "list":
        return {"validate": "list", "source": one.source, "show_error": False}
    least, most = (time(0), time(23, 59)) if one.kind == "time" else (one.first, one.last)
    return {
        "validate": one.kind,
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_type": "warning",
        "error_title": PROGRAMME_SHEET,
        "error_message": QUESTIONED[one.kind],
    }


def _lines(row: Iterable[Cell], widths: Iterable[float]) -> int:
    """How many lines the fullest cell of a row takes: not every reader of Excel files works it out again."""
    texts = ((cell, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str))
    return max((len(wrap(text, int(width))) for text, width in texts), default=1) or 1


def _kind(cell: Cell) -> Kind:
    if isinstance(cell, date):
        return "date"
    if isinstance(cell, time):
        return "time"
    return "text" if isinstance(cell, str) else "number"


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, how: Format) -> None:
    """Text is written as text whatever it begins with: a title that starts with = is no formula."""
    if cell == "":
        sheet.write_blank(row, column, None, how)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, how)
    elif isinstance(cell, date | time):
        sheet.write_datetime(row, column, cell, how)
    else:
        sheet.write_number(row, column, cell, how)


def _print_set_up(sheet: Worksheet, titled: str, edition: Edition) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
    sheet.set_header(f"&L{_plain(titled)}")
    sheet.set_footer(f"&LVersion {edition.version} of {in_full(local(edition.made, edition))}&RPage &P of &N")


def _plain(text: str) -> str:
    """Text of a printed header: an ampersand of its own is doubled, and the longest that Excel takes is 255."""
    return text[:120].replace("&", "&&")
