"""Nobody is asked for more than so many sessions of a kind in so many days on end.

Managers who visit other teams have their own to run: no manager more than once a fortnight (assumed for the team
diagnostics). It counts for each person of the pace's pool, on either side of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.paces import in_words, post_pace, too_many
from constraints.problem import Pace, Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, pace: Pace) -> str:
    """The sentence a person reads."""
    return f"{person.name} attends {in_words(pace)}"


def of_people(problem: Problem) -> Iterator[tuple[Pace, Person]]:
    """Every pace that counts for each person of a pool, with each of them."""
    for pace in problem.paces:
        if pace.pool:
            yield from ((pace, person) for person in problem.members.get(pace.pool, ()))


def post(x: Variables) -> Iterator[Must]:
    """Of what a person attends, no more than the limit lies within the days."""
    for pace, person in of_people(x.problem):
        for constraint in post_pace(x, pace, x.attending(person.id), x.facts_of(person.id)):
            yield Must(person.id, because(person, pace), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """In no so many days on end does a person attend more sessions than the limit."""
    for pace, person in of_people(problem):
        for sessions in too_many(problem, pace, programme.sessions_of(person.id)):
            yield Breach(subject=person.id, sentence=because(person, pace), sessions=sessions)
