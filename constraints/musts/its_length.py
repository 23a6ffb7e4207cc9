"""A session is as long as its activity, and lies within one day of the review.

Lengths are fixed or a range (a heads-up 15 to 30 minutes). The planner cannot write anything else; a programme by
others can.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, Session, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    if activity.shortest == activity.longest:
        return f"{activity.title} takes {activity.shortest} minutes within one day of the review"
    return f"{activity.title} takes {activity.shortest} to {activity.longest} minutes within one day of the review"


def post(x: Variables) -> Iterator[Must]:  # noqa: ARG001 -- structure: the variables can say nothing else
    """Nothing: the variables have no other lengths and no other days."""
    yield from ()


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session has a length of its activity's, on one day between the first and the last."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if not _fits(problem, activity, session):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))


def _fits(problem: Problem, activity: Activity, session: Session) -> bool:
    length = instant(session.end) - instant(session.start)
    long_enough = timedelta(minutes=activity.shortest) <= length <= timedelta(minutes=activity.longest)
    last = (instant(session.end) - timedelta(microseconds=1)).astimezone(problem.tz)
    one_day = session.start.astimezone(problem.tz).date() == last.date()
    return long_enough and one_day and problem.start <= session.start.date() <= problem.end
