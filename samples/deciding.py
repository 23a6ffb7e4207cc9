"""What a stratum may not be decided on: unknown lists and columns, values that are none, cells not read plainly.

A frame built on a misread column is wrong without anyone seeing it, so such a stratum is refused until the list is put
right. Refusals name the list, the column and the rows' numbers, never a child.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from samples.cells import Cell
from samples.codes import codes_of
from samples.errors import InputRefused
from samples.frame import CaseList, Lists
from samples.strata import Condition, Stratum

CODED = frozenset({"is", "is not", "is one of"})
DATED = frozenset({"is before", "is on or after", "in month", "first in month", "age below", "age at least"})
_READ_PLAINLY = frozenset({"code", "code with label", "label", "blank"})


def list_of(name: str, lists: Lists, where: str) -> CaseList:
    """The list with this id.

    Raises:
        InputRefused: there is none.
    """
    if name not in lists:
        raise InputRefused(where, f"there is no list {name!r}", f"The lists are {', '.join(lists) or 'none'}.")
    return lists[name]


def dates_of(column: str, cases: CaseList, where: str) -> Mapping[int, date | None]:
    """The dates in a deciding column by row number; None where it is blank.

    Raises:
        InputRefused: no such column, or cells that hold something else than a date.
    """
    refuse_unknown(column, cases, where)
    _refuse_cells(column, cases, lambda cell: cell.blank or cell.date is not None, "no date that exists", where)
    return {row.number: cases.cell(row, column).date for row in cases.rows}


def refuse_unknown(column: str, cases: CaseList, where: str) -> None:
    """Refuse a column that the list does not have, or that is not held.

    Raises:
        InputRefused: naming the list's columns.
    """
    if not cases.has(column):
        there = ", ".join(cases.columns)
        raise InputRefused(where, f"list {cases.source.id} has no column '{column}'", f"Its columns are: {there}.")


def refuse_unusable(condition: Condition, stratum: Stratum, lists: Lists) -> None:
    """Refuse a condition that cannot be decided plainly on every row.

    Raises:
        InputRefused: an unknown list or column, a value that is none, or cells that were not read plainly.
    """
    where = f"stratum {stratum.id}"
    cases = list_of(condition.list or stratum.list, lists, where)
    if condition.test in ("in list", "not in list"):
        list_of(str(condition.value), lists, where)
        return
    refuse_unknown(condition.column, cases, where)
    _refuse_value(condition, where)
    if condition.at:
        dates_of(condition.at, lists[stratum.list], where)
    if condition.test in DATED:
        dates_of(condition.column, cases, where)
    if condition.test in CODED and codes_of(condition.column):
        _refuse_cells(condition.column, cases, lambda cell: cell.how in _READ_PLAINLY, "no code for certain", where)


def _refuse_value(condition: Condition, where: str) -> None:
    spot = f"{where}, '{condition.column}' {condition.test}"
    text = str(condition.value)
    if condition.test in CODED and condition.value in ("", ()):
        raise InputRefused(spot, "it names no value to compare with", "Write one, or test 'is blank'.")
    if condition.test in CODED and (codes := codes_of(condition.column)):
        for value in condition.value if isinstance(condition.value, tuple) else (text,):
            if codes.read(value).how == "unmatched":
                raise InputRefused(spot, f"{value!r} is no {codes.name}", f"The codes are {', '.join(codes.labels)}.")
    elif condition.test in ("in month", "first in month"):
        refuse_no_month(text, spot)
    elif condition.test in ("age below", "age at least") and not text.isdecimal():
        raise InputRefused(spot, f"{text!r} is no age in years", "Write a whole number.")
    elif condition.test in ("is before", "is on or after") and not (condition.at and not text):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise InputRefused(spot, f"{text!r} is no date", "Write it as 2021-04-14.") from None


def refuse_no_month(text: str, where: str) -> None:
    """Refuse a text that is no month.

    Raises:
        InputRefused: it is not of the form 2021-02.
    """
    try:
        if len(text) != 7:
            raise ValueError(text)
        date.fromisoformat(f"{text}-01")
    except ValueError:
        raise InputRefused(where, f"{text!r} is no month", "Write it as 2021-02.") from None


def _refuse_cells(column: str, cases: CaseList, plainly: Callable[[Cell], bool], what: str, where: str) -> None:
    wrong = [row.number for row in cases.rows if not plainly(cases.cell(row, column))]
    if wrong:
        shown = ", ".join(str(number) for number in wrong[:5]) + (" ..." if len(wrong) > 5 else "")
        raise InputRefused(
            f"{where}, {cases.source.where}, column '{column}'",
            f"{len(wrong)} of {len(cases.rows)} rows hold {what} (rows {shown})",
            "The column decides who is drawn: have these cells put right in the list.",
        )
