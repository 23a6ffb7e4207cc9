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
from planner.store_packed import packed
from planner.store_records import DRAWS_RECORDED, OF_NOTHING, SAID, VERSION_RECORDED, Answering, DrawRow
from planner.store_verify import log_rows


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
    draws: Sequence[str],
    made: Made,
    answering: Answering = OF_NOTHING,
) -> None:
    """Write a version, the problem it answers unless that stands already, and the log's line with their hashes.

    Args:
        database: the open database, in a transaction.
        number: the version's number.
        stated: the problem as canonical JSON.
        written: the programme as canonical JSON.
        draws: the hashes of the draws it rests on.
        made: when, by whom and why.
        answering: which lines of the log it takes into account, and why it was made.
    """
    database.execute("INSERT OR IGNORE INTO snapshot VALUES (?, 'problem', ?)", (digest(stated), packed(stated)))
    row = (number, written, digest(stated), in_utc(made.at), made.who)
    database.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?)", row)
    detail: dict[str, JsonValue] = {"draws": [*draws]}
    detail |= {"version": number, "problem": digest(stated), "programme": digest(written)}
    add_line(database, VERSION_RECORDED, detail | _told(answering), made)


def _told(answering: Answering) -> dict[str, JsonValue]:
    """What a version's line says beside hashes; what there is nothing to say of is not said."""
    lines, step = answering
    told: dict[str, JsonValue] = {"answers": [*lines], "step": step.how, "of": step.of}
    told |= {"again": [*step.again], "back": [*step.back]}
    return {name: value for name, value in told.items() if value}


def answered_by(database: sqlite3.Connection, version: int) -> tuple[int, ...]:
    """The lines of the log that a version takes into account; none where it was made before such lines were."""
    for row in reversed(log_rows(database)):
        if row.what == VERSION_RECORDED and (told := json.loads(row.detail))["version"] == version:
            return tuple(told.get("answers", ()))
    return ()


def draws_of(database: sqlite3.Connection, version: int) -> list[str]:
    """The hashes of the draws on which a version rests.

    Draws recorded after it and before the next version led to the same programme. Versions that were made of another
    one named none in earlier databases: they rest on those that were named last.
    """
    found: list[str] = []
    for row in log_rows(database):
        if row.what in (VERSION_RECORDED, DRAWS_RECORDED):
            told = json.loads(row.detail)
            if told.get("version", 0) > version:
                break
            found = told["draws"] or found
    return found


def add_said(
    database: sqlite3.Connection, said: Sequence[dict[str, JsonValue]], made: Made, reasons: Sequence[str] = ()
) -> tuple[int, ...]:
    """Write a line for each thing said, with its own reason where there are any; the numbers of the lines.

    Several at once name the first of their lines.
    """
    first = len(log_rows(database)) + 1
    for each, why in zip(said, reasons or [made.why] * len(said), strict=True):
        batch: dict[str, JsonValue] = {"batch": first} if len(said) > 1 else {}
        add_line(database, SAID, {"said": each, **batch}, made._replace(why=why))
    return tuple(range(first, first + len(said)))


def add_draws(database: sqlite3.Connection, draws: Sequence[DrawRow], at: datetime) -> bool:
    """Write the draws not known yet; whether there was one."""
    rows = [(*draw, in_utc(at)) for draw in draws]
    before = database.total_changes
    database.executemany("INSERT OR IGNORE INTO draw VALUES (?, ?, ?, ?, ?)", rows)
    return database.total_changes > before


def log_draws(database: sqlite3.Connection, draws: Sequence[DrawRow], made: Made) -> None:
    """Write the log's line about draws that led to no new version."""
    add_line(database, DRAWS_RECORDED, {"draws": [draw.hash for draw in draws]}, made)


OF_THE_HOUR = ("now", "fixed", "published", "struck", "spoken_to", "frozen")
"""The parts of a problem that say when it is looked at, and what stands then."""


def same_problem(one: str, other: str) -> bool:
    """Whether two problems, as canonical JSON, are the same whenever they are looked at.

    Raises:
        ValueError: one of them is no problem.
    """
    first, second = ({**json.loads(each), **dict.fromkeys(OF_THE_HOUR)} for each in (one, other))
    return bool(first == second)


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
