"""An activity that opens an area comes before everything else of it.

The same reviewers hold nothing of the area earlier, and nobody starts anything of the area before it (the proposal:
the manager interview is the first item of weeks two to four). Standing sessions are of no area.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.decision import Decision
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} comes first in its area"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every opening activity with each other activity of its area."""
    for first in problem.activities:
        if first.first_of_area and first.area:
            for other in problem.activities:
                if other.area == first.area and other.id != first.id and not other.standing:
                    yield first, other


def post(x: Variables) -> Iterator[Must]:
    """The others start no earlier, and with one of the same reviewers only when it is over."""
    facts = {fact.activity: fact for fact in x.facts}
    for opening, other in pairs(x.problem):
        first, second = x.decisions.get(opening.id), x.decisions.get(other.id)
        if first and second:
            yield from _post_pair(x, first, second)
        elif first:
            start = x.fact_span(facts[other.id])[0]
            yield Must(opening.id, because(opening), x.model.add(first.start <= start).only_enforce_if(first.present))
            for person in facts[other.id].reviewers:
                if person in first.holds:
                    ends = x.model.add(first.end <= start).only_enforce_if(first.holds[person])
                    yield Must(opening.id, because(opening), ends)
        elif second:
            start, end = x.fact_span(facts[opening.id])
            yield Must(opening.id, because(opening), x.model.add(second.start >= start).only_enforce_if(second.present))
            for person in facts[opening.id].reviewers:
                if person in second.holds:
                    starts = x.model.add(second.start >= end).only_enforce_if(second.holds[person])
                    yield Must(opening.id, because(opening), starts)


def _post_pair(x: Variables, first: Decision, second: Decision) -> Iterator[Must]:
    why = because(first.activity)
    no_earlier = x.model.add(second.start >= first.start).only_enforce_if(first.present, second.present)
    yield Must(first.activity.id, why, no_earlier)
    for person in first.holds.keys() & second.holds.keys():
        after = x.model.add(second.start >= first.end).only_enforce_if(first.holds[person], second.holds[person])
        yield Must(first.activity.id, why, after)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session of the area starts before its opening one, nor before its end with one of its reviewers."""
    for opening, other in pairs(problem):
        first, second = programme.session.get(opening.id), programme.session.get(other.id)
        if first and second:
            same = set(first.reviewers) & set(second.reviewers)
            if second.start < first.start or (same and second.start < first.end):
                yield Breach(subject=opening.id, sentence=because(opening), sessions=(first, second))
