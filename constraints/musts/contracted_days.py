"""No more reviewer-days of a kind are used than the contract holds.

The proposal's twenty days are 2 reading, 16 fieldwork and 2 report. A day is used when its reviewer has a session
other than a standing one; that the days add up exactly is a line of the check, not a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.days_worked import using
from constraints.problem import Problem, ReviewerDay
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(kind: str, days: float) -> str:
    """The sentence a person reads."""
    return f"The contract holds {days:g} {kind} {'day' if days == 1 else 'days'}"


def of_kind(problem: Problem, kind: str) -> list[ReviewerDay]:
    """The declared reviewer-days of a kind."""
    return [day for day in problem.days if day.kind == kind]


def post(x: Variables) -> Iterator[Must]:
    """Of each kind, the days worked are within the contract, or within what fixed sessions already use."""
    for kind, contracted in x.problem.contracted.items():
        days = of_kind(x.problem, kind)
        if len(days) > contracted:
            used = [x.works(day.person, day.date) for day in days]
            free = [literal for literal in used if literal is not x.true]
            left = max(0, floor(contracted) - (len(used) - len(free)))
            yield Must(kind, because(kind, contracted), x.model.add(sum(free) <= left))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Of each kind, no more days are used than contracted."""
    for kind, contracted in problem.contracted.items():
        used = [day for day in of_kind(problem, kind) if programme.works(problem, day.person, day.date)]
        if len(used) > contracted:
            sessions = tuple(s for day in used for s in using(problem, programme, day.person, day.date))
            yield Breach(subject=kind, sentence=because(kind, contracted), sessions=sessions)
