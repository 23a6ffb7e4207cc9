"""An activity stands on a reviewer-day of its kind.

Interviews on fieldwork days, reading on reading days, the report on the report day. A session does not change the
kind of the day it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Person, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is for {' or '.join(activity.day_kinds)} days"


def suits(problem: Problem, activity: Activity, person: Person, day: date) -> bool:
    """Whether a day of this person is of a kind for the activity; days that nobody declared are another rule's."""
    return problem.kind_of_day.get((person.id, day), activity.day_kinds[0]) in activity.day_kinds


def post(x: Variables) -> Iterator[Must]:
    """An activity that names day kinds lies on such days of each of its reviewers."""
    for person in x.problem.reviewers:
        for decision, _ in x.attending(person.id):
            activity = decision.activity
            if activity.day_kinds and person.id in decision.holds:
                spans = [span for day, span in x.ticks.day_spans.items() if suits(x.problem, activity, person, day)]
                for constraint in x.post_inside(decision, spans, decision.holds[person.id]):
                    yield Must(activity.id, because(activity), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session whose activity names day kinds is on such a day of each of its reviewers."""
    reviewers = {person.id: person for person in problem.reviewers}
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        for person in session.reviewers:
            asked = activity.day_kinds and person in reviewers
            if asked and not suits(problem, activity, reviewers[person], session.start.date()):
                yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))
