"""A stratum: a title, the list it reads, a predicate, and a pick rule.

Sources: the strata sheet's mapping of the proposal's wording to list columns is an inference; it is kept
editable in the review and shown to the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

TEAM_COLUMNS = ("Allocated Team", "Team")
"""Where the team beside a worker's name stands, on the holder's list or the stratum's own."""

Pick = Literal["random", "most recent", "most episodes", "first in month"]

Test = Literal[
    "is",
    "is not",
    "is one of",
    "is blank",
    "is not blank",
    "is before",
    "is on or after",
    "in month",
    "first in month",
    "age below",
    "age at least",
    "in list",
    "not in list",
]


class Condition(BaseModel):
    """One row of a predicate: a column, a test and a value. All rows of a stratum hold for a case in its frame.

    ``is``/``is one of`` compare the cell's code where the column has codes, its text otherwise, without regard to
    case. Ages are counted at the date in the column ``at`` names, from the date of birth. ``first in month``: the
    child's earliest date in the column falls in the month (2021-02). ``in list``/``not in list``: the child stands
    on the list that ``value`` names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    list: str = ""
    """The list the column stands on, joined by the child's reference; empty: the stratum's own.

    Conditions on another list hold for one and the same row of that child there.
    """
    column: str = ""
    """The column that is tested; empty where a list is."""
    test: Test
    """How it is tested."""
    value: str | int | tuple[str, ...] = ""
    """What it is compared with: a text, several of them, a number of years, a month, a date, or the id of a list."""
    at: str = ""
    """A date column of the stratum's own list: when an age is counted (empty: the list's as-at date), or, where
    ``value`` is empty, the date that ``is before`` and ``is on or after`` compare with."""
    way: str = ""
    """Rows that share a way hold together; a case fits when all rows without a way hold and, where there are ways,
    all rows of at least one of them (step-up or step-down)."""

    @field_validator("value", mode="before")
    @classmethod
    def _dates_as_text(cls, value: object) -> object:
        if isinstance(value, datetime):
            return value.date().isoformat()
        return value.isoformat() if isinstance(value, date) else value


class Holder(BaseModel):
    """Where the name of the person who can speak about a case stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    list: str = ""
    """The list's id; empty: the stratum's own."""
    columns: tuple[str, ...] = ("Allocated Worker",)
    """The columns that hold a name, the first of them first."""
    role: str = "allocated worker"
    """What the person is to the case."""


class Stratum(BaseModel):
    """A group of cases that must be represented, and how one is picked from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    """What activities call it by; the draw depends on it."""
    title: str
    """The cases that are meant, in the words of the terms of reference."""
    list: str
    """The id of the list that the cases stand on."""
    where: tuple[Condition, ...] = ()
    """What holds for each of them; empty: any case on the list."""
    pick: Pick = "random"
    """What ranks the cases that fit; equals are ranked by their tickets."""
    by: str = ""
    """The date column that ranks: for most recent, first in month, most episodes."""
    month: str = ""
    """The month (2021-02) that first in month and most episodes look at."""
    holder: Holder = Holder()
    """Who can speak about a case, where an activity asks for nobody else."""
    others: tuple[Holder, ...] = ()
    """Others who can speak about the same case, each by a role of their own."""


def columns_of(strata: Iterable[Stratum]) -> Mapping[str, frozenset[str]]:
    """The columns that the strata need, by the list's id: no others are read (R-MIN).

    A list that strata only ask to stand on, or not to, is there without a column.
    """
    found: dict[str, set[str]] = {}
    for stratum in strata:
        holders = stratum.holder.list or stratum.list
        found.setdefault(stratum.list, set()).update(TEAM_COLUMNS, (stratum.by,))
        found.setdefault(holders, set()).update(TEAM_COLUMNS, stratum.holder.columns)
        for other in stratum.others:
            found.setdefault(other.list or stratum.list, set()).update(other.columns)
        for condition in stratum.where:
            found.setdefault(condition.list or stratum.list, set()).add(condition.column)
            found[stratum.list].add(condition.at)
    return {name: frozenset(columns - {""}) for name, columns in found.items()}


def rule(stratum: Stratum) -> tuple[str, ...]:
    """The stratum's rule in words, one sentence part a line: its list, its conditions, its pick."""
    conditions = tuple(_said(condition) for condition in stratum.where)
    return (f"cases on list {stratum.list}", *conditions, _pick_said(stratum))


def _said(condition: Condition) -> str:
    value = ", ".join(condition.value) if isinstance(condition.value, tuple) else str(condition.value)
    column = f"{condition.column} on list {condition.list}" if condition.list else condition.column
    at = f"at {condition.at}" if value and condition.at else condition.at
    told = " ".join(part for part in (column, condition.test, value, at) if part)
    return f"{condition.way}: {told}" if condition.way else told


def _pick_said(stratum: Stratum) -> str:
    if stratum.pick == "random":
        return "picked at random, by ticket"
    within = f" in {stratum.month}" if stratum.month else ""
    return f"picked by rule, {stratum.pick} by {stratum.by}{within}, equals by ticket"
