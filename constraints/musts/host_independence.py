"""Nobody holds a session that looks at their own team, or at a team of their own district.

Auditors look at the cases of another team than their own (the Kirklees audit procedure); host managers of the team
diagnostics never visit their own team or area. Whoever comes from outside has no team of the council, and may look at
any.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person, activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{person.name} is of the team or district that {activity.title} looks at"


def is_their_own(problem: Problem, person: Person, activity: Activity) -> bool:
    """Whether an activity looks at a person's own team, or at one of the same district."""
    if not (person.team and activity.team):
        return False
    districts = {team.id: team.district for team in problem.teams}
    theirs = districts.get(person.team)
    return person.team == activity.team or (bool(theirs) and theirs == districts.get(activity.team))


def post(x: Variables) -> Iterator[Must]:
    """A session that looks at a team is not held by the people of its district."""
    for decision in x.decisions.values():
        for reviewer, holds in decision.holds.items():
            person = x.problem.person[reviewer]
            if is_their_own(x.problem, person, decision.activity):
                yield Must(person.id, because(person, decision.activity), x.model.add(holds == 0))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session that looks at a team is held by somebody of its district."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        for person in (problem.person[reviewer] for reviewer in session.reviewers):
            if is_their_own(problem, person, activity):
                yield Breach(subject=person.id, sentence=because(person, activity), sessions=(session,))
