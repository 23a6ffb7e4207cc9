"""A reviewer holds at most so many interviews a day.

The proposal never asks for more than five (5 and 12 May). The limit is the review's, or the person's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.interview_limits import by_day, check_limit, daily, post_limit
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person, day: date, limit: int) -> str:
    """The sentence a person reads."""
    return f"{person.name} holds at most {limit} {'interview' if limit == 1 else 'interviews'} on {day:%A %d %B}"


def post(x: Variables) -> Iterator[Must]:
    """On each day, the interviews that a person holds are within the limit less the fixed ones."""
    limited = daily(x.problem, x.problem.limits.interviews_per_reviewer_per_day)
    return post_limit(x, limited, "holds", by_day, because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """On no day does a reviewer hold more interviews than the limit."""
    limited = daily(problem, problem.limits.interviews_per_reviewer_per_day)
    return check_limit(problem, programme, limited, "holds", by_day, because)
