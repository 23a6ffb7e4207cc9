"""Read a programme that somebody wrote: a CSV file of sessions with their times, reviewers and counterparts' roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme, in_time
from planner.intake.csv_rows import CsvRow, read_rows
from planner.intake.nearest import did_you_mean
from planner.intake.plain import UnreadableError, read_date, read_time
from planner.intake.written import shown
from planner.layout import PROGRAMME_COLUMNS, SEPARATOR
from samples.errors import InputRefused


def read_programme(path: Path, problem: Problem) -> Programme:
    """A programme written by hand, over the activities and people of a problem.

    The file names counterparts by role only and no cases, so sessions say None (not stated) for whichever of the two
    their activity has. Of an activity that stands on two rows the later session counts, and a remark says so.

    Args:
        path: a CSV file with the columns activity, date, start, end, end assumed, reviewers, counterpart.
        problem: whose activities and people the file names; local times are of its zone.

    Raises:
        InputRefused: the file is not such a file, or a row names what the problem does not have or cannot be.
    """
    kept: dict[str, Session] = {}
    remarks: list[str] = []
    for row in read_rows(path, PROGRAMME_COLUMNS):
        session = _session(row, problem)
        before = kept.get(session.activity)
        if before is not None:
            remarks.append(_twice(problem.activity[session.activity], sorted((before, session), key=in_time)))
        kept[session.activity] = session if before is None else max(before, session, key=in_time)
    return Programme(sessions=tuple(sorted(kept.values(), key=in_time)), remarks=tuple(remarks))


def _session(row: CsvRow, problem: Problem) -> Session:
    activity = _activity(row, problem)
    on = _date(row)
    start = datetime.combine(on, _time(row, "start"), problem.tz)
    end = datetime.combine(on, _time(row, "end"), problem.tz)
    if start.astimezone(UTC) >= end.astimezone(UTC):
        raise row.refused(
            "end", f"{end:%H:%M} is not after the start, {start:%H:%M}", "Put the earlier before the later"
        )
    if row.cells["end assumed"].casefold() not in {"yes", "no"}:
        raise row.refused("end assumed", f"{shown(row.cells['end assumed'])} is not yes or no", "Write yes or no")
    return Session(
        activity=activity.id,
        start=start,
        end=end,
        reviewers=tuple(_reviewers(row, problem)),
        counterparts=None if activity.counterparts or activity.demand else (),
        cases=None if activity.demand else (),
        place=activity.place,
        room=None if activity.rooms else "",
    )


def _activity(row: CsvRow, problem: Problem) -> Activity:
    name = row.cells["activity"]
    if not name:
        raise row.refused("activity", "nothing stands here", "Name an activity by its id")
    if name not in problem.activity:
        raise row.refused("activity", f"there is no activity {shown(name)}", did_you_mean(name, problem.activity))
    return problem.activity[name]


def _reviewers(row: CsvRow, problem: Problem) -> Iterable[str]:
    names = [name.strip() for name in row.cells["reviewers"].split(SEPARATOR) if name.strip()]
    for nth, name in enumerate(names):
        if name not in problem.person:
            raise row.refused("reviewers", f"there is no person {shown(name)}", did_you_mean(name, problem.person))
        if name in names[:nth]:
            raise row.refused("reviewers", f"{shown(name)} stands here twice", "Name each reviewer once")
    return names


def _date(row: CsvRow) -> date:
    try:
        return read_date(row.cells["date"])[0]
    except UnreadableError as unreadable:
        raise _unreadable(row, "date", unreadable) from None


def _time(row: CsvRow, column: str) -> time:
    try:
        return read_time(row.cells[column])[0]
    except UnreadableError as unreadable:
        raise _unreadable(row, column, unreadable) from None


def _unreadable(row: CsvRow, column: str, unreadable: UnreadableError) -> InputRefused:
    text = row.cells[column]
    found = f"{shown(text)} is not {unreadable.expected}" if text else "nothing stands here"
    return row.refused(column, found, unreadable.hint)


def _twice(activity: Activity, sessions: list[Session]) -> str:
    """What is said of an activity that stands on two rows."""
    first, second = (session.start for session in sessions)
    if first.date() == second.date():
        return f"{activity.title} twice on {_day(first)}: {first:%H:%M} and {second:%H:%M}, the later counts."
    return f"{activity.title} twice: {_day(first)} {first:%H:%M} and {_day(second)} {second:%H:%M}, the later counts."


def _day(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B}"
