"""A change is a small one, and told in good time.

Of two ways that disturb as many people, the kinder. Other people at the same hour count 1, for whoever stays keeps
their time; so does another case with the same people, for its worker has prepared the one they were told of; a new
session 1; a move 2, for all of it is arranged again; a cancellation 3, for it may never be made up for. Within a week
of its day each counts twice, for that week is planned by then, and within two days four times, for little can be
arranged so late. The day is the published one, of a new session its own. The numbers are assumed: they put the ways in
an order and measure nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Problem, Session
from constraints.programme import Programme
from constraints.published_diaries import held_by_activity, post_same_session, post_stands
from constraints.same_session import same_session, same_time_and_place

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

READS = ("counterparts", "cases", "room")

REASSIGNED, NEW, MOVED, CANCELLED = 1, 1, 2, 3
NEAR, SOON = (2, 4), (7, 2)
"""Within so many days of now, so many times as much."""


def because(title: str) -> str:
    """The sentence a person reads."""
    return f"{title} changes little, and in good time"


def times(problem: Problem, day: date) -> int:
    """How many times a change of something on a day counts."""
    if problem.now is None:
        return 1
    ahead = (day - problem.now.astimezone(problem.tz).date()).days
    return next((many for within, many in (NEAR, SOON) if ahead <= within), 1)


def change(problem: Problem, published: Session | None, session: Session | None) -> int:
    """What the change of one activity costs, from what was published to what there is."""
    if published is None:
        return NEW * times(problem, session.start.date()) if session else 0
    many = times(problem, published.start.date())
    if session is None:
        return CANCELLED * many
    if not same_time_and_place(published, session):
        return MOVED * many
    return 0 if same_session(published, session) else REASSIGNED * many


def post(x: Variables) -> Iterator[Wish]:
    """What each change costs."""
    if not x.problem.published:
        return
    published = held_by_activity(x.problem)
    facts = {fact.activity: fact for fact in x.facts}
    for activity in dict.fromkeys((*published, *facts)):
        cost = change(x.problem, published.get(activity), facts.get(activity))
        if activity not in x.decisions and cost:
            yield Wish(activity, because(_title(x.problem, activity)), cost)
    for decision in x.decisions.values():
        sentence = because(decision.activity.title)
        yield Wish(decision.activity.id, sentence, _cost(x, decision, published.get(decision.activity.id)))


def _cost(x: Variables, decision: Decision, published: Session | None) -> cp_model.LinearExprT:
    if published is None:
        return sum(NEW * times(x.problem, day) * literal for day, literal in decision.day.items())
    stood, same = post_stands(x, decision, published), post_same_session(x, decision, published)
    many = times(x.problem, published.start.date())
    spared = (CANCELLED - MOVED) * decision.present + (MOVED - REASSIGNED) * stood + REASSIGNED * same
    return many * CANCELLED - many * spared


def _title(problem: Problem, activity: str) -> str:
    return problem.activity[activity].title if activity in problem.activity else activity


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """What each change costs."""
    if not problem.published:
        return
    published = held_by_activity(problem)
    for activity in dict.fromkeys((*published, *programme.session)):
        session = programme.session.get(activity)
        cost = change(problem, published.get(activity), session)
        if cost:
            sessions = (session,) if session else ()
            yield Breach(subject=activity, sentence=because(_title(problem, activity)), sessions=sessions, cost=cost)
