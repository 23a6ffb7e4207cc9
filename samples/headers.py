"""Finding a list's header row, whatever stands above it and however its columns are spelled and ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from samples.cells import plain
from samples.code_set import words
from samples.errors import InputRefused
from samples.sheets import Raw

LOOKED_THROUGH = 5
"""How many rows are looked through for the header; Annex A has it on row 1 (2024) or 2 (2019)."""

_SAME: Mapping[str, str] = {"age": "age of child years"}
"""The January 2024 layout shortens one header of the August 2019 layout beyond punctuation."""


@dataclass(frozen=True)
class Header:
    """A list's header: where it stands and its columns.

    Attributes:
        row: its row number as a spreadsheet counts, from 1.
        names: the headers as written, in the list's order; empty where a column has none.
        identifier: the position of the identifier's column, from 0.
    """

    row: int
    names: tuple[str, ...]
    identifier: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The headers as they are looked up: without case, punctuation and blanks."""
        return tuple(key(name) for name in self.names)


@lru_cache(maxsize=1024)
def key(name: str) -> str:
    """A header as it is looked up, so that spellings of one header are one.

    Looked up once each and remembered: meant for headers only, never for what stands below them.
    """
    return _looked_up(name)


def _looked_up(name: str) -> str:
    plain_words = words(name)
    return _SAME.get(plain_words, plain_words)


def find_header(rows: Sequence[Sequence[Raw]], identifier: str, where: str) -> Header:
    """Find the row that holds the identifier's column among the first rows.

    Raises:
        InputRefused: no such column, or two columns with one header. The refusal shows no other cell: without a
            header, the first row is a child's.
    """
    wanted = key(identifier)
    for number, row in enumerate(rows[:LOOKED_THROUGH], start=1):
        names = tuple(plain(raw) for raw in row)
        if wanted in (keys := [_looked_up(name) for name in names]):
            _refuse_twins(names, f"{where}, row {number}")
            return Header(number, names, keys.index(wanted))
    seen = {_looked_up(plain(raw)): plain(raw) for row in rows[:LOOKED_THROUGH] for raw in row}
    near = get_close_matches(wanted, list(seen), n=1, cutoff=0.6)
    hint = f"Is it '{seen[near[0]]}'? Then name that as the list's identifier." if near else "Check the header row."
    raise InputRefused(where, f"there is no column '{identifier}' in its first {LOOKED_THROUGH} rows", hint)


def _refuse_twins(names: Sequence[str], where: str) -> None:
    twice = [name for name in names if name and Counter(key(each) for each in names)[key(name)] > 1]
    if twice:
        raise InputRefused(where, f"the column '{twice[0]}' stands there twice", "Remove or rename one of them.")
