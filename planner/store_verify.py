"""Whether a review's database is still what was recorded: the chain of the log, and all that the log speaks of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from planner.canonical import digest
from planner.store_chain import LogRow, first_broken
from planner.store_packed import unpacked
from planner.store_records import DRAWS_RECORDED, VERSION_RECORDED, draw_hash


def log_rows(database: sqlite3.Connection) -> list[LogRow]:
    """The lines of the log as they stand, the first one first."""
    return [LogRow(*row) for row in database.execute("SELECT * FROM log ORDER BY n")]


def first_fault(database: sqlite3.Connection) -> str | None:
    """The first thing that is not what was recorded, as part of a sentence; None: everything is."""
    return next(_faults(database), None)


def _faults(database: sqlite3.Connection) -> Iterator[str]:
    if database.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        yield "the file is damaged"
    rows = log_rows(database)
    broken = first_broken(rows)
    if broken is not None:
        yield f"line {broken} of the log was edited, removed or inserted"
        return
    yield from _version_faults(database, rows)
    yield from _draw_faults(database, rows)


def _version_faults(database: sqlite3.Connection, rows: list[LogRow]) -> Iterator[str]:
    logged: dict[int, tuple[object, ...]] = {}
    for row in rows:
        if row.what == VERSION_RECORDED:
            told = json.loads(row.detail)
            logged[told["version"]] = (told["problem"], told["programme"], row.at, row.who)
    standing: dict[int, tuple[object, ...]] = {}
    for number, problem, programme, at, who in database.execute(
        "SELECT number, problem, programme, made_at, made_by FROM version ORDER BY number"
    ):
        standing[number] = (problem, _hash(programme), at, who)
    for number in sorted(logged | standing):
        if logged.get(number) != standing.get(number):
            yield f"version {number} is not what the log recorded"
    named = {problem for problem, *_ in standing.values()}
    for own, kind, kept in database.execute("SELECT hash, kind, json FROM snapshot ORDER BY hash"):
        if own != _hash_of_kept(kept) or kind != "problem" or own not in named:
            yield f"the snapshot {str(own)[:12]} is not what was recorded"
        named.discard(own)
    for absent in named:
        yield f"the snapshot {str(absent)[:12]} is missing"


def _draw_faults(database: sqlite3.Connection, rows: list[LogRow]) -> Iterator[str]:
    logged: dict[str, str] = {}
    for row in rows:
        if row.what in (VERSION_RECORDED, DRAWS_RECORDED):
            for own in json.loads(row.detail)["draws"]:
                logged.setdefault(own, row.at)
    for own, stratum, frame, text, at in database.execute("SELECT * FROM draw ORDER BY hash"):
        whole = all(isinstance(part, str) for part in (stratum, frame, text))
        if not whole or own != draw_hash(stratum, frame, text) or logged.pop(own, None) != at:
            yield f"the draw {str(own)[:12]} is not what the log recorded"
    for absent in logged:
        yield f"the draw {absent[:12]} is missing"


def _hash(text: object) -> str:
    return digest(text) if isinstance(text, str) else "not a text"


def _hash_of_kept(kept: object) -> str:
    try:
        return digest(unpacked(kept))
    except ValueError:
        return "not a text"
