"""The file review.db: begun whole or not at all, opened only if it is ours and sound, refused in one sentence.

One file, SQLite's rollback journal (a folder on a network drive is no place for a write-ahead log), one writer.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from samples.errors import StoreRefused

SCHEMA = 2
"""The form of the database that this planner writes. It reads form 1 too, which knew no publications."""

PATIENCE = 5.0
"""Seconds to wait for another planner that is writing."""

RESTORE = "Restore it from a copy, or move it away to begin afresh."

_SMALLEST = 512
"""Bytes of the smallest page that SQLite writes (sqlite.org, database file format): no database is shorter."""

_OURS = "fieldwork-planner"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE snapshot (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE draw (
    hash TEXT PRIMARY KEY, stratum TEXT NOT NULL, frame TEXT NOT NULL, json TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE TABLE version (
    number INTEGER PRIMARY KEY, programme TEXT NOT NULL, problem TEXT NOT NULL REFERENCES snapshot (hash),
    made_at TEXT NOT NULL, made_by TEXT NOT NULL);
CREATE TABLE log (
    n INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
    detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE);
CREATE TRIGGER log_is_not_edited BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
"""

_SINCE_FORM_2 = """
CREATE TABLE publication (
    number INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version (number), files TEXT NOT NULL,
    changes TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL)
"""


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Tell whatever SQLite or the disk objects to as one sentence.

    Raises:
        StoreRefused: the database is locked, damaged, not a database, or its folder cannot be used.
    """
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise StoreRefused(path.name, *_told(error)) from error


def begin_if_missing(path: Path) -> None:
    """Begin an empty database where there is none; a crash leaves none, and a database already there stays.

    Raises:
        StoreRefused: the folder is missing or cannot be written.
    """
    if path.exists():
        return
    if not path.parent.is_dir():
        raise StoreRefused(path.name, "its folder does not exist", "Stand in the review's folder and try again.")
    with refusing(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".new")
        os.close(handle)
        try:
            with closing(sqlite3.connect(name, isolation_level=None)) as database:
                database.executescript(f"BEGIN;{_TABLES}{_SINCE_FORM_2};")
                database.executemany("INSERT INTO meta VALUES (?, ?)", [("made by", _OURS), ("schema", str(SCHEMA))])
                database.execute("COMMIT")
            _settle(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)


def connect(path: Path, *, writing: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a database that exists, having seen that it is ours, of a form we know, and sound.

    Raises:
        StoreRefused: it is missing, empty, damaged, not ours, newer than this planner, or locked.
    """
    if not path.exists():
        raise StoreRefused(path.name, "there is none in this folder yet", "Plan the review first: planner plan.")
    if not path.is_file():
        raise StoreRefused(path.name, "it is a folder, not a database", "Move it away and try again.")
    with refusing(path):
        if path.stat().st_size < _SMALLEST:
            raise StoreRefused(path.name, "it is cut short or empty, so what it held is lost", RESTORE)
        # mode=rw even for reading: after a crash the first to open has to roll the journal back.
        address = f"{path.resolve().as_uri()}?mode=rw"
        database = sqlite3.connect(address, uri=True, isolation_level=None, timeout=patience)
        try:
            _examine(path, database)
            database.execute("PRAGMA foreign_keys = ON")
            database.execute(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        except BaseException:
            database.close()
            raise
    return database


def upgrade(database: sqlite3.Connection) -> None:
    """Bring a database of an older form to this planner's, inside a transaction that the caller holds."""
    (form,) = database.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if form != str(SCHEMA):
        database.execute(_SINCE_FORM_2)
        database.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(SCHEMA),))


def _settle(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems (FAT, some network drives) have no hard links.
        with suppress(FileExistsError):
            new.rename(path)


def _examine(path: Path, database: sqlite3.Connection) -> None:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    meta = dict(database.execute("SELECT key, value FROM meta")) if "meta" in tables else {}
    if meta.get("made by") != _OURS:
        raise StoreRefused(path.name, "it is not a review's database", "Move it away and try again.")
    if meta.get("schema") not in {str(form) for form in range(1, SCHEMA + 1)}:
        found = f"its form is {meta.get('schema')} and this planner knows forms up to {SCHEMA}"
        raise StoreRefused(path.name, found, "Use the planner that wrote it, or a newer one.")
    if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise StoreRefused(path.name, "it is damaged", RESTORE)


def _told(error: Exception) -> tuple[str, str]:
    """What was found and what to try; the first cause that fits."""
    text = str(error).lower()
    causes = (
        (
            isinstance(error, UnicodeEncodeError),
            ("a text to be written is not Unicode", "Type it afresh; nothing was changed."),
        ),
        ("locked" in text, ("another planner is at work on this review", "Wait until it is done and try again.")),
        (
            "readonly" in text or "read-only" in text or isinstance(error, PermissionError),
            ("it cannot be written", "Ask for the right to write in the review's folder."),
        ),
        (
            "unable to open" in text,
            ("it cannot be opened", "Ask for the right to read and write in the review's folder."),
        ),
        ("full" in text or "no space" in text, ("the disk is full", "Make room and try again; nothing was changed.")),
        (isinstance(error, sqlite3.DatabaseError | UnicodeError), ("it is damaged or not a database", RESTORE)),
        (True, ("it cannot be used", "Look whether the folder can be reached, and try again.")),
    )
    return next(told for fits, told in causes if fits)
