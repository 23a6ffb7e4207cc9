"""Whether a case belongs to a stratum: its predicate, tested row by row over the lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from samples.cells import Cell
from samples.codes import codes_of
from samples.deciding import CODED, list_of, refuse_unusable
from samples.frame import Lists, Row
from samples.strata import Condition, Stratum

_Way = Mapping[str, Sequence[Condition]]
"""Conditions that hold together, by the list they look at."""


def frame(stratum: Stratum, lists: Lists) -> Mapping[str, tuple[Row, ...]]:
    """The cases a stratum draws from: each child's reference with its rows that fit, by reference.

    Raises:
        InputRefused: an unknown list or column, a value that is none, or a deciding column with cells that could not
            be read plainly.
    """
    own = list_of(stratum.list, lists, f"stratum {stratum.id}")
    for condition in stratum.where:
        refuse_unusable(condition, stratum, lists)
    ways = _ways(stratum)
    fitting = {
        reference: tuple(row for row in rows if any(_all_hold(row, way, stratum, lists) for way in ways))
        for reference, rows in own.by_reference.items()
    }
    return {reference: fitting[reference] for reference in sorted(fitting) if fitting[reference]}


def _ways(stratum: Stratum) -> list[_Way]:
    """Each way a case can fit; a single one where the stratum names none."""
    common = [condition for condition in stratum.where if not condition.way]
    ways = dict.fromkeys(condition.way for condition in stratum.where if condition.way)
    groups = [[*common, *(c for c in stratum.where if c.way == way)] for way in ways] or [common]
    return [_by_list(group, stratum) for group in groups]


def _by_list(conditions: Sequence[Condition], stratum: Stratum) -> _Way:
    found: dict[str, list[Condition]] = {}
    for condition in conditions:
        found.setdefault(condition.list or stratum.list, []).append(condition)
    return found


def _all_hold(row: Row, way: _Way, stratum: Stratum, lists: Lists) -> bool:
    for name, there in way.items():
        rows = (row,) if name == stratum.list else lists[name].by_reference.get(row.reference, ())
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
    if condition.test in CODED:
        return (cell.text.casefold() in values(condition)) != (condition.test == "is not")
    return cell.date is not None and _date_holds(condition, cell.date, at)


def _date_holds(condition: Condition, day: date, at: date | None) -> bool:
    if condition.test == "in month":
        return in_month(day, str(condition.value))
    if condition.test in ("age below", "age at least"):
        return at is not None and (age(day, at) < int(str(condition.value))) == (condition.test == "age below")
    limit = date.fromisoformat(str(condition.value)) if condition.value else at
    return limit is not None and (day < limit) == (condition.test == "is before")


@lru_cache(maxsize=1024)
def values(condition: Condition) -> frozenset[str]:
    """The values that the condition compares with, without letter case: codes where the column has codes."""
    given = condition.value if isinstance(condition.value, tuple) else (str(condition.value),)
    codes = codes_of(condition.column)
    return frozenset((codes.read(value).code if codes else " ".join(value.split())).casefold() for value in given)


def age(born: date, at: date) -> int:
    """Age in whole years; a child born on 29 February is a year older on 1 March. Unborn: -1."""
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def in_month(day: date | None, month: str) -> bool:
    """Whether a day falls in a month written 2021-02."""
    return day is not None and day.isoformat()[:7] == month
