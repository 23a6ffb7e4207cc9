"""So many interviews a day: the one thing that the two daily limits count, each on its side of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

Side = Literal["holds", "joins"]
"""As a reviewer, or as a counterpart."""

Because = Callable[[Person, date, int], str]


def limited(problem: Problem, limit: int | None) -> Iterator[tuple[Person, int]]:
    """Every person with a limit: their own, or else the review's."""
    for person in problem.people:
        most = limit if person.daily_limit is None else person.daily_limit
        if most is not None:
            yield person, most


def post_limit(x: Variables, limit: int | None, side: Side, because: Because) -> Iterator[Must]:
    """On each day, a person's interviews on this side are within the limit less the fixed ones."""
    interviews = [d for d in x.decisions.values() if d.activity.interview]
    for person, most in limited(x.problem, limit):
        theirs = [d for d in interviews if person.id in d.there(side)]
        for day in x.ticks.days:
            left = max(0, most - len(_counted(x.problem, x.facts, person, day, side)))
            that_day = [d for d in theirs if day in d.day]
            if len(that_day) > left:
                there = [x.on(d, person.id, side)[day] for d in that_day]
                yield Must(person.id, because(person, day, most), x.model.add(sum(there) <= left))


def check_limit(
    problem: Problem, programme: Programme, limit: int | None, side: Side, because: Because
) -> Iterator[Breach]:
    """On no day is a person in more interviews on this side than the limit."""
    for person, most in limited(problem, limit):
        for day in sorted({s.start.date() for s in programme.sessions_of(person.id)}):
            counted = _counted(problem, programme.day_of(person.id, day), person, day, side)
            if len(counted) > most:
                yield Breach(subject=person.id, sentence=because(person, day, most), sessions=counted)


def _counted(
    problem: Problem, sessions: tuple[Session, ...], person: Person, day: date, side: Side
) -> tuple[Session, ...]:
    return tuple(
        session
        for session in sessions
        if session.start.date() == day
        and person.id in (session.reviewers if side == "holds" else session.counterparts or ())
        and problem.activity[session.activity].interview
    )
