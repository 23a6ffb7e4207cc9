"""People are asked only when they are free.

Leave, court, duty and part days come in as windows without a reason, for planning needs none (data minimisation, UK
GDPR, article 5); a session lies inside one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Person, Problem, inside
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{person.name} is not free then for {activity.title}"


def post(x: Variables) -> Iterator[Must]:
    """Whoever attends is free for all of the session."""
    for person in x.problem.people:
        if person.windows is not None:
            spans = x.ticks.spans(person.windows)
            for decision, attends in x.attending(person.id):
                for constraint in x.post_inside(decision, spans, attends):
                    yield Must(person.id, because(person, decision.activity), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session of a person lies inside a window in which they are free."""
    for person in programme.people_of(problem):
        if person.windows is not None:
            for session in programme.sessions_of(person.id):
                if not inside(person.windows, session.start, session.end):
                    sentence = because(person, problem.activity[session.activity])
                    yield Breach(subject=person.id, sentence=sentence, sessions=(session,))
