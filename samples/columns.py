"""The columns of a list while it is read: which may be looked at, and each cell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samples.cells import Cell, read_cell
from samples.codes import codes_of
from samples.headers import Header, key
from samples.sheets import Raw

WITHHELD = frozenset(
    {
        *("ethnicity", "ethnic", "placement postcode", "postcode", "home post", "pl post", "address"),
        *("name", "child name", "childs name", "full name", "first name", "forename", "surname", "last name"),
        *("upn", "unique pupil number", "nhs number", "family identifier", "initials"),
    }
)
"""Columns that are never held, as they are looked up (R-ID, R-MIN)."""


def open_columns(header: Header) -> Iterator[tuple[str, int]]:
    """The columns that may be looked at, by header and position; the identifier's is none of them."""
    for position, (name, looked_up) in enumerate(zip(header.names, header.keys, strict=True)):
        if name and position != header.identifier and looked_up not in WITHHELD:
            yield name, position


def at(row: Sequence[Raw], position: int) -> Raw:
    """What stands at a position of a row; nothing where the row is shorter."""
    return row[position] if position < len(row) else ""


class Column:
    """A column of a list; a value that stands in it often is read once.

    It lives as long as its list is read: nothing of the cells is remembered beyond that.
    """

    def __init__(self, name: str, position: int) -> None:
        self.name = name
        self.key = key(name)
        self._position = position
        self._codes = codes_of(name)
        self._read: dict[tuple[type, Raw], Cell] = {}

    def cell(self, row: Sequence[Raw]) -> Cell:
        """The row's cell in this column."""
        raw = at(row, self._position)
        # with its type, because True and 1.0 are one key otherwise
        seen = (type(raw), raw)
        if seen not in self._read:
            self._read[seen] = read_cell(raw, self._codes)
        return self._read[seen]
