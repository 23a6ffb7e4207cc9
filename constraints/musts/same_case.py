"""An activity that tracks another one's case is about exactly the case that was chosen there.

Inspectors follow a child's case from person to person: the worker, the manager, the carer (case tracking, the scrutiny
slides on ILACS). It is held only where the one that chooses is held, so that no case is seen that nobody drew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, CaseSeen, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("cases",)


def because(follower: Activity, leader: Activity) -> str:
    """The sentence a person reads."""
    return f"{follower.title} is about the same case as {leader.title}"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every activity that tracks another one's case, with the one that it tracks."""
    for follower in problem.activities:
        if follower.tracks:
            yield follower, problem.activity[follower.tracks]


def post(x: Variables) -> Iterator[Must]:
    """The follower needs its leader held; where both are, each case is seen in both or in neither."""
    for follower, leader in pairs(x.problem):
        why = because(follower, leader)
        if follower.id in x.decisions and leader.id in x.decisions:
            one, other = x.decisions[follower.id].present, x.decisions[leader.id].present
            yield Must(follower.id, why, x.model.add_implication(one, other))
        held = [x.decisions[a.id].present for a in (follower, leader) if a.id in x.decisions]
        ours, theirs = _sees(x, follower), _sees(x, leader)
        if held and ours is not None and theirs is not None:
            for case in dict.fromkeys((*ours, *theirs)):
                same = x.model.add(x.total([ours.get(case, 0)]) == x.total([theirs.get(case, 0)]))
                same.only_enforce_if(*held)
                yield Must(follower.id, why, same)


def _sees(x: Variables, activity: Activity) -> dict[str, cp_model.LinearExprT] | None:
    """Whether an activity sees a case, for each that it may; None where a fixed session does not say."""
    found: dict[str, list[cp_model.LinearExprT]] = {}
    if activity.id in x.decisions:
        for option in x.decisions[activity.id].options:
            found.setdefault(option.case, []).append(option.literal)
    else:
        (fact,) = (fact for fact in x.facts if fact.activity == activity.id)
        if fact.cases is None:
            return None
        found = {seen.case: [1] for seen in fact.cases}
    return {case: x.total(ways) for case, ways in found.items()}


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session that tracks a case has its leader held, and sees the same cases."""
    for follower, leader in pairs(problem):
        one, other = programme.session.get(follower.id), programme.session.get(leader.id)
        if one and not other:
            yield Breach(subject=follower.id, sentence=because(follower, leader), sessions=(one,))
        elif one and other and _differ(one.cases, other.cases):
            yield Breach(subject=follower.id, sentence=because(follower, leader), sessions=(other, one))


def _differ(some: tuple[CaseSeen, ...] | None, others: tuple[CaseSeen, ...] | None) -> bool:
    if some is None or others is None:
        return False
    return {seen.case for seen in some} != {seen.case for seen in others}
