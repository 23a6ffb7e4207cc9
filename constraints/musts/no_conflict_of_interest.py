"""No reviewer reviews a team, a person or a case that they have declared a conflict with.

Inspectors declare all actual or perceived conflicts (Ofsted, conflicts of interest policy); what the conflict is stays
with the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts", "cases")


def because(person: Person, activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{person.name} has declared a conflict of interest that rules out {activity.title}"


def conflicts_with(person: Person, other: Person) -> bool:
    """Whether a reviewer may not review this person, for themselves or for their team."""
    return other.id in person.conflicts.people or bool(other.team and other.team in person.conflicts.teams)


def post(x: Variables) -> Iterator[Must]:
    """A reviewer and what they have a conflict with are not in one session."""
    for person in x.problem.people:
        for decision, _ in x.attending(person.id):
            holds = decision.holds.get(person.id)
            if holds is None:
                continue
            people = x.problem.person
            barred = [there for other, there in decision.joins.items() if conflicts_with(person, people[other])]
            barred += [option.literal for option in decision.options if option.case in person.conflicts.cases]
            for there in barred:
                constraint = x.model.add_bool_or(holds.negated(), there.negated())
                yield Must(person.id, because(person, decision.activity), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session brings a reviewer and what they have a conflict with together."""
    for session in programme.sessions:
        others = [problem.person[other] for other in session.counterparts or ()]
        cases = {case.case for case in session.cases or ()}
        for person in (problem.person[reviewer] for reviewer in session.reviewers):
            if cases & set(person.conflicts.cases) or any(conflicts_with(person, other) for other in others):
                sentence = because(person, problem.activity[session.activity])
                yield Breach(subject=person.id, sentence=sentence, sessions=(session,))
