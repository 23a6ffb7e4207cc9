"""The days that the contract buys are used.

A reviewer-day that nobody works is lost to the council, and a standing session must not be spared by not working. Of
each kind, the days used fall short of the contract by so many; only declared days count on which something other
than a standing session could stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Problem, ReviewerDay
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(kind: str) -> str:
    """The sentence a person reads."""
    return f"the contracted {kind} days are used"


def wanted(problem: Problem) -> Iterator[tuple[str, int, list[ReviewerDay]]]:
    """Each contracted kind, how many whole days of it could be used, and which."""
    within_reach = {day for a in problem.activities if not a.standing for day in problem.days_of(a)}
    for kind, contracted in problem.contracted.items():
        days = [day for day in problem.days if day.kind == kind and day.date in within_reach]
        yield kind, min(floor(contracted), len(days)), days


def post(x: Variables) -> Iterator[Wish]:
    """Of each kind, the days that are not used and could be."""
    for kind, most, days in wanted(x.problem):
        used = sum(x.works(day.person, day.date) for day in days)
        unused = x.model.new_int_var(0, most, f"unused {kind} days")
        x.model.add(unused >= most - used)
        yield Wish(kind, because(kind), unused)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Of each kind, the days that are not used and could be."""
    for kind, most, days in wanted(problem):
        used = sum(programme.works(problem, day.person, day.date) for day in days)
        if used < most:
            yield Breach(subject=kind, sentence=because(kind), cost=most - used)
