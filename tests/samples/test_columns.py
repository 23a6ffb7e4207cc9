"""The columns of a list while it is read."""

from __future__ import annotations

from datetime import date, datetime

from samples.cells import read_cell
from samples.codes import GENDER
from samples.columns import Column, at, open_columns
from samples.headers import Header


def test_columns_that_nobody_may_look_at_are_not_open() -> None:
    header = Header(1, ("Child Unique ID", "Surname", "Level", "", "Home Post", "Team"), 0)
    assert list(open_columns(header)) == [("Level", 2), ("Team", 5)]


def test_row_that_is_too_short_has_nothing_there() -> None:
    assert [at(("C1", "Low"), position) for position in (1, 2)] == ["Low", ""]


def test_values_that_python_takes_for_equal_are_read_apart() -> None:
    raws = (1.0, True, "1", 0.0, False, date(2021, 2, 1), datetime(2021, 2, 1), 1.0)  # noqa: DTZ001 - a spreadsheet's
    column = Column("Number", 0)
    assert [column.cell((raw,)) for raw in raws] == [read_cell(raw) for raw in raws]


def test_column_with_codes_is_read_to_them() -> None:
    column = Column("GENDER ", 1)
    assert [column.cell(("C1", raw)).value for raw in ("a) Male", "Female", "a) Male")] == ["a", "b", "a"]
    assert column.cell(("C1", "a) Male")) == read_cell("a) Male", GENDER)
