"""Harmful corruptions of a review are refused in one sentence; harmless mess is accepted and listed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from corrupt_cells import Sheets, harmful_cells, harmless_cells
from corrupt_tables import SMALL_REVIEW, Case, Tables, harmful_tables, harmless_tables

from planner.intake.review import Review
from planner.intake.review_file import read_review
from planner.layout import REVIEW_TOML, REVIEW_XLSX
from planner.layout_sheets import SHEETS
from samples.errors import InputRefused

HARMFUL_FILES: dict[str, tuple[str, bytes]] = {
    "empty text": (REVIEW_TOML, b""),
    "blank text": (REVIEW_TOML, b" \n\n"),
    "not utf-8": (REVIEW_TOML, "[about]\ntitle = 'caf\u00e9'".encode("latin-1")),
    "utf-16": (REVIEW_TOML, "[about]".encode("utf-16")),
    "yaml": (REVIEW_TOML, b"about:\n  id: SR\n"),
    "json": (REVIEW_TOML, b'{"about": {"id": "SR"}}'),
    "unclosed text": (REVIEW_TOML, b'[about]\nid = "SR\n'),
    "unclosed table": (REVIEW_TOML, b"[about\n"),
    "no quotes": (REVIEW_TOML, b"[about]\nid = SR\n"),
    "impossible date": (REVIEW_TOML, b"[about]\nstart = 2021-02-30\n"),
    "impossible time": (REVIEW_TOML, b"[comfort]\npreferred_start = 25:00:00\n"),
    "key twice": (REVIEW_TOML, b'[about]\nid = "SR"\nid = "SR"\n'),
    "table twice": (REVIEW_TOML, b"[about]\n[about]\n"),
    "deeply nested": (REVIEW_TOML, b"a = " + b"[" * 5000 + b"]" * 5000),
    "very long number": (REVIEW_TOML, b"[about]\ngrid = " + b"9" * 5000),
    "a workbook as text": (REVIEW_TOML, b"PK\x03\x04\x00\x00\xff\xfe"),
    "empty workbook": (REVIEW_XLSX, b""),
    "text as workbook": (REVIEW_XLSX, b"Name,Role\nLead reviewer,lead\n"),
    "damaged workbook": (REVIEW_XLSX, b"PK\x03\x04" + b"\x00" * 200),
    "old workbook": (REVIEW_XLSX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    "locked workbook": (
        REVIEW_XLSX,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
    ),
    "web page as workbook": (REVIEW_XLSX, b"<html><table></table></html>"),
    "pdf as workbook": (REVIEW_XLSX, b"%PDF-1.7"),
}

HARMFUL_TABLES = list(harmful_tables())
HARMFUL_CELLS = list(harmful_cells())


def refuse(folder: Path, file: str) -> None:
    """A folder is refused in one line that names the file."""
    with pytest.raises(InputRefused) as refused:
        read_review(folder)
    sentence = str(refused.value)
    assert file in sentence
    assert sentence.splitlines() == [sentence]
    assert "Error" not in sentence


def test_harmful_corruptions_are_at_least_300() -> None:
    assert len(HARMFUL_TABLES) + len(HARMFUL_CELLS) + len(HARMFUL_FILES) + len(SHEETS) >= 300


@pytest.mark.parametrize("case", HARMFUL_TABLES, ids=lambda case: case.name)
def test_read_review_harmful_text_is_refused(
    case: Case, small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    case.change(small_tables)
    refuse(in_toml(small_tables), REVIEW_TOML)


@pytest.mark.parametrize("case", HARMFUL_CELLS, ids=lambda case: case.name)
def test_read_review_harmful_workbook_is_refused(
    case: Case,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    sheets = as_sheets(small_tables)
    case.change(sheets)
    refuse(in_workbook(sheets), REVIEW_XLSX)


@pytest.mark.parametrize("name", HARMFUL_FILES)
def test_read_review_harmful_file_is_refused(name: str, tmp_path: Path) -> None:
    file, data = HARMFUL_FILES[name]
    (tmp_path / file).write_bytes(data)
    refuse(tmp_path, file)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_read_review_part_in_both_files_is_refused(
    sheet: Any,
    small_text: str,
    tmp_path: Path,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    (tmp_path / REVIEW_TOML).write_text(small_text, encoding="utf-8")
    sheets = as_sheets(tomllib.loads(small_text))
    folder = in_workbook({sheet.name: sheets[sheet.name]})
    refuse(folder, REVIEW_TOML)
    refuse(folder, REVIEW_XLSX)


@pytest.mark.parametrize("file", [REVIEW_TOML, REVIEW_XLSX])
def test_read_review_folder_in_place_of_file_is_refused(file: str, tmp_path: Path) -> None:
    (tmp_path / file).mkdir()
    refuse(tmp_path, file)


def test_read_review_cut_workbook_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    with xlsxwriter.Workbook(whole) as book:
        book.add_worksheet("About").write(0, 0, "Name")
    data = whole.read_bytes()
    for length in range(4, len(data) - 1, len(data) // 12):
        (tmp_path / REVIEW_XLSX).write_bytes(data[:length])
        refuse(tmp_path, REVIEW_XLSX)


HARMLESS_TABLES = list(harmless_tables())
HARMLESS_CELLS = list(harmless_cells())


def same_but_noticed(folder: Path, clean: Review) -> None:
    """A folder is read as the clean review, with at least one notice of one line."""
    review = read_review(folder)
    assert review.model_copy(update={"notices": ()}) == clean
    assert review.notices
    assert all(notice.splitlines() == [notice] and notice.endswith(".") for notice in review.notices)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """The small review without any mess."""
    folder = tmp_path_factory.mktemp("clean")
    (folder / REVIEW_TOML).write_bytes(SMALL_REVIEW.read_bytes())
    return read_review(folder)


def test_harmless_mess_is_at_least_100() -> None:
    assert len(HARMLESS_TABLES) + len(HARMLESS_CELLS) >= 100


@pytest.mark.parametrize("case", HARMLESS_TABLES, ids=lambda case: case.name)
def test_read_review_harmless_text_is_read_and_noticed(
    case: Case, clean: Review, small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    case.change(small_tables)
    same_but_noticed(in_toml(small_tables), clean)


@pytest.mark.parametrize("case", HARMLESS_CELLS, ids=lambda case: case.name)
def test_read_review_harmless_workbook_is_read_and_noticed(
    case: Case,
    clean: Review,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    sheets = as_sheets(small_tables)
    case.change(sheets)
    same_but_noticed(in_workbook(sheets), clean)
