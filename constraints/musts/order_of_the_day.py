"""Sessions keep their places in a reviewer's day: keep-in-touch first, heads-up and then the record last.

The directors' keep-in-touch and the end-of-day heads-up are anchors; the record of evidence closes the day, so that
nothing seen on it is left out of the audit trail.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import IN_DAY_ORDER, Activity, Person, Problem, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person, activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} has its place in the day of {person.name}"


def before(one: Activity, other: Activity) -> bool:
    """Whether one has its place before the other in a day."""
    return IN_DAY_ORDER[one.in_day] < IN_DAY_ORDER[other.in_day]


def post(x: Variables) -> Iterator[Must]:
    """Of two sessions of a reviewer on a day, the one with the earlier place is over before the other starts."""
    for person in x.problem.people:
        held = [decision for decision, _ in x.attending(person.id) if person.id in decision.holds]
        for one, other in permutations(held, 2):
            if before(one.activity, other.activity):
                for day in (day for day in one.day if day in other.day):
                    constraint = x.model.add(one.end <= other.start)
                    constraint.only_enforce_if(x.on(one, person.id, "holds")[day], x.on(other, person.id, "holds")[day])
                    yield Must(person.id, because(person, _anchor(one.activity, other.activity)), constraint)
        yield from _post_against_facts(x, person)


def _post_against_facts(x: Variables, person: Person) -> Iterator[Must]:
    for fact in x.facts_of(person.id):
        activity, day = x.problem.activity[fact.activity], fact.start.date()
        start, end = x.fact_span(fact)
        for decision, _ in x.attending(person.id):
            if person.id in fact.reviewers and person.id in decision.holds and day in decision.day:
                if before(activity, decision.activity):
                    constraint = x.model.add(decision.start >= end)
                elif before(decision.activity, activity):
                    constraint = x.model.add(decision.end <= start)
                else:
                    continue
                constraint.only_enforce_if(x.on(decision, person.id, "holds")[day])
                yield Must(person.id, because(person, _anchor(activity, decision.activity)), constraint)


def _anchor(one: Activity, other: Activity) -> Activity:
    return other if one.in_day == "any" else one


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session of a reviewer's day starts before one with an earlier place is over."""
    for person in programme.people_of(problem):
        held = [s for s in programme.sessions_of(person.id) if person.id in s.reviewers]
        for one, other in permutations(held, 2):
            first, second = problem.activity[one.activity], problem.activity[other.activity]
            same_day = one.start.date() == other.start.date()
            if same_day and before(first, second) and instant(one.end) > instant(other.start):
                sentence = because(person, _anchor(first, second))
                yield Breach(subject=person.id, sentence=sentence, sessions=(one, other))
