"""Nobody is in two places at once.

Everyone in a session stays for all of it. Back-to-back is fine; breathing space is another rule's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} cannot be in two places at once"


def post(x: Variables) -> Iterator[Must]:
    """The sessions that a person attends do not overlap."""
    for person in x.problem.people:
        intervals = x.intervals_of(person.id)
        if len(intervals) > 1:
            yield Must(person.id, because(person), x.model.add_no_overlap(intervals))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No two sessions of one person overlap."""
    for person in programme.people_of(problem):
        for one, other in combinations(programme.sessions_of(person.id), 2):
            if one.overlaps(other):
                yield Breach(subject=person.id, sentence=because(person), sessions=(one, other))
