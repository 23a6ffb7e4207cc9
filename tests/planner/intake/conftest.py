"""A small complete review, as text and as a workbook, for everything that reads one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from planner.layout import REVIEW_TOML, REVIEW_XLSX, SINGLE, TABLES
from planner.layout_sheets import CHILD_SHEETS, SHEETS

Tables = dict[str, Any]
Sheets = dict[str, list[list[Any]]]

SMALL_REVIEW = (Path(__file__).parent / "small_review.toml").read_text(encoding="utf-8")


def toml_value(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{toml_key(key)} = {toml_value(one)}' for key, one in value.items())} }}"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    return repr(value)


def toml_key(key: str) -> str:
    """A key, quoted so that any text can be one."""
    return toml_value(key)


def toml_of(tables: Mapping[str, Any]) -> str:
    """Tables as the text of a review.toml."""
    lines: list[str] = []
    plain = {key: value for key, value in tables.items() if not _is_table(value)}
    lines.extend(f"{toml_key(key)} = {toml_value(value)}" for key, value in plain.items())
    for key, value in tables.items():
        if key in plain:
            continue
        for entry in value if isinstance(value, list) else [value]:
            lines.append(f"[[{toml_key(key)}]]" if isinstance(value, list) else f"[{toml_key(key)}]")
            lines.extend(f"{toml_key(field)} = {toml_value(one)}" for field, one in entry.items())
    return "\n".join(lines) + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)
    )


def sheets_of(tables: Mapping[str, Any]) -> Sheets:
    """Tables as the cells of a review.xlsx: a row of column names on each sheet, then one row an entry."""
    sheets: Sheets = {}
    for sheet in SHEETS:
        if TABLES[sheet.part] not in tables:
            continue
        value = tables[TABLES[sheet.part]]
        if sheet.part in SINGLE:
            pairs = [[c.name, _cell(value[c.path[0]])] for c in sheet.columns if c.path[0] in value]
            sheets[sheet.name] = [["Name", "Value"], *pairs]
        else:
            rows = [[_at(entry, column.path) for column in sheet.columns] for entry in value]
            sheets[sheet.name] = [[column.name for column in sheet.columns], *rows]
    for child in CHILD_SHEETS:
        rows = [
            [owner["id"], *(_at(entry, column.path) for column in child.columns)]
            for owner in tables.get(TABLES[child.part], [])
            for entry in owner.get(child.field, [])
        ]
        if rows:
            sheets[child.name] = [[child.owner, *(column.name for column in child.columns)], *rows]
    return sheets


def _at(entry: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = entry
    for nth, step in enumerate(path):
        if isinstance(value, list):
            return _of_needs(value, path[nth])
        if step not in value:
            return None
        value = value[step]
    return _cell(value)


def _of_needs(needs: list[Mapping[str, Any]], what: str) -> Any:
    if what == "people":
        return "; ".join(person for need in needs for person in need.get("people", []))
    return "; ".join(str(need.get(what, "")) for need in needs if "pool" in need)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(f"{one:%d/%m/%Y}" if isinstance(one, date) else str(one) for one in value)
    return value


def write_workbook(path: Path, sheets: Sheets) -> None:
    """Write cells as an Excel workbook; dates and times as Excel's own."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        formats = {
            kind: book.add_format({"num_format": how})
            for kind, how in ((datetime, "dd/mm/yyyy hh:mm"), (date, "dd/mm/yyyy"), (time, "hh:mm"))
        }
        for title, rows in sheets.items():
            page = book.add_worksheet(title)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if type(cell) in formats:
                        page.write_datetime(row, column, cell, formats[type(cell)])
                    elif isinstance(cell, str):
                        page.write_string(row, column, cell)
                    elif cell is not None:
                        page.write(row, column, cell)


@pytest.fixture
def small_text() -> str:
    """A small complete review as the text of a review.toml."""
    return SMALL_REVIEW


@pytest.fixture
def small_tables() -> Tables:
    """A small complete review as tables that a test may change."""
    return tomllib.loads(SMALL_REVIEW)


@pytest.fixture
def tables() -> Tables:
    """The small complete review by the names of its parts, as the model has them."""
    parts = {table: part for part, table in TABLES.items()}
    return {parts[table]: value for table, value in tomllib.loads(SMALL_REVIEW).items()}


@pytest.fixture
def in_toml(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    """Write tables as review.toml and answer the review folder."""

    def write(tables: Mapping[str, Any]) -> Path:
        (tmp_path / REVIEW_TOML).write_text(toml_of(tables), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def in_workbook(tmp_path: Path) -> Callable[[Sheets], Path]:
    """Write cells as review.xlsx and answer the review folder."""

    def write(sheets: Sheets) -> Path:
        write_workbook(tmp_path / REVIEW_XLSX, sheets)
        return tmp_path

    return write


@pytest.fixture
def as_sheets() -> Callable[[Mapping[str, Any]], Sheets]:
    """Turn tables into the cells of a workbook."""
    return sheets_of
