"""Show a version of the programme as the proposal prints it: a table a week, a row a date, a column a reviewer."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from pydantic import AwareDatetime

from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.commands.sentences import hour_of, line_of
from planner.commands.versions import planned
from planner.outgoing.reviewer_view import accepted_rows
from planner.outgoing.views import AcceptedRow


class ReviewerDayShown(Noun):
    """What a reviewer does on a day: a line a session, ``10.00 Interview: ...``."""

    reviewer: str
    lines: tuple[str, ...]


class DayShown(Noun):
    """A date with a column for each reviewer."""

    date: date
    reviewers: tuple[ReviewerDayShown, ...]


class WeekShown(Noun):
    """A week: its areas by title, and what those that are provisional wait for."""

    monday: date
    areas: tuple[str, ...]
    provisional: tuple[str, ...]
    days: tuple[DayShown, ...]


class Shown(Noun):
    """A programme for the terminal, in the reviewer's view."""

    review: str
    version: int
    made: AwareDatetime
    by: str
    reviewers: tuple[str, ...]
    weeks: tuple[WeekShown, ...]
    accepted: tuple[AcceptedRow, ...] = ()
    """What was knowingly accepted."""


def show(folder: Path, version: int | None = None) -> Shown:
    """A version of the programme, in the reviewer's view: references of cases, no worker's name beside a theme.

    Args:
        folder: the review folder.
        version: its number; None: the current one.

    Raises:
        Refusal: there is no such version, or the database is damaged.
    """
    stored = planned(folder, version)
    problem, programme = stored.problem, stored.programme
    dates = sorted({session.start.date() for session in programme.sessions})
    mondays = sorted({day - timedelta(days=day.weekday()) for day in dates})
    return Shown(
        review=problem.title,
        version=stored.number,
        made=stored.at,
        by=stored.who,
        reviewers=tuple(person.name for person in problem.reviewers),
        weeks=tuple(_week(problem, programme, monday, dates) for monday in mondays),
        accepted=accepted_rows(problem, programme),
    )


def _week(problem: Problem, programme: Programme, monday: date, dates: list[date]) -> WeekShown:
    days = [day for day in dates if monday <= day < monday + timedelta(days=7)]
    there = {problem.activity[session.activity].area for session in programme.sessions if session.start.date() in days}
    areas = [area for area in problem.areas if area.id in there]
    return WeekShown(
        monday=monday,
        areas=tuple(area.title for area in areas),
        provisional=tuple(area.provisional for area in areas if area.provisional),
        days=tuple(
            DayShown(
                date=day, reviewers=tuple(_column(problem, programme, person.id, day) for person in problem.reviewers)
            )
            for day in days
        ),
    )


def _column(problem: Problem, programme: Programme, person: str, day: date) -> ReviewerDayShown:
    return ReviewerDayShown(
        reviewer=problem.person[person].name,
        lines=tuple(
            f"{hour_of(session.start)} {line_of(problem, session)}"
            for session in programme.day_of(person, day)
            if person in session.reviewers
        ),
    )
