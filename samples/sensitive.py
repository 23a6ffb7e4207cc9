"""What a child could be known by, gathered from the lists for the leak index and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samples.cells import plain, read_cell
from samples.frame import ListSource
from samples.headers import find_header, key
from samples.sheets import read_grid

_NAMES = frozenset({"name", "child name", "childs name", "full name", "first name", "forename", "surname", "last name"})
_NUMBERS = frozenset({"upn", "unique pupil number", "nhs number", "family identifier", "family id"})
_BORN = frozenset({"date of birth", "dob", "mc dob"})


def sensitive_values(folder: Path, sources: tuple[ListSource, ...]) -> Iterator[str]:
    """Yield every identifier, name, other number and date of birth (as 2014-03-09) that the lists hold.

    Meant to be hashed at once by ``samples.reference.leak_index``; the values themselves are to be kept nowhere.

    Raises:
        InputRefused: a list cannot be read.
    """
    for source in sources:
        rows = read_grid(folder, source.file, source.sheet, source.where).rows
        header = find_header(rows, source.identifier, source.where)
        wanted = [
            p for p, name in enumerate(header.keys) if name in _NAMES | _NUMBERS | _BORN | {key(source.identifier)}
        ]
        for row in rows[header.row :]:
            for position in wanted:
                if position >= len(row) or (cell := read_cell(row[position])).blank:
                    continue
                yield cell.text if cell.date else plain(row[position])
