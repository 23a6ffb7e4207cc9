"""Between sessions at different sites there is time to travel.

The later of two sessions starts when the earlier is over and its people can have come from the one site to the other.
The review says how long each way takes; online is no site, and a way that it does not name takes no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session, instant
from constraints.programme import Programme
from constraints.ticks import merged

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.ticks import Span
    from constraints.variables import Variables

READS = ("counterparts",)

SHORTEST_DAY = 23 * 60
"""The minutes of the day on which the clocks go forward."""


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} needs time to travel between sites"


def post(x: Variables) -> Iterator[Must]:
    """Whoever attends two sessions a way apart has the time for it between them, in one order or the other."""
    if not x.problem.travel:
        return
    for one, other in combinations(x.decisions.values(), 2):
        minutes = x.problem.minutes_between.get((one.activity.place, other.activity.place), 0)
        both = [who for who in one.attends if who in other.attends] if minutes else []
        if both and _near(one, other, minutes):
            apart = _apart(x, one, other, x.ticks.length(minutes))
            for who in both:
                away = (one.attends[who].negated(), other.attends[who].negated())
                yield Must(who, because(x.problem.person[who]), x.model.add_bool_or(*away, apart))
    for person in x.problem.people:
        yield from _post_against_facts(x, person)


def _near(one: Decision, other: Decision, minutes: int) -> bool:
    """Whether two sessions could be closer than a way: on one day, or around midnight."""
    reach = 1 + minutes // SHORTEST_DAY
    return any(day + timedelta(n) in other.day for day in one.day for n in range(-reach, reach + 1))


def _apart(x: Variables, one: Decision, other: Decision, way: int) -> cp_model.IntVar:
    """A literal that keeps two sessions a way apart; all who attend both share it, and the order."""
    name = f"{one.activity.id} and {other.activity.id}"
    apart, in_order = x.literal(f"{name} a way apart"), x.literal(f"{name} in order")
    x.model.add(one.end + way <= other.start).only_enforce_if(apart, in_order)
    x.model.add(other.end + way <= one.start).only_enforce_if(apart, in_order.negated())
    return apart


def _post_against_facts(x: Variables, person: Person) -> Iterator[Must]:
    facts = x.facts_of(person.id)
    for decision, attends in x.attending(person.id):
        taken = [span for fact in facts for span in _taken(x, fact, decision)]
        if taken:
            for constraint in x.post_inside(decision, _left(x, taken), attends):
                yield Must(person.id, because(person), constraint)


def _taken(x: Variables, fact: Session, decision: Decision) -> Iterator[Span]:
    """The ticks that a fixed session takes with the way to a decision's site, before and after."""
    minutes = x.problem.minutes_between.get((fact.place, decision.activity.place), 0)
    if minutes:
        way = timedelta(minutes=minutes)
        yield x.ticks.down(instant(fact.start) - way), x.ticks.up(instant(fact.end) + way)


def _left(x: Variables, taken: Sequence[Span]) -> list[Span]:
    """What is left of the review."""
    first, last = x.ticks.horizon
    inner = merged(taken)
    starts, ends = [first, *(end for _, end in inner)], [*(start for start, _ in inner), last]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Of any two sessions of one person, one is over and the way to the other made before the other starts."""
    for person in programme.people_of(problem):
        for one, other in combinations(programme.sessions_of(person.id), 2):
            way = timedelta(minutes=problem.minutes_between.get((one.place, other.place), 0))
            if way and not (_in_time(one, way, other) or _in_time(other, way, one)):
                yield Breach(subject=person.id, sentence=because(person), sessions=(one, other))


def _in_time(one: Session, way: timedelta, other: Session) -> bool:
    return instant(one.end) + way <= instant(other.start)
