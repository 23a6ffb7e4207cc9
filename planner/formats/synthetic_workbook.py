"""Write a format's review.xlsx: the sheets Staff and Away, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from pathlib import Path

import xlsxwriter

from planner.intake.review import Away, StaffMember
from planner.layout import SEPARATOR
from planner.layout_columns import Column
from planner.layout_sheets import SHEET_OF

YES = "yes"


def write_workbook(path: Path, members: Sequence[StaffMember], away: Sequence[Away], created: datetime) -> None:
    """Write everybody and everybody's absences; what is not said of somebody stays empty.

    Args:
        path: the workbook.
        members: the rows of the sheet Staff.
        away: the rows of the sheet Away.
        created: the workbook's own date, so that the same content makes the same file.
    """
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"title": "Staff and absences (synthetic)", "created": created})
        bold = workbook.add_format({"bold": True})
        moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet = workbook.add_worksheet(SHEET_OF["staff"].name)
        columns = SHEET_OF["staff"].columns
        sheet.write_row(0, 0, [column.name for column in columns], bold)
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, 5, 28)
        for row, member in enumerate(members, start=1):
            sheet.write_row(row, 0, [_cell(member, column) for column in columns])
        sheet = workbook.add_worksheet(SHEET_OF["away"].name)
        sheet.write_row(0, 0, [column.name for column in SHEET_OF["away"].columns], bold)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 2, 28)
        for row, absence in enumerate(away, start=1):
            sheet.write_string(row, 0, absence.who)
            sheet.write_datetime(row, 1, absence.start, moment)
            sheet.write_datetime(row, 2, absence.end, moment)


def _cell(member: StaffMember, column: Column) -> str | int:
    said: object = reduce(getattr, column.path, member)
    match said:
        case bool():
            return YES if said else ""
        case int():
            return said
        case tuple():
            return f"{SEPARATOR} ".join(said)
        case _:
            return str(said or "")
