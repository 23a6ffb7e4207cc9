"""A session that needs a room has one of those it may use, with a seat for everybody.

A focus group does not fit into an interview room. Reviewers and counterparts are counted; a room whose seats nobody
counted holds any number. A session that needs no room takes none, so that it keeps nobody else out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts", "room")


def because(problem: Problem, activity: Activity) -> str:
    """The sentence a person reads."""
    if not activity.rooms:
        return f"{activity.title} needs no room"
    names = " or ".join(problem.resource[room].name for room in activity.rooms)
    return f"{activity.title} is held in {names}, with a seat for everybody"


def post(x: Variables) -> Iterator[Must]:
    """A session that needs a room takes exactly one, and no more people attend than that room has seats."""
    for decision in x.decisions.values():
        activity = decision.activity
        if activity.rooms:
            sentence = because(x.problem, activity)
            yield Must(activity.id, sentence, x.model.add(sum(decision.takes.values()) == decision.present))
            for room, takes in decision.takes.items():
                seats = x.problem.resource[room].seats
                if seats is not None and len(decision.attends) > seats:
                    seated = x.model.add(sum(decision.attends.values()) <= seats)
                    yield Must(activity.id, sentence, seated.only_enforce_if(takes))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session whose room is stated is in a room of its activity's that seats all who attend, or in none."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if session.room is not None and not _fits(problem, activity, session, session.room):
            yield Breach(subject=activity.id, sentence=because(problem, activity), sessions=(session,))


def _fits(problem: Problem, activity: Activity, session: Session, room: str) -> bool:
    if not activity.rooms:
        return not room
    if room not in activity.rooms:
        return False
    seats = problem.resource[room].seats
    return seats is None or len(set(session.people)) <= seats
