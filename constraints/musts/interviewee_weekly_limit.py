"""An interviewee is asked for at most so many interviews a week.

Services have to keep running while they are reviewed: one worker can hold cases of several strata, and a day's limit
alone would take them from their families every day of a week. Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.interview_limits import by_week, check_limit, post_limit
from constraints.problem import Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, monday: date, limit: int) -> str:
    """The sentence a person reads."""
    interviews = "interview" if limit == 1 else "interviews"
    return f"{person.name} is asked for at most {limit} {interviews} in the week of {monday:%A %d %B}"


def limited(problem: Problem) -> list[tuple[Person, int]]:
    """Everybody, with the review's limit; nobody where it has none."""
    most = problem.limits.interviews_per_interviewee_per_week
    return [] if most is None else [(person, most) for person in problem.people]


def post(x: Variables) -> Iterator[Must]:
    """In each week, the interviews that a person is asked for are within the limit less the fixed ones."""
    return post_limit(x, limited(x.problem), "joins", by_week, because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """In no week is a counterpart in more interviews than the limit."""
    return check_limit(problem, programme, limited(problem), "joins", by_week, because)
