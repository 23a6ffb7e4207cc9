"""Nobody is asked to come before they can have heard of it.

Once people hold a programme, a change of today reaches them by a message that somebody has to read: a session offered
at half past eight for half past eight is one to which nobody comes. The review says how many hours ahead they are told
at least; two are assumed where it says nothing. Whoever was told of this time and place already needs no word of it,
and who asks the questions knows of the change: other reviewers, or fewer people than were asked, are no reason to wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from constraints.asking import post_asks
from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, Session, instant
from constraints.programme import Programme
from constraints.published_diaries import held_by_activity, post_stands
from constraints.same_session import same_time_and_place

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

READS = ("counterparts", "room")


def because(activity: Activity, soonest: datetime) -> str:
    """The sentence a person reads."""
    return f"{activity.title} cannot be asked for before {soonest:%A %d %B %H:%M}: people have to hear of it first"


def soonest(problem: Problem) -> datetime | None:
    """The first moment that people could come to when they are told now; None: nobody holds anything yet."""
    if problem.now is None or not problem.published or not problem.limits.notice:
        return None
    return (instant(problem.now) + timedelta(hours=problem.limits.notice)).astimezone(problem.tz)


def post(x: Variables) -> Iterator[Must]:
    """A session that somebody is asked to starts when they can have heard of it, unless they know of it already."""
    first = soonest(x.problem)
    if first is None:
        return
    tick, published = x.ticks.up(first), held_by_activity(x.problem)
    for decision in x.decisions.values():
        if decision.joins and any(start < tick for spans in decision.could.values() for start, _ in spans):
            constraint = x.model.add(decision.start >= tick)
            held = published.get(decision.activity.id)
            unheard = () if held is None else (_post_known(x, decision, held).negated(),)
            constraint.only_enforce_if(post_asks(x, decision), *unheard)
            yield Must(decision.activity.id, because(decision.activity, first), constraint)


def _post_known(x: Variables, decision: Decision, held: Session) -> cp_model.IntVar:
    """A literal that is true only where everybody asked was told of this time and place."""
    if held.counterparts is None:
        return post_stands(x, decision, held)
    found = x.literal(f"{decision.activity.id} known")
    x.model.add_implication(found, post_stands(x, decision, held))
    for person, joins in decision.joins.items():
        if person not in held.counterparts:
            x.model.add_implication(found, joins.negated())
    return found


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session that is not fixed asks for anybody so soon, unless they were told of it before."""
    first = soonest(problem)
    if first is None:
        return
    for session in programme.sessions:
        free = session.activity not in problem.facts
        if free and session.counterparts and instant(session.start) < instant(first) and not _known(problem, session):
            activity = problem.activity[session.activity]
            yield Breach(subject=activity.id, sentence=because(activity, first), sessions=(session,))


def _known(problem: Problem, session: Session) -> bool:
    """Whether everybody who is asked was told of this time and place."""
    held = held_by_activity(problem).get(session.activity)
    if held is None or not same_time_and_place(held, session):
        return False
    return held.counterparts is None or set(session.counterparts or ()) <= set(held.counterparts)
