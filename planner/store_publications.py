"""Publications as they are recorded: which version went out when, and the rows that people hold since.

The rows are the sender's business; here they are a text with a hash. A database begun before there were publications
has no table for them and is read as one in which nothing was published.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from pydantic import AwareDatetime, JsonValue

from constraints.problem import Noun
from planner.canonical import digest
from planner.store_chain import LogRow
from planner.store_rows import recorded_at
from planner.store_write import Made, add_line, in_utc

PUBLISHED = "published"


class ToPublish(Noun):
    """A publication that is about to be recorded.

    Attributes:
        number: its number, one more than that of the last one.
        version: the version that it publishes, which has to be the current one.
        files: what its preview was known by: a hash of all that it writes.
        changes: the rows that it adds to what people hold, as canonical JSON.
    """

    number: int
    version: int
    files: str
    changes: str


class StoredPublication(Noun):
    """A publication as it was recorded; its time is in UTC."""

    number: int
    version: int
    files: str
    changes: str
    at: AwareDatetime
    who: str


def stored_publications(database: sqlite3.Connection) -> tuple[StoredPublication, ...]:
    """All publications, the first one first.

    Raises:
        ValueError or TypeError: one of them is not what was recorded.
    """
    return tuple(
        StoredPublication(number=n, version=version, files=files, changes=changes, at=recorded_at(at), who=who)
        for n, version, files, changes, at, who in _rows(database)
    )


def has_moved_on(database: sqlite3.Connection, publication: ToPublish) -> bool:
    """Whether another version is the current one by now, or something else was published."""
    (version,) = database.execute("SELECT max(number) FROM version").fetchone()
    (last,) = database.execute("SELECT ifnull(max(number), 0) FROM publication").fetchone()
    return bool((version, last + 1) != (publication.version, publication.number))


def add_publication(database: sqlite3.Connection, publication: ToPublish, made: Made) -> None:
    """Write a publication and the log's line with its hashes, inside a transaction that the caller holds."""
    number, version, files, changes = (
        publication.number,
        publication.version,
        publication.files,
        publication.changes,
    )
    row = (number, version, files, changes, in_utc(made.at), made.who)
    database.execute("INSERT INTO publication VALUES (?, ?, ?, ?, ?, ?)", row)
    detail: dict[str, JsonValue] = {
        "publication": number,
        "version": version,
        "files": files,
        "changes": digest(changes),
    }
    add_line(database, PUBLISHED, detail, made)


def first_publication_fault(database: sqlite3.Connection, rows: list[LogRow]) -> str | None:
    """The first publication that is not what the log recorded, as part of a sentence; None: each is."""
    return next(_faults(database, rows), None)


def _faults(database: sqlite3.Connection, rows: list[LogRow]) -> Iterator[str]:
    logged: dict[object, tuple[object, ...]] = {}
    for row in rows:
        if row.what == PUBLISHED:
            told = json.loads(row.detail)
            logged[told["publication"]] = (told["version"], told["files"], told["changes"], row.at, row.who)
    standing: dict[object, tuple[object, ...]] = {
        number: (version, files, digest(changes) if isinstance(changes, str) else "not a text", at, who)
        for number, version, files, changes, at, who in _rows(database)
    }
    for number in sorted(logged | standing, key=str):
        if logged.get(number) != standing.get(number):
            yield f"publication {number} is not what the log recorded"


def _rows(database: sqlite3.Connection) -> list[tuple[int, int, str, str, str, str]]:
    known = database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'publication'").fetchone()
    return database.execute("SELECT * FROM publication ORDER BY number").fetchall() if known else []
