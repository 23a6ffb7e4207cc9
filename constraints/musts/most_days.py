"""A specialist works on no more than so many of their days.

Two education inspectors come for two days and one regulatory inspector for one (the scrutiny slides on ILACS); on which
of their declared days is for the programme to choose. Who declared no days is counted on every day of the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.days_worked import declared, using
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, most: int) -> str:
    """The sentence a person reads."""
    return f"{person.name} works on at most {'one day' if most == 1 else f'{most} days'}"


def limited(problem: Problem) -> Iterator[tuple[Person, int, tuple[date, ...]]]:
    """Everybody whose days are limited, to how many, and the days that count."""
    every_day = tuple(problem.start + timedelta(n) for n in range((problem.end - problem.start).days + 1))
    for person in problem.people:
        if person.most_days is not None:
            yield person, person.most_days, declared(problem, person) or every_day


def post(x: Variables) -> Iterator[Must]:
    """The days worked are within the limit, or are those that fixed sessions already use."""
    for person, most, days in limited(x.problem):
        used = [x.works(person.id, day) for day in days]
        free = [literal for literal in used if literal is not x.true]
        left = max(0, most - (len(used) - len(free)))
        if len(free) > left:
            yield Must(person.id, because(person, most), x.model.add(sum(free) <= left))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Nobody works on more days than their limit."""
    for person, most, days in limited(problem):
        worked = [day for day in days if programme.works(problem, person.id, day)]
        if len(worked) > most:
            sessions = tuple(s for day in worked for s in using(problem, programme, person.id, day))
            yield Breach(subject=person.id, sentence=because(person, most), sessions=sessions)
