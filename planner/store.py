"""What the planner knows and has done: the problems it stated, the draws, the versions of the programme, the log.

Every step is one transaction with one line in the hash-chained log: after a crash the database stands as before
the step. Times are passed in; nothing here looks at a clock. Cases stand here by reference only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue

from constraints.problem import Problem
from constraints.programme import Programme
from planner import store_file
from planner.canonical import dump
from planner.store_publications import (
    ToPublish,
    add_publication,
    has_moved_on,
)
from planner.store_reader import StoreReader
from planner.store_records import (
    OF_NOTHING,
    Answering,
    KeptDraw,
    RecordedVersion,
    draw_row,
)
from planner.store_rows import stored
from planner.store_verify import log_rows
from planner.store_write import (
    Made,
    add_draws,
    add_line,
    add_said,
    add_version,
    answered_by,
    draws_of,
    log_draws,
    same_problem,
    same_programme,
)
from samples.errors import StoreRefused


def open_store(path: Path, *, patience: float = store_file.PATIENCE) -> Store:
    """Open a review's database for writing; begin an empty one where there is none.

    Args:
        path: the review folder's ``review.db``.
        patience: seconds to wait for another planner that is writing.

    Raises:
        StoreRefused: it is damaged, not ours, newer than this planner, locked, or cannot be written.
    """
    store_file.begin_if_missing(path)
    return Store(path, store_file.connect(path, writing=True, patience=patience))


class Store(StoreReader):
    """An open review.db; ``with open_store(path) as store`` closes it."""

    def record_version(
        self,
        problem: Problem,
        programme: Programme,
        draws: Sequence[KeptDraw] | int,
        at: datetime,
        who: str,
        why: str = "",
        *,
        answering: Answering = OF_NOTHING,
        after: int | None = None,
        said: Sequence[dict[str, JsonValue]] = (),
    ) -> RecordedVersion:
        """Write a version of the programme, its problem, its draws and a line of the log: all of it or nothing.

        A programme with the same sessions and the same left out, for the same problem and answering the same, is the
        current version and is not written again; draws not known before are written and logged even then. A problem
        is the same whenever it is looked at: what is history by now, and what people hold, is no difference.

        Args:
            problem: the problem that the programme answers.
            programme: the programme.
            draws: the certificates of the draws that its case demands come from; or the number of the version whose
                draws they are, where nothing was drawn for this one.
            at: when it was made; an aware time.
            who: who had it made, by role.
            why: why, in plain words without a name; may be empty.
            answering: the lines of the log that it takes into account; with a step, it is written in any case.
            after: the log's last line as it was known; None: whatever it is.
            said: what is said with it, as JSON values: a line each before the version's, answered by it and undone
                with it.

        Raises:
            StoreRefused: the database cannot be written, the current version cannot be read, or the log has grown.
        """
        made = Made(at, who, why)
        with self._step(after) as database:
            stated, written = dump(problem, problem.tz), dump(programme, problem.tz)
            rows = [] if isinstance(draws, int) else [draw_row(draw) for draw in draws]
            rests_on = draws_of(database, draws) if isinstance(draws, int) else [row.hash for row in rows]
            fresh = add_draws(database, rows, at)
            answering = answering.with_lines(add_said(database, said, made)) if said else answering
            current, unchanged = self._current(stated, written, answering)
            if not unchanged:
                add_version(database, current + 1, stated, written, rests_on, made, answering)
            elif fresh:
                log_draws(database, rows, made)
        return RecordedVersion(number=current if unchanged else current + 1, created=not unchanged)

    def record_said(
        self,
        said: Sequence[dict[str, JsonValue]],
        reasons: Sequence[str],
        at: datetime,
        who: str,
        *,
        after: int | None = None,
    ) -> tuple[int, ...]:
        """Write what happened, a line of the log each: all of them or none.

        Args:
            said: what happened, as JSON values.
            reasons: why, as a code for each of them; may be empty.
            at: when it was said; an aware time.
            who: who said it, by role.
            after: the log's last line as it was known; None: whatever it is.

        Returns:
            The numbers of the lines.

        Raises:
            StoreRefused: the database cannot be written, or the log has grown.
        """
        with self._step(after) as database:
            return add_said(database, said, Made(at, who, ""), reasons)

    def record_line(
        self,
        what: str,
        detail: dict[str, JsonValue],
        at: datetime,
        who: str,
        why: str = "",
        *,
        after: int | None = None,
    ) -> None:
        """Write a line of the log about something that was done and changed nothing else.

        Args:
            what: what was done, in a few words.
            detail: what it was done to, as JSON values; never a child's identifier.
            at: when; an aware time.
            who: who did it, by role.
            why: why, in plain words without a name; may be empty.
            after: the log's last line as it was known; None: whatever it is.

        Raises:
            StoreRefused: the database cannot be written, or the log has grown.
        """
        with self._step(after) as database:
            add_line(database, what, detail, Made(at, who, why))

    @contextmanager
    def publishing(
        self, publication: ToPublish, at: datetime, who: str, why: str = ""
    ) -> Iterator[Callable[[], object]]:
        """Record a publication and a line of the log once what is done inside has been done; else nothing.

        What it gives records them at once: whoever calls it last inside can take back what was done if that fails.

        Args:
            publication: what is published.
            at: when; an aware time.
            who: who publishes, by role.
            why: why, in plain words without a name; may be empty.

        Raises:
            StoreRefused: there is another version or publication by now, or the database cannot be written.
        """
        with self._step() as database:
            if has_moved_on(database, publication):
                raise StoreRefused(self._path.name, "there is another version or publication by now", "Preview again.")
            add_publication(database, publication, Made(at, who, why))
            yield lambda: database.execute("COMMIT")

    @contextmanager
    def _step(self, after: int | None = None) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or, whatever goes wrong, nothing."""
        with store_file.refusing(self._path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                if after is not None and len(log_rows(self._database)) != after:
                    found = "somebody else has written into it since this was begun"
                    raise StoreRefused(self._path.name, found, "Look at it, and try again.")
                store_file.upgrade(self._database)
                yield self._database
                if self._database.in_transaction:
                    self._database.execute("COMMIT")
            finally:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")

    def _current(self, stated: str, written: str, answering: Answering) -> tuple[int, bool]:
        """The current version's number (0: there is none), and whether it is this programme for this problem.

        It is told as it would be written today: a field that problems have had only since is no difference.
        """
        with self._reading("the current version"):
            last = stored(self._database, None)
            if last is None:
                return 0, False
            problem, programme = (dump(each, last.problem.tz) for each in (last.problem, last.programme))
            same = same_problem(problem, stated) and same_programme(programme, written)
            answers = answered_by(self._database, last.number) == answering.lines
            return last.number, same and answers and not answering.step.how
