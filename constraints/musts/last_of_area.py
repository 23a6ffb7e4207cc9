"""An activity that closes an area comes after everything else of it.

The same reviewers hold nothing of the area later, and nothing of the area ends after it (the proposal: the reviewers
evaluate the evidence together at the end of weeks three and four). Standing sessions are of no area.
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
    return f"{activity.title} comes last in its area"


def pairs(problem: Problem) -> Iterator[tuple[Activity, Activity]]:
    """Every closing activity with each other activity of its area."""
    for last in problem.activities:
        if last.last_of_area and last.area:
            for other in problem.activities:
                if other.area == last.area and other.id != last.id and not other.standing:
                    yield last, other


def post(x: Variables) -> Iterator[Must]:
    """The others end no later, and with one of the same reviewers before it starts."""
    facts = {fact.activity: fact for fact in x.facts}
    for closing, other in pairs(x.problem):
        last, second = x.decisions.get(closing.id), x.decisions.get(other.id)
        if last and second:
            yield from _post_pair(x, last, second)
        elif last:
            end = x.fact_span(facts[other.id])[1]
            yield Must(closing.id, because(closing), x.model.add(last.end >= end).only_enforce_if(last.present))
            for person in facts[other.id].reviewers:
                if person in last.holds:
                    starts = x.model.add(last.start >= end).only_enforce_if(last.holds[person])
                    yield Must(closing.id, because(closing), starts)
        elif second:
            start, end = x.fact_span(facts[closing.id])
            yield Must(closing.id, because(closing), x.model.add(second.end <= end).only_enforce_if(second.present))
            for person in facts[closing.id].reviewers:
                if person in second.holds:
                    ends = x.model.add(second.end <= start).only_enforce_if(second.holds[person])
                    yield Must(closing.id, because(closing), ends)


def _post_pair(x: Variables, last: Decision, second: Decision) -> Iterator[Must]:
    why = because(last.activity)
    no_later = x.model.add(second.end <= last.end).only_enforce_if(last.present, second.present)
    yield Must(last.activity.id, why, no_later)
    for person in last.holds.keys() & second.holds.keys():
        before = x.model.add(second.end <= last.start).only_enforce_if(last.holds[person], second.holds[person])
        yield Must(last.activity.id, why, before)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session of the area ends after its closing one, nor after its start with one of its reviewers."""
    for closing, other in pairs(problem):
        last, second = programme.session.get(closing.id), programme.session.get(other.id)
        if last and second:
            same = set(last.reviewers) & set(second.reviewers)
            if second.end > last.end or (same and second.end > last.start):
                yield Breach(subject=closing.id, sentence=because(closing), sessions=(last, second))
