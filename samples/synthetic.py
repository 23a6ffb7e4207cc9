"""Synthetic lists for examples and tests: Annex A shaped, several hundred children, the same for the same seed."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

from samples import synthetic_annex_a as annex_a
from samples import synthetic_local as local
from samples.synthetic_annex_a import Table, Value
from samples.synthetic_children import AS_AT, SyntheticStaff, children

WORKBOOK = "annex-a.xlsx"
SHEETS: Mapping[str, str] = {"cin": "List_6", "protection": "List_7", "care": "List_8"}
"""The lists that stand in the Annex A workbook, by list id; every other list is a CSV file of its id's name."""

_WRITTEN = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}")
"""A date written as text, where lists are a little untidy."""

__all__ = ["AS_AT", "SHEETS", "WORKBOOK", "SyntheticStaff", "Table", "at", "synthetic_lists", "write_lists"]


def synthetic_lists(seed: int, staff: SyntheticStaff) -> dict[str, Table]:
    """All lists by id, with candidates for every stratum; another list's chances never change a list's rows.

    Args:
        seed: any whole number.
        staff: the names under which cases are held.
    """
    them = children(seed, staff)

    def chance(name: str) -> Random:
        return Random(f"{seed}:{name}")  # noqa: S311 - invented data: repeatable, not secret

    return {
        "cin": annex_a.cin(them, chance("cin")),
        "protection": annex_a.protection(them, chance("protection")),
        "care": annex_a.care(them, chance("care")),
        "audits": local.audits(them, chance("audits")),
        "edge-of-care": local.edge_of_care(them, chance("edge-of-care"), staff),
        "exploitation": local.exploitation(them, chance("exploitation"), staff),
        "missing": local.missing(them, chance("missing"), staff),
        "plo": local.plo(them, chance("plo")),
        "groups": local.groups(them, chance("groups")),
        "pregnancy": local.pregnancy(them, chance("pregnancy")),
        "iros": local.iros(them, chance("iros"), staff),
        "mothers": local.mothers(them, chance("mothers"), staff),
        "life-story": local.life_story(them, chance("life-story")),
        "fostering": local.fostering(them, chance("fostering"), staff),
    }


def at(tables: Mapping[str, Table], as_at: date) -> dict[str, Table]:
    """The same lists as they would have stood at another date: every date in them is moved by as many days."""
    days = as_at - AS_AT
    return {name: replace(table, rows=tuple(_moved(row, days) for row in table.rows)) for name, table in tables.items()}


def _moved(row: Sequence[Value], days: timedelta) -> tuple[Value, ...]:
    return tuple(_moved_value(value, days) for value in row)


def _moved_value(value: Value, days: timedelta) -> Value:
    if isinstance(value, date):
        return value + days
    if isinstance(value, str) and _WRITTEN.fullmatch(value):
        day, month, year = map(int, value.split("/"))
        return f"{date(year, month, day) + days:%d/%m/%Y}"
    return value


def write_lists(tables: Mapping[str, Table], folder: Path, as_at: date = AS_AT) -> None:
    """Write the tables as a council would send them: an Annex A workbook and CSV files, the same bytes every time.

    Args:
        tables: the lists by id.
        folder: where they shall stand; it is made.
        as_at: the date that they speak of, and the workbook's own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheets = {SHEETS[name]: tables[name] for name in SHEETS if name in tables}
    if sheets:
        _write_workbook(sheets, folder / WORKBOOK, as_at)
    for name, table in tables.items():
        if name not in SHEETS:
            _write_csv(table, folder / f"{name}.csv")


def _write_workbook(sheets: Mapping[str, Table], path: Path, as_at: date) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        workbook.set_properties({"created": datetime.combine(as_at, time())})
        bold = workbook.add_format({"bold": True})
        for name, table in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.write_string(0, 0, table.title, bold)
            sheet.write_row(1, 0, table.header, bold)
            for number, row in enumerate(table.rows, start=2):
                _write_row(sheet, number, row)


def _write_row(sheet: xlsxwriter.workbook.Worksheet, number: int, row: Sequence[Value]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, date):
            sheet.write_datetime(number, column, datetime.combine(value, time()))
        elif isinstance(value, int):
            sheet.write_number(number, column, value)
        elif value:
            sheet.write_string(number, column, value)


def _write_csv(table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(table.header)
        lines.writerows([f"{v:%d/%m/%Y}" if isinstance(v, date) else v for v in row] for row in table.rows)
