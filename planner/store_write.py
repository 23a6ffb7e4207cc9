"""The rows that one step writes, inside a transaction that the caller holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from pydantic import JsonValue

from planner.canonical import canonical, digest
from planner.store_chain import next_row
from planner.store_records import DrawRow
from planner.store_verify import DRAWS_RECORDED, VERSION_RECORDED, log_rows


class Made(NamedTuple):
    """When, by whom (a role) and why a step was made."""

    at: datetime
    who: str
    why: str


def add_version(
    database: sqlite3.Connection,
    number: int,
    stated: str,
    written: str,
    draws: Sequence[DrawRow],
    made: Made,
) -> None:
    """Write a version, the problem it answers unless that stands already, and the log's line with their hashes.

    Args:
        database: the open database, in a transaction.
        number: the version's number.
        stated: the problem as canonical JSON.
        written: the programme as canonical JSON.
        draws: the draws it rests on.
        made: when, by whom and why.
    """
    database.execute("INSERT OR IGNORE INTO snapshot VALUES (?, 'problem', ?)", (digest(stated), stated))
    row = (number, written, digest(stated), in_utc(made.at), made.who)
    database.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?)", row)
    detail: dict[str, JsonValue] = {"draws": [draw.hash for draw in draws]}
    detail |= {"version": number, "problem": digest(stated), "programme": digest(written)}
    add_line(database, VERSION_RECORDED, detail, made)


def add_draws(database: sqlite3.Connection, draws: Sequence[DrawRow], at: datetime) -> bool:
    """Write the draws not known yet; whether there was one."""
    rows = [(*draw, in_utc(at)) for draw in draws]
    before = database.total_changes
    database.executemany("INSERT OR IGNORE INTO draw VALUES (?, ?, ?, ?, ?)", rows)
    return database.total_changes > before


def log_draws(database: sqlite3.Connection, draws: Sequence[DrawRow], made: Made) -> None:
    """Write the log's line about draws that led to no new version."""
    add_line(database, DRAWS_RECORDED, {"draws": [draw.hash for draw in draws]}, made)


def same_programme(one: str, other: str) -> bool:
    """Whether two programmes, as canonical JSON, have the same sessions and leave out the same.

    Raises:
        ValueError or KeyError: one of them is no programme.
    """
    first, second = json.loads(one), json.loads(other)
    return all(first[part] == second[part] for part in ("sessions", "left_out"))


def in_utc(at: datetime) -> str:
    """The time as it is recorded.

    Raises:
        TypeError: it names no zone.
    """
    if at.tzinfo is None:
        raise TypeError("a time to be recorded has to name its zone")
    return at.astimezone(UTC).isoformat()


def add_line(database: sqlite3.Connection, what: str, detail: dict[str, JsonValue], made: Made) -> None:
    """Write the log's next line, chained to the one before."""
    rows = log_rows(database)
    last = rows[-1] if rows else None
    row = next_row(last, at=in_utc(made.at), what=what, who=made.who, why=made.why, detail=canonical(detail))
    database.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
