"""A specialist's days of work follow one another, without a declared day between them on which they do not work.

The education inspectors come for two days (the scrutiny slides on ILACS); that these are consecutive is assumed, for
they travel and stay. Their declared days say what follows what: a Monday may follow a Friday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.days_worked import declared, using
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} works on days that follow one another"


def asked(problem: Problem) -> list[Person]:
    """Everybody whose days have to follow one another."""
    return [person for person in problem.people if person.consecutive_days]


def post(x: Variables) -> Iterator[Must]:
    """Between two days of work that are not both made so by fixed sessions, one is worked."""
    for person in asked(x.problem):
        works = [x.works(person.id, day) for day in declared(x.problem, person)]
        for first, last in combinations(range(len(works)), 2):
            if last - first > 1 and not (works[first] is x.true and works[last] is x.true):
                yield Must(person.id, because(person), _no_gap(x, works[first : last + 1]))


def _no_gap(x: Variables, works: Sequence[cp_model.IntVar]) -> cp_model.Constraint:
    first, *between, last = works
    return x.model.add_bool_or(first.negated(), last.negated(), *between)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No two days of work have only days without work between them."""
    for person in asked(problem):
        days = declared(problem, person)
        worked = [day for day in days if programme.works(problem, person.id, day)]
        for one, other in pairwise(worked):
            if _apart(days, one, other):
                sessions = (*using(problem, programme, person.id, one), *using(problem, programme, person.id, other))
                yield Breach(subject=person.id, sentence=because(person), sessions=sessions)


def _apart(days: Sequence[date], one: date, other: date) -> bool:
    return days.index(other) - days.index(one) > 1
