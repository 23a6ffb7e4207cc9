"""The workbook can say all that review.toml can, and each of its columns holds a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from planner.intake.review import Review
from planner.intake.review_file import read_review
from planner.intake.shapes import shapes
from planner.layout import SINGLE, TABLES
from planner.layout_sheets import CHILD_SHEETS, SHEET_OF, SHEETS
from samples.errors import InputRefused

Tables = dict[str, Any]
Sheets = dict[str, list[list[Any]]]
Way = tuple[str, ...]


def model_of(part: str) -> type[BaseModel]:
    shape = shapes(Review)[part]
    model = shape.model if part in SINGLE else shape.item.model if shape.item else None
    assert model is not None
    return model


def leaves(model: type[BaseModel]) -> Iterator[Way]:
    """The way to every field that holds no table."""
    for field, shape in shapes(model).items():
        inner = shape.model or (shape.item.model if shape.item else None)
        if inner is None:
            yield (field,)
        else:
            yield from ((field, *path) for path in leaves(inner))


def columns(part: str) -> Iterator[Way]:
    yield from (column.path for column in SHEET_OF[part].columns)
    for child in CHILD_SHEETS:
        if child.part == part:
            yield from ((child.field, *column.path) for column in child.columns)


@pytest.mark.parametrize("part", TABLES)
def test_every_field_of_a_part_has_one_column_and_every_column_a_field(part: str) -> None:
    """A condition's list and way had no column: step-down could be written in review.toml only."""
    assert sorted(columns(part)) == sorted(leaves(model_of(part)))


def test_sheets_are_called_differently_and_so_are_the_columns_of_each() -> None:
    sheets = (*SHEETS, *CHILD_SHEETS)
    assert len({sheet.name.casefold() for sheet in sheets}) == len(sheets)
    for sheet in sheets:
        names = [column.name.casefold() for column in sheet.columns]
        assert len(set(names)) == len(names)


def test_cells_hold_several_values_between_semicolons(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    assert sheets["Travel"][1][0] == "hall; north"
    sheets["Travel"][1][0] = "hall ;north"
    sheets["Rotations"][1][1] = "reviewers;workers;"
    review = read_review(in_workbook(sheets))
    assert review.travel[0].between == ("hall", "north")
    assert review.rotations[0].pools == ("reviewers", "workers")
    assert review.paces[0].kinds == ("interview", "keep in touch")
    assert review.activities[3].rooms == ("room-1", "room-2")
    assert review.strata[0].others[0].columns == ("IRO", "Deputy IRO")


@pytest.mark.parametrize(("cell", "said"), [("yes", True), ("No", False), (True, True), (None, False)])
def test_yes_and_no_are_read(
    cell: object,
    said: bool,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    sheets = as_sheets(small_tables)
    for sheet, column, row in (("Activities", "Evening", 4), ("Staff", "Consecutive days", 2)):
        sheets[sheet][row][sheets[sheet][0].index(column)] = cell
    review = read_review(in_workbook(sheets))
    assert (review.activities[3].evening, review.staff[1].consecutive_days) == (said, said)


def test_a_wrong_gap_names_its_own_sheet(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Gaps"][2][1] = "S99"
    with pytest.raises(InputRefused, match=r"review\.xlsx, sheet Gaps, cell B3 \(After\): there is no activity 'S99'"):
        read_review(in_workbook(sheets))


def test_spaces_about_the_entry_that_a_row_belongs_to_are_noticed_once(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    for row in sheets["Gaps"][1:]:
        row[0] = f" {row[0]}"
    assert read_review(in_workbook(sheets)).notices == (
        "review.xlsx, sheet Gaps, cell A2 (Activity): spaces beside or inside the text were dropped "
        "(and in 2 more places like it).",
    )
