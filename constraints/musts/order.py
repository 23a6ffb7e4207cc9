"""An activity that comes after others starts when they are over.

Joint report writing after the individual reports, the presentation after both. Where one of them is not held, the
other is free of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(earlier: Activity, later: Activity) -> str:
    """The sentence a person reads."""
    return f"{later.title} comes after {earlier.title}"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every pair of activities of which the first comes before the second."""
    for later in problem.activities:
        for earlier in later.after:
            yield problem.activity[earlier], later


def post(x: Variables) -> Iterator[Must]:
    """If both are held, the later starts at or after the end of the earlier."""
    facts = {fact.activity: x.fact_span(fact) for fact in x.facts}
    for earlier, later in pairs(x.problem):
        first, second = x.decisions.get(earlier.id), x.decisions.get(later.id)
        if first and second:
            constraint = x.model.add(first.end <= second.start)
            constraint.only_enforce_if(first.present, second.present)
        elif first:
            constraint = x.model.add(first.end <= facts[later.id][0])
            constraint.only_enforce_if(first.present)
        elif second:
            constraint = x.model.add(second.start >= facts[earlier.id][1])
            constraint.only_enforce_if(second.present)
        else:
            continue
        yield Must(later.id, because(earlier, later), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session starts before one that it comes after is over."""
    for earlier, later in pairs(problem):
        first, second = programme.session.get(earlier.id), programme.session.get(later.id)
        if first and second and instant(first.end) > instant(second.start):
            yield Breach(subject=later.id, sentence=because(earlier, later), sessions=(first, second))
