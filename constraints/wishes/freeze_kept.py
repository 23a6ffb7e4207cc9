"""What is about to begin stays as it was published.

Whoever has a session within the freeze has arranged that day around it (the review says how many hours). Each such
session that is not held when, where, by and with whom it was published, and about the same cases, costs one. One that
was struck cannot stand and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme
from constraints.published_diaries import held_by_activity, post_same_session
from constraints.same_session import same_session

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts", "cases", "room")


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} stays as it was published, so near to its start"


def frozen(problem: Problem) -> Iterator[tuple[Activity, Session]]:
    """Every activity that should stay, with its published session."""
    published = held_by_activity(problem)
    for activity in problem.activities:
        if activity.id in problem.frozen and activity.id not in problem.struck and activity.id in published:
            yield activity, published[activity.id]


def post(x: Variables) -> Iterator[Wish]:
    """One for each session within the freeze that does not stay as it is."""
    facts = {fact.activity: fact for fact in x.facts}
    for activity, published in frozen(x.problem):
        if activity.id in x.decisions:
            same = post_same_session(x, x.decisions[activity.id], published)
            yield Wish(activity.id, because(activity), 1 - same)
        elif _changed(published, facts.get(activity.id)):
            yield Wish(activity.id, because(activity), 1)


def _changed(published: Session, session: Session | None) -> bool:
    return session is None or not same_session(published, session)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each session within the freeze that does not stay as it is."""
    for activity, published in frozen(problem):
        session = programme.session.get(activity.id)
        if _changed(published, session):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,) if session else ())
