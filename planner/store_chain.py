"""The log's hash chain: each line's hash covers the line and the hash of the line before it.

Whoever edits, removes or inserts a line has to rewrite every hash after it. Somebody who rewrites them all is
found out only by a hash noted elsewhere: the last one (``head``) belongs on what is handed to others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from planner.canonical import digest

GENESIS = "0" * 64
"""What the first line names as the hash before it."""


class LogRow(NamedTuple):
    """A line of the log exactly as it stands in the database: texts, so that no edited byte escapes the hash."""

    n: int
    at: str
    what: str
    who: str
    why: str
    detail: str
    previous: str
    hash: str


def row_hash(row: LogRow) -> str:
    """SHA-256 over the canonical JSON of a line, the hash before it included, its own hash not.

    Values of a type the log never writes are told by their representation, so that they cannot pass for text.
    """
    return digest(json.dumps(row[:-1], separators=(",", ":"), ensure_ascii=True, default=repr))


def next_row(last: LogRow | None, *, at: str, what: str, who: str, why: str, detail: str) -> LogRow:
    """The line that follows the last one."""
    n, previous = (last.n + 1, last.hash) if last else (1, GENESIS)
    row = LogRow(n, at, what, who, why, detail, previous, hash="")
    return row._replace(hash=row_hash(row))


def head(rows: Iterable[LogRow]) -> str:
    """The hash of the last line: it stands for the whole log."""
    last = GENESIS
    for row in rows:
        last = row.hash
    return last


def first_broken(rows: Iterable[LogRow]) -> int | None:
    """The place, counted from 1, of the first line that does not follow from the one before it; None: all do."""
    last: LogRow | None = None
    for place, row in enumerate(rows, start=1):
        follows = row.previous == (last.hash if last else GENESIS)
        if row.n != place or not follows or row.hash != row_hash(row):
            return place
        last = row
    return None
