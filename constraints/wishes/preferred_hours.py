"""Evidence sessions stand within the preferred hours.

Early and late sessions find people tired; each evidence session not wholly inside the review's preferred hours
costs one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem, inside
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} stands within the preferred hours"


def wished(problem: Problem) -> bool:
    """Whether the review asks for it."""
    return bool(problem.comfort.preferred_hours and problem.comfort.preferred)


def post(x: Variables) -> Iterator[Wish]:
    """One for each evidence session that is held outside them."""
    if not wished(x.problem):
        return
    spans = x.ticks.spans(x.problem.comfort.preferred)
    for decision in x.decisions.values():
        if decision.activity.evidence:
            outside = x.literal(f"{decision.activity.id} outside preferred hours")
            x.post_inside(decision, spans, decision.present, outside.negated())
            yield Wish(decision.activity.id, because(decision.activity), outside)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each evidence session that is held outside them."""
    if not wished(problem):
        return
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        counts = activity.evidence and activity.id not in problem.facts
        if counts and not inside(problem.comfort.preferred, session.start, session.end):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))
