"""What is read of a review's database: versions, publications, draws and the log, as they were recorded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfoNotFoundError

from planner import store_chain, store_file
from planner.store_publications import StoredPublication, first_publication_fault, stored_publications
from planner.store_records import LogLine, StoredVersion, VersionLine
from planner.store_rows import drawn, recorded_at, stored, stored_up_to
from planner.store_verify import first_fault, log_rows
from samples.errors import StoreRefused


def read_store(path: Path, *, patience: float = store_file.PATIENCE) -> StoreReader:
    """Open a review's database for reading, as it stands when first read; nothing can be written.

    Raises:
        StoreRefused: there is none, or it is damaged, not ours, newer than this planner, or locked.
    """
    database = store_file.connect(path, writing=False, patience=patience)
    # version and log are read one after the other: without a transaction somebody could write between them
    database.execute("BEGIN")
    return StoreReader(path, database)


LARGEST = 2**63 - 1
"""The largest number that SQLite knows."""


class StoreReader:
    """An open review.db from which is read; ``with read_store(path) as store`` closes it."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self._path = path
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()

    def publications(self) -> tuple[StoredPublication, ...]:
        """All publications, the first one first.

        Raises:
            StoreRefused: the database is damaged.
        """
        with self._reading("the list of publications"):
            return stored_publications(self._database)

    def version(self, number: int | None = None) -> StoredVersion:
        """A version by its number, or the current one.

        Raises:
            StoreRefused: there is no such version, or it is damaged.
        """
        with self._reading(f"version {number}" if number else "the current version"):
            found = stored(self._database, number) if (number or 0) <= LARGEST else None
            if found is None:
                raise self._no_version(number)
            return found

    def whole_versions(self, up_to: int) -> tuple[StoredVersion, ...]:
        """All versions up to one of them with what they hold, the first one first.

        Raises:
            StoreRefused: one of them is damaged.
        """
        with self._reading(f"version {up_to} or one before it"):
            return stored_up_to(self._database, up_to)

    def versions(self) -> tuple[VersionLine, ...]:
        """All versions, the first one first.

        Raises:
            StoreRefused: the database is damaged.
        """
        with self._reading("the list of versions"):
            rows = self._database.execute("SELECT number, made_at, made_by, problem FROM version ORDER BY number")
            return tuple(VersionLine(number=n, at=recorded_at(at), who=who, problem=of) for n, at, who, of in rows)

    def log(self) -> tuple[LogLine, ...]:
        """All lines of the log, the first one first.

        Raises:
            StoreRefused: the database is damaged.
        """
        with self._reading("the log"):
            return tuple(
                LogLine(n=n, at=recorded_at(at), what=what, who=who, why=why, detail=json.loads(detail), hash=own)
                for n, at, what, who, why, detail, _, own in log_rows(self._database)
            )

    def drawn(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """The strata for which each case was ever drawn, with its rank there, by its reference.

        Raises:
            StoreRefused: the database is damaged.
        """
        with self._reading("a draw"):
            return drawn(self._database)

    def head(self) -> str:
        """The hash of the log's last line, to be noted on what is handed to others.

        Raises:
            StoreRefused: the database is damaged.
        """
        with self._reading("the log"):
            return store_chain.head(log_rows(self._database))

    def verify(self) -> None:
        """See that nothing recorded was edited, removed or inserted since.

        Raises:
            StoreRefused: it was; the sentence says which line, version, snapshot or draw.
        """
        with self._reading("the record"):
            rows = log_rows(self._database)
            fault = first_fault(self._database) or first_publication_fault(self._database, rows)
        if fault:
            raise self._damaged(fault)

    @contextmanager
    def _reading(self, what: str) -> Iterator[None]:
        with store_file.refusing(self._path):
            try:
                yield
            except (ValueError, TypeError, KeyError, ZoneInfoNotFoundError):
                raise self._damaged(f"{what} cannot be read") from None

    def _no_version(self, number: int | None) -> StoreRefused:
        if number is None:
            return StoreRefused(self._path.name, "it holds no programme yet", "Plan the review first: planner plan.")
        known = len(self.versions())
        hint = f"There are versions 1 to {known}." if known else "It holds no programme yet."
        return StoreRefused(self._path.name, f"there is no version {number}", hint)

    def _damaged(self, found: str) -> StoreRefused:
        return StoreRefused(self._path.name, found, store_file.RESTORE)
