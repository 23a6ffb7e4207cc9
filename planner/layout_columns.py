"""What a sheet of review.xlsx and its columns are, and how they are said briefly.

A column's path says which field of the entry's model (``planner/intake/review.py``) it holds; what a cell may hold
follows from that field. A column is called as its field is, but for those with a name in ``CALLED``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

CALLED: Mapping[str, str] = {
    "First day": "start",
    "Last day": "end",
    "Declared first day": "declared_start",
    "Declared last day": "declared_end",
    "Time zone": "zone",
    "Away from": "start",
    "Away to": "end",
}
"""Columns that are called otherwise than their fields."""


class Column(NamedTuple):
    """A column of a sheet, the field it holds, and whether the sheet cannot do without it."""

    name: str
    path: tuple[str, ...]
    needed: bool = False


class Sheet(NamedTuple):
    """A sheet, the part of the review it holds, and the columns it may have, in any order."""

    name: str
    part: str
    columns: tuple[Column, ...]


class ChildSheet(NamedTuple):
    """A sheet whose rows belong to entries of another: which field of theirs, and the column that names the entry."""

    name: str
    part: str
    field: str
    owner: str
    columns: tuple[Column, ...]


def needed(*names: str) -> tuple[Column, ...]:
    """Columns that the sheet cannot do without."""
    return tuple(Column(name, (_field(name),), True) for name in names)


def may(*names: str) -> tuple[Column, ...]:
    """Columns that the sheet may have."""
    return tuple(Column(name, (_field(name),)) for name in names)


def within(field: str, **names: str) -> tuple[Column, ...]:
    """Columns of the fields of a table inside the entry: each field with the name of its column."""
    return tuple(Column(name, (field, inner)) for inner, name in names.items())


def need(who: str, field: str) -> tuple[Column, ...]:
    """The columns of an entry's needs: the nth pool goes with the nth count."""
    return within(field, **{what: f"{who} {what}" for what in ("pool", "people", "count", "expertise")})


def _field(name: str) -> str:
    return CALLED.get(name, name.lower().replace(" ", "_"))
