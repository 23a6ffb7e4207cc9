"""A reviewer works only on the days declared for them.

The contract buys reviewer-days; the review declares which they are and of what kind each is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} does not work on that day"


def post(x: Variables) -> Iterator[Must]:
    """A reviewer's sessions lie on their declared days."""
    for person in x.problem.reviewers:
        spans = [span for day, span in x.ticks.day_spans.items() if (person.id, day) in x.problem.kind_of_day]
        for decision, attends in x.attending(person.id):
            for constraint in x.post_inside(decision, spans, attends):
                yield Must(person.id, because(person), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session of a reviewer is on a declared day."""
    for person in problem.reviewers:
        for session in programme.sessions_of(person.id):
            if (person.id, session.start.date()) not in problem.kind_of_day:
                yield Breach(subject=person.id, sentence=because(person), sessions=(session,))
