"""Nobody is asked for before they can have had notice.

Whoever is met has to clear the time first, and read what they are asked about; reviewers plan their own days. The
moment is the activity's: the review says how long before it people are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from constraints.asking import post_asks
from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(activity: Activity, asked_from: datetime) -> str:
    """The sentence a person reads."""
    return f"{activity.title} cannot be asked for before {asked_from:%A %d %B %H:%M}"


def post(x: Variables) -> Iterator[Must]:
    """A session that somebody is asked to starts when they have had their notice, or later."""
    for decision in x.decisions.values():
        asked_from = decision.activity.asked_from
        if asked_from is not None and decision.joins:
            constraint = x.model.add(decision.start >= x.ticks.up(asked_from))
            constraint.only_enforce_if(post_asks(x, decision))
            yield Must(decision.activity.id, because(decision.activity, asked_from), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session with counterparts starts before they can be asked for."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        asked_from = activity.asked_from
        if session.counterparts and asked_from is not None and instant(session.start) < instant(asked_from):
            yield Breach(subject=activity.id, sentence=because(activity, asked_from), sessions=(session,))
