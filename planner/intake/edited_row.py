"""From a row of an edited workbook to a session: what was changed is read, all else is as the version has it.

A cell that says what the planner wrote there changes nothing, whatever it leaves out: a name that two people have, the
hour that comes twice when the clocks go back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TypeVar

from constraints.problem import Problem, Session, instant
from planner.intake.edited_people import KnownPeople, in_order
from planner.intake.edited_times import NUMBERS_AS_DATES, WEEKDAYS, date_in, time_in
from planner.intake.nearest import did_you_mean
from planner.intake.plain import UnreadableError, words
from planner.intake.programme_workbook import EditedRow, EditedSheet, text_of
from planner.intake.written import shown
from planner.layout import DATE, EDITED, END, PEOPLE, PLACE, REVIEWERS, START, WEEKDAY_COLUMN

Value = TypeVar("Value", date, time)

Places = Mapping[str, tuple[str, str]]
"""The site and the room that each name of a place means."""


@dataclass(frozen=True)
class AsWritten:
    """A row as the planner wrote it: the session, its cells by column, and the places that it could be moved to."""

    session: Session
    cells: Mapping[str, object]
    places: Callable[[], Places]


@dataclass(frozen=True)
class Edit:
    """A row as it came back: the session that it means now, and the columns that were changed."""

    session: Session
    columns: tuple[str, ...]


class RowReader:
    """Reads the rows of one workbook."""

    def __init__(self, sheet: EditedSheet, problem: Problem) -> None:
        self._sheet = sheet
        self._problem = problem
        self._people = KnownPeople(problem.people)

    def read(self, row: EditedRow, written: AsWritten) -> Edit:
        """The session that a row means.

        Raises:
            InputRefused: a cell is no date, time, person or place, or they contradict each other; with the cell.
        """
        said: dict[str, object] = {}
        self._time(row, written, said)
        for column, field in ((REVIEWERS, "reviewers"), (PEOPLE, "counterparts")):
            if self._changed(row, written, column):
                said[field] = self._named(row, column, getattr(written.session, field) or ())
        if self._changed(row, written, PLACE):
            said["place"], said["room"] = self._place(row, written)
        session = written.session.model_copy(update=said)
        return Edit(session, columns_changed(written.session, session))

    def _changed(self, row: EditedRow, written: AsWritten, column: str) -> bool:
        if column not in row.cells:
            return False
        stood, stands = (text_of(cells[column]).casefold() for cells in (written.cells, row.cells))
        return stood != stands

    def _time(self, row: EditedRow, written: AsWritten, said: dict[str, object]) -> None:
        old = written.cells
        stood = old[DATE]
        assert isinstance(stood, date)
        on = self._read(row, DATE, lambda cell: date_in(cell, stood))
        start = self._read(row, START, lambda cell: time_in(cell, on))
        end = self._read(row, END, lambda cell: time_in(cell, on))
        self._refuse_other_weekday(row, written, on)
        if (on, start, end) == (old[DATE], old[START], old[END]):
            return
        session = written.session
        nights = session.end.date() - session.start.date()
        said["start"] = begins = self._at(row, START, on, start, session.start)
        said["end"] = ends = self._at(row, END, on + nights, end, session.end)
        if instant(ends) <= instant(begins):
            found = f"{end:%H:%M} is not after the start, {start:%H:%M}"
            raise self._sheet.refused(row, END, found, "Change the start and the end together")
        first, last = self._problem.start, self._problem.end
        if not first <= on <= last:
            found = f"{on:%d/%m/%Y} is outside the review, {first:%d/%m/%Y} to {last:%d/%m/%Y}"
            raise self._sheet.refused(row, DATE, found, "Write a day of the review")

    def _read(self, row: EditedRow, column: str, read: Callable[[object], Value]) -> Value:
        cell = row.cells[column]
        try:
            if cell != "":
                return read(cell)
        except UnreadableError as unreadable:
            # a number in a cell of times is a date of 1900 to Excel, which would puzzle whoever typed it
            said = "what stands here" if isinstance(cell, date) and cell.year == NUMBERS_AS_DATES else shown(cell)
            raise self._sheet.refused(row, column, f"{said} is not {unreadable.expected}", unreadable.hint) from None
        hint = "Put it back; to take the session out, delete the whole row"
        raise self._sheet.refused(row, column, "nothing stands here", hint)

    def _refuse_other_weekday(self, row: EditedRow, written: AsWritten, on: date) -> None:
        """A weekday left as it was says nothing of a new date; one that was written anew does."""
        if not self._changed(row, written, WEEKDAY_COLUMN) or not row.cells[WEEKDAY_COLUMN]:
            return
        said, meant = text_of(row.cells[WEEKDAY_COLUMN]), WEEKDAYS[on.weekday()].title()
        if said.casefold()[:3] != meant[:3].casefold():
            hint = f"Change the column {DATE}; the weekday follows from it"
            raise self._sheet.refused(row, WEEKDAY_COLUMN, f"{shown(said)} is not {on:%d/%m/%Y}, a {meant}", hint)

    def _at(self, row: EditedRow, column: str, on: date, at: time, before: datetime) -> datetime:
        """A local time; one of an hour that comes twice is the one that was meant before."""
        found = datetime.combine(on, at, self._problem.tz).replace(fold=before.fold if before.date() == on else 0)
        if found.astimezone(UTC).astimezone(self._problem.tz).time() != at:
            raise self._sheet.refused(row, column, f"the clocks skip {at:%H:%M} that day", "Write another time")
        return found

    def _named(self, row: EditedRow, column: str, before: tuple[str, ...]) -> tuple[str, ...]:
        cell = row.cells[column]
        try:
            found = self._people.named(cell if isinstance(cell, str) else text_of(cell), before)
        except UnreadableError as unreadable:
            raise self._sheet.refused(row, column, unreadable.expected, unreadable.hint) from None
        return in_order(found, before, self._problem.person)

    def _place(self, row: EditedRow, written: AsWritten) -> tuple[str, str]:
        text, places = text_of(row.cells[PLACE]), written.places()
        meant = [where for name, where in places.items() if words(name).casefold() == text.casefold()]
        if not meant:
            found = f"there is no place {shown(text)}" if text else "nothing stands here"
            raise self._sheet.refused(row, PLACE, found, did_you_mean(text, places))
        return meant[0]


def columns_changed(stood: Session, stands: Session) -> tuple[str, ...]:
    """The columns of the sheet in which two sessions differ."""
    differ = {
        DATE: stood.start.date() != stands.start.date(),
        START: (stood.start.timetz(), stood.start.fold) != (stands.start.timetz(), stands.start.fold),
        END: (stood.end.timetz(), stood.end.fold) != (stands.end.timetz(), stands.end.fold),
        REVIEWERS: set(stood.reviewers) != set(stands.reviewers),
        PEOPLE: set(stood.counterparts or ()) != set(stands.counterparts or ()),
        PLACE: (stood.place, stood.room) != (stands.place, stands.room),
    }
    return tuple(column for column in EDITED if differ[column])
