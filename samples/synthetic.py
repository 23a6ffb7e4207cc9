"""Synthetic lists for examples and tests: Annex A shaped, several hundred children, the same for the same seed."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
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

__all__ = ["SHEETS", "WORKBOOK", "SyntheticStaff", "Table", "synthetic_lists", "write_lists"]


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


def write_lists(tables: Mapping[str, Table], folder: Path) -> None:
    """Write the tables as a council would send them: an Annex A workbook and CSV files, the same bytes every time."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_workbook({SHEETS[name]: tables[name] for name in SHEETS if name in tables}, folder / WORKBOOK)
    for name, table in tables.items():
        if name not in SHEETS:
            _write_csv(table, folder / f"{name}.csv")


def _write_workbook(sheets: Mapping[str, Table], path: Path) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        workbook.set_properties({"created": datetime.combine(AS_AT, time())})
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
