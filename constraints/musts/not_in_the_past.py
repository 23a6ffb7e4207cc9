"""Nothing is held before now.

What has happened is history and stands among the fixed sessions; whatever is still to be placed starts now or later.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity, now: datetime) -> str:
    """The sentence a person reads."""
    return f"{activity.title} cannot start before {now:%A %d %B %H:%M}, which is now"


def post(x: Variables) -> Iterator[Must]:
    """A session that is not fixed starts now or later."""
    now = x.problem.now
    if now is None:
        return
    for decision in x.decisions.values():
        constraint = x.model.add(decision.start >= x.ticks.up(now))
        constraint.only_enforce_if(decision.present)
        yield Must(decision.activity.id, because(decision.activity, now), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session that is not fixed starts before now."""
    now = problem.now
    if now is None:
        return
    for session in programme.sessions:
        if session.activity not in problem.facts and instant(session.start) < instant(now):
            activity = problem.activity[session.activity]
            yield Breach(subject=activity.id, sentence=because(activity, now), sessions=(session,))
