"""A resource serves one session at a time.

The council's one laptop serves the laptop sessions and whatever is read on record only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Problem, Resource
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases", "room")


def because(resource: Resource) -> str:
    """The sentence a person reads."""
    return f"{resource.name} serves one session at a time"


def post(x: Variables) -> Iterator[Must]:
    """The sessions that use a resource do not overlap."""
    for resource in x.problem.resources:
        intervals = x.intervals_using(resource.id)
        if len(intervals) > 1:
            yield Must(resource.id, because(resource), x.model.add_no_overlap(intervals))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No two sessions that use a resource overlap."""
    for resource in problem.resources:
        using = [session for session in programme.sessions if resource.id in problem.resources_of(session)]
        for one, other in combinations(using, 2):
            if one.overlaps(other):
                yield Breach(subject=resource.id, sentence=because(resource), sessions=(one, other))
