"""An interviewee is asked for at most so many interviews a day, so that services keep running.

The limit is the review's, or the person's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, day: date, limit: int) -> str:
    """The sentence a person reads."""
    return f"{person.name} can be asked for at most {limit} {'interview' if limit == 1 else 'interviews'} on {day:%A %d %B}"


def limited(problem: Problem) -> Iterator[tuple[Person, int]]:
    """Every person with a limit that applies to them as an interviewee."""
    for person in problem.people:
        limit = person.daily_limit or problem.limits.interviews_per_interviewee_per_day
        if limit is not None:
            yield person, limit


def post(x: Variables) -> Iterator[Must]:
    """On each day, the interviews that a person is asked for are within the limit less the fixed ones."""
    interviews = [d for d in x.decisions.values() if d.activity.interview]
    for person, limit in limited(x.problem):
        asked = [d for d in interviews if person.id in d.joins]
        for day in x.ticks.days:
            left = max(0, limit - _facts(x, person, day))
            that_day = [d for d in asked if day in d.day]
            if len(that_day) > left:
                there = [x.on(d, person.id)[day] for d in that_day]
                yield Must(person.id, because(person, day, limit), x.model.add(sum(there) <= left))


def _facts(x: Variables, person: Person, day: date) -> int:
    return sum(
        fact.start.date() == day
        and person.id in (fact.counterparts or ())
        and x.problem.activity[fact.activity].interview
        for fact in x.facts
    )


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """On no day is a counterpart in more interviews than the limit."""
    for person, limit in limited(problem):
        for day in sorted({s.start.date() for s in programme.sessions_of(person.id)}):
            asked = tuple(
                session
                for session in programme.day_of(person.id, day)
                if person.id in (session.counterparts or ()) and problem.activity[session.activity].interview
            )
            if len(asked) > limit:
                yield Breach(subject=person.id, sentence=because(person, day, limit), sessions=asked)
