"""So many interviews in a day or a week: what the limits on interviews count, each on its side of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

Side = Literal["holds", "joins"]
"""As a reviewer, or as a counterpart."""

Limited = Iterable[tuple[Person, int]]
"""People, each with the most interviews for them."""

Stretch = Callable[[date], date]
"""The first day of the stretch over which a day is counted."""

Because = Callable[[Person, date, int], str]
"""The sentence about a person, the first day of a stretch and the most interviews in it."""


def daily(problem: Problem, limit: int | None) -> Iterator[tuple[Person, int]]:
    """Every person with a limit to a day: their own, or else the review's."""
    for person in problem.people:
        most = limit if person.daily_limit is None else person.daily_limit
        if most is not None:
            yield person, most


def by_day(day: date) -> date:
    """Each day by itself."""
    return day


def by_week(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(day.weekday())


def post_limit(x: Variables, limited: Limited, side: Side, stretch: Stretch, because: Because) -> Iterator[Must]:
    """In each stretch, a person's interviews on this side are within the limit less the fixed ones."""
    interviews = [d for d in x.decisions.values() if d.activity.interview]
    for person, most in limited:
        theirs = [d for d in interviews if person.id in d.there(side)]
        for first, of_stretch in groupby(x.ticks.days, stretch):
            days = tuple(of_stretch)
            there = [_there(x, d, person, side, days) for d in theirs if any(day in d.day for day in days)]
            if not there:
                continue
            left = max(0, most - len(_counted(x.problem, x.facts, person, side, stretch, first)))
            if len(there) > left:
                yield Must(person.id, because(person, first, most), x.model.add(sum(there) <= left))


def _there(
    x: Variables, decision: Decision, person: Person, side: Side, days: tuple[date, ...]
) -> cp_model.LinearExprT:
    """1 where a person is there on one of the days."""
    if all(day in days for day in decision.day):
        return decision.there(side)[person.id]
    return sum(literal for day, literal in x.on(decision, person.id, side).items() if day in days)


def check_limit(
    problem: Problem, programme: Programme, limited: Limited, side: Side, stretch: Stretch, because: Because
) -> Iterator[Breach]:
    """In no stretch is a person in more interviews on this side than the limit."""
    for person, most in limited:
        sessions = programme.sessions_of(person.id)
        for first in sorted({stretch(session.start.date()) for session in sessions}) if sessions else ():
            counted = _counted(problem, sessions, person, side, stretch, first)
            if len(counted) > most:
                yield Breach(subject=person.id, sentence=because(person, first, most), sessions=counted)


def _counted(
    problem: Problem, sessions: Iterable[Session], person: Person, side: Side, stretch: Stretch, first: date
) -> tuple[Session, ...]:
    return tuple(
        session
        for session in sessions
        if stretch(session.start.date()) == first
        and person.id in (session.reviewers if side == "holds" else session.counterparts or ())
        and problem.activity[session.activity].interview
    )
