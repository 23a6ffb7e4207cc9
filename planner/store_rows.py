"""Versions as they are read back from a review's database, their times in the review's zone."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from constraints.problem import Problem
from constraints.programme import Programme
from planner.canonical import digest, in_zone, load
from planner.store_packed import unpacked
from planner.store_records import StoredVersion

_ONE = """
SELECT number, made_at, made_by, programme, hash, json FROM version JOIN snapshot ON hash = problem
WHERE number = ?1 OR ?1 IS NULL ORDER BY number DESC LIMIT 1
"""

_UP_TO = """
SELECT number, made_at, made_by, programme, hash, json FROM version JOIN snapshot ON hash = problem
WHERE number <= ?1 ORDER BY number
"""

_Row = tuple[int, str, str, str, str, object]


def stored(database: sqlite3.Connection, number: int | None) -> StoredVersion | None:
    """A version by its number, or the last one; None: there is none.

    Raises:
        ValueError, TypeError or KeyError: it is not what was recorded.
    """
    row = database.execute(_ONE, (number,)).fetchone()
    return None if row is None else _version(row, {})


def stored_up_to(database: sqlite3.Connection, number: int) -> tuple[StoredVersion, ...]:
    """All versions up to this one, the first one first.

    Raises:
        ValueError, TypeError or KeyError: one of them is not what was recorded.
    """
    read: dict[str, Problem] = {}
    return tuple(_version(row, read) for row in database.execute(_UP_TO, (number,)))


def drawn(database: sqlite3.Connection) -> dict[str, tuple[tuple[str, int], ...]]:
    """The strata for which each case was ever drawn, with its rank there, by its reference.

    Raises:
        ValueError, TypeError or KeyError: a draw is not what was recorded.
    """
    found: dict[str, dict[tuple[str, int], None]] = {}
    for stratum, text in database.execute("SELECT stratum, json FROM draw ORDER BY recorded_at, hash"):
        told = json.loads(text)
        for one in (*told["base"], *told["reserves"]):
            found.setdefault(one["reference"], {})[stratum, one["rank"]] = None
    return {reference: tuple(places) for reference, places in found.items()}


def recorded_at(text: str) -> datetime:
    """A time as it was recorded, in UTC."""
    return datetime.fromisoformat(text)


def _version(row: _Row, read: dict[str, Problem]) -> StoredVersion:
    """A version from its row; a problem that several versions answer is read once."""
    number, at, who, written, problem_hash, kept = row
    if problem_hash not in read:
        stated = unpacked(kept)
        if digest(stated) != problem_hash:
            raise ValueError("the snapshot's text is not the one its hash was taken of")
        problem = Problem.model_validate_json(stated)
        read[problem_hash] = in_zone(problem, problem.tz)
    problem = read[problem_hash]
    programme = load(Programme, written, problem.tz)
    made = recorded_at(at).astimezone(problem.tz)
    return StoredVersion(number=number, problem=problem, programme=programme, at=made, who=who)
