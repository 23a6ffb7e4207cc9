"""Whether a case belongs to a stratum: its predicate, tested row by row over the lists.

Refusals and sentences name the list, the column and how many rows, never a child.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from samples.cells import Cell
from samples.codes import codes_of
from samples.errors import InputRefused
from samples.frame import CaseList, Lists, Row
from samples.strata import Condition, Stratum

_CODED = frozenset({"is", "is not", "is one of"})
_DATED = frozenset({"is before", "is on or after", "in month", "first in month", "age below", "age at least"})
_READ_PLAINLY = frozenset({"code", "code with label", "label", "blank"})


def frame(stratum: Stratum, lists: Lists) -> Mapping[str, tuple[Row, ...]]:
    """The cases a stratum draws from: each child's reference with its rows that fit, by reference.

    Raises:
        InputRefused: an unknown list or column, a value that is none, or a deciding column with cells that could not
            be read plainly.
    """
    own = list_of(stratum.list, lists, f"stratum {stratum.id}")
    for condition in stratum.where:
        _refuse_unusable(condition, stratum, lists)
    fitting = {
        reference: tuple(row for row in rows if _fits(row, stratum, lists))
        for reference, rows in own.by_reference.items()
    }
    return {reference: fitting[reference] for reference in sorted(fitting) if fitting[reference]}


def list_of(id: str, lists: Lists, where: str) -> CaseList:
    """The list with this id.

    Raises:
        InputRefused: there is none.
    """
    if id not in lists:
        raise InputRefused(where, f"there is no list {id!r}", f"The lists are {', '.join(lists) or 'none'}")
    return lists[id]


def dates_of(column: str, cases: CaseList, where: str) -> Mapping[int, date | None]:
    """The dates in a deciding column by row number; None where it is blank.

    Raises:
        InputRefused: no such column, or cells that hold something else than a date.
    """
    refuse_unknown(column, cases, where)
    cells = {row.number: cases.cell(row, column) for row in cases.rows}
    _refuse_cells(cells, lambda cell: cell.blank or cell.date is not None, "no date that exists", column, cases, where)
    return {number: cell.date for number, cell in cells.items()}


def refuse_unknown(column: str, cases: CaseList, where: str) -> None:
    """Refuse a column that the list does not have, or that is not held.

    Raises:
        InputRefused: naming the list's columns.
    """
    if not cases.has(column):
        there = ", ".join(cases.columns)
        raise InputRefused(where, f"list {cases.source.id} has no column {column!r}", f"Its columns are: {there}")


def _fits(row: Row, stratum: Stratum, lists: Lists) -> bool:
    common = [condition for condition in stratum.where if not condition.way]
    ways = dict.fromkeys(condition.way for condition in stratum.where if condition.way)
    groups = [[*common, *(c for c in stratum.where if c.way == way)] for way in ways] or [common]
    return any(_all_hold(row, group, stratum, lists) for group in groups)


def _all_hold(row: Row, conditions: Sequence[Condition], stratum: Stratum, lists: Lists) -> bool:
    for id in dict.fromkeys(condition.list or stratum.list for condition in conditions):
        there = [condition for condition in conditions if (condition.list or stratum.list) == id]
        rows = (row,) if id == stratum.list else lists[id].by_reference.get(row.reference, ())
        if not any(all(_holds(c, each, row, stratum, lists) for c in there) for each in rows):
            return False
    return True


def _holds(condition: Condition, row: Row, own: Row, stratum: Stratum, lists: Lists) -> bool:
    cases = lists[condition.list or stratum.list]
    if condition.test in ("in list", "not in list"):
        return (own.reference in lists[str(condition.value)].by_reference) == (condition.test == "in list")
    if condition.test == "first in month":
        dates = [cases.cell(each, condition.column).date for each in cases.by_reference[row.reference]]
        return in_month(min((day for day in dates if day), default=None), str(condition.value))
    at = lists[stratum.list].cell(own, condition.at).date if condition.at else cases.source.as_at
    return holds(condition, cases.cell(row, condition.column), at)


def holds(condition: Condition, cell: Cell, at: date | None) -> bool:
    """Whether one cell passes a condition that looks at one row.

    Args:
        condition: the test and its value.
        cell: the cell in the condition's column.
        at: the date an age is counted at, or the date to compare with where the condition has no value.
    """
    if condition.test == "is blank":
        return cell.blank
    if condition.test == "is not blank":
        return not cell.blank
    if condition.test in _CODED:
        found = cell.text.casefold() in {value.casefold() for value in values(condition)}
        return found != (condition.test == "is not")
    if cell.date is None:
        return False
    if condition.test == "in month":
        return in_month(cell.date, str(condition.value))
    if condition.test in ("age below", "age at least"):
        return at is not None and (age(cell.date, at) < int(str(condition.value))) == (condition.test == "age below")
    limit = date.fromisoformat(str(condition.value)) if condition.value else at
    return limit is not None and (cell.date < limit) == (condition.test == "is before")


def values(condition: Condition) -> tuple[str, ...]:
    """The values that the condition compares with: codes where the column has codes."""
    given = condition.value if isinstance(condition.value, tuple) else (str(condition.value),)
    codes = codes_of(condition.column)
    return tuple(codes.read(value).code if codes else " ".join(value.split()) for value in given)


def age(born: date, at: date) -> int:
    """Age in whole years; a child born on 29 February is a year older on 1 March. Unborn: -1."""
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def in_month(day: date | None, month: str) -> bool:
    """Whether a day falls in a month written 2021-02."""
    return day is not None and f"{day:%Y-%m}" == month


def _refuse_unusable(condition: Condition, stratum: Stratum, lists: Lists) -> None:
    where = f"stratum {stratum.id}"
    cases = list_of(condition.list or stratum.list, lists, where)
    if condition.test in ("in list", "not in list"):
        list_of(str(condition.value), lists, where)
        return
    refuse_unknown(condition.column, cases, where)
    _refuse_value(condition, where)
    if condition.at:
        dates_of(condition.at, lists[stratum.list], where)
    if condition.test in _DATED:
        dates_of(condition.column, cases, where)
    if condition.test in _CODED and codes_of(condition.column):
        cells = {row.number: cases.cell(row, condition.column) for row in cases.rows}
        _refuse_cells(cells, lambda c: c.how in _READ_PLAINLY, "no code for certain", condition.column, cases, where)


def _refuse_value(condition: Condition, where: str) -> None:
    spot = f"{where}, {condition.column!r} {condition.test}"
    text = str(condition.value)
    if condition.test in _CODED and (codes := codes_of(condition.column)):
        for value in condition.value if isinstance(condition.value, tuple) else (text,):
            if codes.read(value).how == "unmatched":
                raise InputRefused(spot, f"{value!r} is no {codes.name}", f"The codes are {', '.join(codes.labels)}")
    elif condition.test in ("in month", "first in month"):
        refuse_no_month(text, spot)
    elif condition.test in ("age below", "age at least") and not text.isdigit():
        raise InputRefused(spot, f"{text!r} is no age in years", "Write a whole number")
    elif condition.test in ("is before", "is on or after") and not (condition.at and not text):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise InputRefused(spot, f"{text!r} is no date", "Write it as 2021-04-14") from None


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
        raise InputRefused(where, f"{text!r} is no month", "Write it as 2021-02") from None


def _refuse_cells(
    cells: Mapping[int, Cell], plainly: Callable[[Cell], bool], what: str, column: str, cases: CaseList, where: str
) -> None:
    wrong = [number for number, cell in cells.items() if not plainly(cell)]
    if wrong:
        shown = ", ".join(str(number) for number in wrong[:5]) + (" ..." if len(wrong) > 5 else "")
        raise InputRefused(
            f"{where}, {cases.source.where}, column {column!r}",
            f"{len(wrong)} of {len(cases.rows)} rows hold {what} (rows {shown})",
            "The column decides who is drawn: have these cells put right in the list",
        )
