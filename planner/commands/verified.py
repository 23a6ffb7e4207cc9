"""Whether the log is whole: nothing recorded was edited, removed or inserted, and nothing noted elsewhere is gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from constraints.problem import Noun
from planner.commands.versions import refuse_no_folder
from planner.layout import DATABASE
from planner.store_reader import read_store
from planner.store_records import LogLine
from samples.errors import InputRefused, StoreRefused


class Verified(Noun):
    """That the log is whole.

    Attributes:
        review: the review's title.
        lines: how many lines it has.
        head: the hash that stands for all of them.
        noted: the line that the hash noted before stood for; None: none was given.
    """

    review: str
    lines: int
    head: str
    noted: int | None = None


NOTED, LETTERS = "hash noted before", 12
ANOTHER = (
    "The log was written anew or cut off since it was noted, or this is another review's: keep both and ask who did."
)


def verified(folder: Path, noted: str = "") -> Verified:
    """See that nothing recorded was edited, removed or inserted since.

    Args:
        folder: the review folder.
        noted: the hash that a document bears, or its first letters; whoever cuts off the last lines of a log, or writes
            all of it anew, is found out by this alone. Empty: none.

    Raises:
        StoreRefused: something was, or there is nothing, or no line has the hash; the sentence says what.
        InputRefused: the hash is too short to mean one line.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        store.verify()
        log = store.log()
        return Verified(
            review=store.version().problem.title, lines=len(log), head=store.head(), noted=_line_of(log, noted)
        )


def _line_of(log: Sequence[LogLine], noted: str) -> int | None:
    sought = noted.strip().lower()
    if not sought:
        return None
    if len(sought) < LETTERS:
        raise InputRefused(NOTED, f"{sought!r} is too short", f"Give at least its first {LETTERS} letters.")
    found = next((line.n for line in log if line.hash.startswith(sought)), None)
    if found is None:
        raise StoreRefused(NOTED, f"no line of the log has the hash {sought[:LETTERS]}...", ANOTHER)
    return found
