"""What was planned before: a version of a folder's review.db, or none."""

from __future__ import annotations

from pathlib import Path

from planner.layout import DATABASE
from planner.store_reader import read_store
from planner.store_records import StoredVersion
from samples.errors import InputRefused


def refuse_no_folder(folder: Path) -> None:
    """Refuse a folder that is not there.

    Raises:
        InputRefused: it is not.
    """
    if not folder.is_dir():
        found = "this is a file, not a review folder" if folder.exists() else "there is no such folder"
        raise InputRefused(folder.name or str(folder), found, "Name the folder that holds the review.")


def planned(folder: Path, number: int | None = None) -> StoredVersion:
    """A version by its number, or the current one.

    Raises:
        Refusal: there is no such folder, database or version, or it is damaged.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        return store.version(number)


def planned_or_none(folder: Path) -> StoredVersion | None:
    """The current version; None: nothing has been planned yet.

    Raises:
        Refusal: there is no such folder, or the database is damaged.
    """
    refuse_no_folder(folder)
    if not (folder / DATABASE).exists():
        return None
    with read_store(folder / DATABASE) as store:
        return store.version() if store.versions() else None
