"""Every activity of the review's own that should happen is held.

What a review can do without gives way to what it cannot, and to nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.owed import check_owed, post_owed
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} should be held"


def counts(activity: Activity) -> bool:
    """Whether an activity counts here."""
    return activity.priority == "should" and not activity.standing


def post(x: Variables) -> Iterator[Wish]:
    """One for each that is owed and not held."""
    return post_owed(x, counts, because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each that is owed and not held."""
    return check_owed(problem, programme, counts, because)
