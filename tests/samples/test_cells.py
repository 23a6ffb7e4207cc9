"""Reading one cell."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from samples.cells import read_cell
from samples.codes import ABUSE, GENDER


@pytest.mark.parametrize(
    ("raw", "value", "how"),
    [
        (date(2021, 2, 1), date(2021, 2, 1), "date"),
        (datetime(2021, 2, 1, 13, 30), date(2021, 2, 1), "date"),  # noqa: DTZ001 - as a spreadsheet has it
        ("01/02/2021", date(2021, 2, 1), "date written as text"),
        ("1/2/2021", date(2021, 2, 1), "date written as text"),
        (" 2021-02-01 ", date(2021, 2, 1), "date written as text"),
        ("2021-02-01T00:00:00", date(2021, 2, 1), "date written as text"),
        ("01/02/2021 00:00", date(2021, 2, 1), "date written as text"),
        ("29/02/2021", "29/02/2021", "no date"),
        ("2021-13-01", "2021-13-01", "no date"),
        ("01/02/21", "01/02/21", "text"),
        ("Team\u00a0 A ", "Team A", "text"),
        ("", "", "blank"),
        ("  ", "", "blank"),
        ("#N/A", "", "blank"),
        (12.0, "12", "number"),
        (1.5, "1.5", "number"),
    ],
)
def test_cell_is_read(raw: str | float | date, value: str | date, how: str) -> None:
    cell = read_cell(raw)
    assert (cell.value, cell.how) == (value, how)


def test_cell_keeps_its_raw_value_beside_the_code() -> None:
    cell = read_cell("a) Male", GENDER)
    assert (cell.raw, cell.value, cell.how) == ("a) Male", "a", "code with label")


def test_cell_with_a_date_in_a_coded_column_has_no_code() -> None:
    assert read_cell(date(2021, 2, 1), ABUSE).how == "date"


def test_cell_tells_nothing_of_its_content() -> None:
    assert repr(read_cell("01/02/2014")) == "Cell(how='date written as text')"
