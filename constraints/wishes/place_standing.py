"""Every standing session that is owed is held.

Keep-in-touch, lunch, heads-up and record give way to the evidence, and to nothing below. A standing session is owed on
a day on which one of its reviewers works.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.owed import check_owed, post_owed
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(problem: Problem, activity: Activity) -> str:
    """The sentence a person reads: the day, what is not held, whose it is or with whom it would be."""
    days = " or ".join(f"{day:%A} {day.day} {day:%B}" for day in problem.days_of(activity))
    own = [problem.person[person].name for need in activity.needs for person in need.people]
    pools = {pool.id: pool.name for pool in problem.pools}
    met = [pools[need.pool] for need in activity.counterparts if need.pool in pools]
    whose = f" for {_in_a_sentence(' and '.join(own))}" if own else ""
    with_whom = f" with {_in_a_sentence(' and '.join(met))}" if met else ""
    return f"{days}: no {_in_a_sentence(activity.title)}{whose}{with_whom}"


def _in_a_sentence(text: str) -> str:
    """A title or a role inside a sentence: without its capital, unless it is an abbreviation or a name."""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return text if capitals > 1 or text[1:2].isupper() else text[:1].lower() + text[1:]


def counts(activity: Activity) -> bool:
    """Whether an activity counts here."""
    return activity.priority == "should" and bool(activity.standing)


def post(x: Variables) -> Iterator[Wish]:
    """One for each that is owed and not held."""
    return post_owed(x, counts, partial(because, x.problem))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each that is owed and not held."""
    return check_owed(problem, programme, counts, partial(because, problem))
