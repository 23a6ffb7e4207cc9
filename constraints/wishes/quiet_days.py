"""Little is asked of people while it is quiet, as in the school holidays.

Then workers, carers and schools are away more than at other times (assumed for the team diagnostics: August, half-term
and Christmas are thin). Each session of the review's own that touches a quiet time costs one; standing sessions do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem
from constraints.programme import Programme
from constraints.ticks import Span, common, merged

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is not asked for in a quiet time"


def wished(problem: Problem) -> bool:
    """Whether the review asks for it."""
    return bool(problem.comfort.quiet_days and problem.comfort.quiet)


def post(x: Variables) -> Iterator[Wish]:
    """One for each session that touches a quiet time."""
    if not wished(x.problem):
        return
    quiet = merged((x.ticks.down(window.start), x.ticks.up(window.end)) for window in x.problem.comfort.quiet)
    others = _between(quiet, x.ticks.horizon)
    for decision in x.decisions.values():
        days = [x.ticks.day_spans[day] for day in decision.day]
        if common(days, quiet) and not decision.activity.standing:
            touches = x.literal(f"{decision.activity.id} in a quiet time")
            x.post_inside(decision, others, decision.present, touches.negated())
            yield Wish(decision.activity.id, because(decision.activity), touches)


def _between(spans: list[Span], horizon: Span) -> list[Span]:
    """What lies between spans, from one end of the horizon to the other."""
    edges = [horizon[0], *(edge for span in spans for edge in span), horizon[1]]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each session that touches a quiet time."""
    if not wished(problem):
        return
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        counts = activity.id not in problem.facts and not activity.standing
        if counts and any(window.meets(session.start, session.end) for window in problem.comfort.quiet):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))
