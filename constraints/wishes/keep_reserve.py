"""Every mop-up that was asked for is kept.

Mop-ups are a reserve for what falls through (18 % of the proposal's evidence sessions): they exist to be used and give
way to all above.
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
    return f"{activity.title} is held in reserve"


def counts(activity: Activity) -> bool:
    """Whether an activity counts here."""
    return activity.priority == "mop-up"


def post(x: Variables) -> Iterator[Wish]:
    """One for each that is owed and not held."""
    return post_owed(x, counts, because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each that is owed and not held."""
    return check_owed(problem, programme, counts, because)
