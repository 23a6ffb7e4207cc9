"""A reviewer holds at most so many interviews a day.

The proposal never asks for more than five (5 and 12 May). The limit is the review's, or the person's own.
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

READS = ()


def because(person: Person, day: date, limit: int) -> str:
    """The sentence a person reads."""
    return f"{person.name} holds at most {limit} interviews on {day:%A %d %B}"


def limited(problem: Problem) -> Iterator[tuple[Person, int]]:
    """Every person with a limit that applies to them as a reviewer."""
    for person in problem.people:
        limit = person.daily_limit or problem.limits.interviews_per_reviewer_per_day
        if limit is not None:
            yield person, limit


def post(x: Variables) -> Iterator[Must]:
    """On each day, the interviews that a person holds are within the limit less the fixed ones."""
    interviews = [d for d in x.decisions.values() if d.activity.interview]
    for person, limit in limited(x.problem):
        held = [x.on(d, person.id) for d in interviews if person.id in d.holds]
        for day in x.ticks.days:
            that_day = [on[day] for on in held if day in on]
            left = max(0, limit - _facts(x, person, day))
            if len(that_day) > left:
                yield Must(person.id, because(person, day, limit), x.model.add(sum(that_day) <= left))


def _facts(x: Variables, person: Person, day: date) -> int:
    return sum(
        fact.start.date() == day and person.id in fact.reviewers and x.problem.activity[fact.activity].interview
        for fact in x.facts
    )


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """On no day does a reviewer hold more interviews than the limit."""
    for person, limit in limited(problem):
        for day in sorted({s.start.date() for s in programme.sessions_of(person.id)}):
            held = tuple(
                session
                for session in programme.day_of(person.id, day)
                if person.id in session.reviewers and problem.activity[session.activity].interview
            )
            if len(held) > limit:
                yield Breach(subject=person.id, sentence=because(person, day, limit), sessions=held)
