"""Who held the one session holds the other.

Feedback comes from those who made the visit (verbal feedback on the day, the Essex/Worcestershire report); whoever
began to follow a child's case stays with it. Without the visit there is nothing to feed back: the session that takes
its reviewers from another is held only if that one is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ()


def because(activity: Activity, other: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is held by those who hold {other.title}"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every activity that names the one whose reviewers hold it, with that one."""
    for activity in problem.activities:
        if activity.same_reviewers_as:
            yield activity, problem.activity[activity.same_reviewers_as]


def post(x: Variables) -> Iterator[Must]:
    """The one needs the other held; where both are, everybody holds both or neither."""
    for activity, other in pairs(x.problem):
        if activity.id in x.decisions and other.id in x.decisions:
            one, two = x.decisions[activity.id].present, x.decisions[other.id].present
            yield Must(activity.id, because(activity, other), x.model.add_implication(one, two))
        held = [x.decisions[each.id].present for each in (activity, other) if each.id in x.decisions]
        ours, theirs = _holders(x, activity), _holders(x, other)
        if held:
            for person in dict.fromkeys((*ours, *theirs)):
                same = x.model.add(x.total([ours.get(person, 0)]) == x.total([theirs.get(person, 0)]))
                same.only_enforce_if(*held)
                yield Must(activity.id, because(activity, other), same)


def _holders(x: Variables, activity: Activity) -> Mapping[str, cp_model.LinearExprT]:
    if activity.id in x.decisions:
        return x.decisions[activity.id].holds
    return {person: 1 for fact in x.facts if fact.activity == activity.id for person in fact.reviewers}


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """A session held by those who hold another has that one held, and the same reviewers."""
    for activity, other in pairs(problem):
        one, two = programme.session.get(activity.id), programme.session.get(other.id)
        if one and not two:
            yield Breach(subject=activity.id, sentence=because(activity, other), sessions=(one,))
        elif one and two and set(one.reviewers) != set(two.reviewers):
            yield Breach(subject=activity.id, sentence=because(activity, other), sessions=(two, one))
