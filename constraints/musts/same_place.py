"""A session that belongs in the room of another one is held there.

Whoever is prepared in a room should not have to move: the feedback follows its preparation, a focus group the one
before it. It is asked of two sessions that are both held and both in a room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("room",)


def because(other: Activity, activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is held in the room of {other.title}"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every activity that belongs in the room of another one, after that one."""
    for activity in problem.activities:
        if activity.same_place_as:
            yield problem.activity[activity.same_place_as], activity


def post(x: Variables) -> Iterator[Must]:
    """While the one takes a room, the other takes no room but that."""
    for other, activity in pairs(x.problem):
        there, here = _rooms(x, other), _rooms(x, activity)
        both_fixed = other.id in x.problem.facts and activity.id in x.problem.facts
        for room, takes in () if both_fixed else there.items():
            elsewhere = [literal for another, literal in here.items() if another != room]
            if elsewhere:
                constraint = x.model.add_at_most_one([takes, *elsewhere])
                yield Must(activity.id, because(other, activity), constraint)


def _rooms(x: Variables, activity: Activity) -> dict[str, cp_model.IntVar]:
    """The rooms that an activity could take, each with the literal that says so; a fixed session's is certain."""
    if activity.id in x.decisions:
        return x.decisions[activity.id].takes
    return {fact.room: x.true for fact in x.facts if fact.activity == activity.id and fact.room}


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session that belongs in the room of another is in a room that is not that one's."""
    for other, activity in pairs(problem):
        one, two = programme.session.get(other.id), programme.session.get(activity.id)
        if one and two and one.room and two.room and one.room != two.room:
            yield Breach(subject=activity.id, sentence=because(other, activity), sessions=(one, two))
