"""Between sessions at different sites there is time to travel.

On one day, the later of two sessions starts when the earlier is over and its people can have come from the one site to
the other. The review says how long each way takes; online is no site, and a way that it does not name takes no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
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


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} needs time to travel between sites"


def post(x: Variables) -> Iterator[Must]:
    """Whoever attends two sessions a way apart has the time for it between them, in one order or the other."""
    if not x.problem.travel:
        return
    for one, other in combinations(x.decisions.values(), 2):
        minutes = x.problem.minutes_between.get((one.activity.place, other.activity.place), 0)
        if minutes:
            yield from _post_pair(x, one, other, x.ticks.length(minutes))
    for person in x.problem.people:
        yield from _post_against_facts(x, person)


def _post_pair(x: Variables, one: Decision, other: Decision, way: int) -> Iterator[Must]:
    both = [person for person in one.attends if person in other.attends]
    days = [day for day in one.day if day in other.day]
    if both and days:
        apart = _apart(x, one, other, way, days)
        for person in both:
            either_away = (one.attends[person].negated(), other.attends[person].negated())
            yield Must(person, because(x.problem.person[person]), x.model.add_bool_or(*either_away, *apart))


def _apart(x: Variables, one: Decision, other: Decision, way: int, days: Sequence[date]) -> list[cp_model.IntVar]:
    """Literals of which one holds where two sessions are a way apart or on different days; all people share them."""
    name = f"{one.activity.id} and {other.activity.id}"
    before, after = x.literal(f"{name} travelled"), x.literal(f"{name} travelled back")
    x.model.add(one.end + way <= other.start).only_enforce_if(before)
    x.model.add(other.end + way <= one.start).only_enforce_if(after)
    if len(one.day) == len(other.day) == 1:
        return [before, after]
    on_other_days = x.literal(f"{name} on other days")
    for day in days:
        x.model.add_bool_or(on_other_days.negated(), one.day[day].negated(), other.day[day].negated())
    return [before, after, on_other_days]


def _post_against_facts(x: Variables, person: Person) -> Iterator[Must]:
    facts = x.facts_of(person.id)
    for decision, attends in x.attending(person.id):
        taken = [span for fact in facts for span in _taken(x, fact, decision)]
        if taken:
            for constraint in x.post_inside(decision, _left(x, taken), attends):
                yield Must(person.id, because(person), constraint)


def _taken(x: Variables, fact: Session, decision: Decision) -> Iterator[Span]:
    """The ticks of its day that a fixed session takes with the way to a decision's site, before and after."""
    minutes = x.problem.minutes_between.get((fact.place, decision.activity.place), 0)
    day = x.ticks.day_spans.get(fact.start.date())
    if minutes and day:
        way = timedelta(minutes=minutes)
        first, last = x.ticks.down(instant(fact.start) - way), x.ticks.up(instant(fact.end) + way)
        yield max(day[0], first), min(day[1], last)


def _left(x: Variables, taken: Sequence[Span]) -> list[Span]:
    """What is left of the review."""
    first, last = x.ticks.horizon
    inner = merged(taken)
    return list(zip([first, *(end for _, end in inner)], [*(start for start, _ in inner), last], strict=True))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Of any two sessions of one person's day, one is over and the way to the other made before the other starts."""
    for person in problem.people:
        for one, other in combinations(programme.sessions_of(person.id), 2):
            way = timedelta(minutes=problem.minutes_between.get((one.place, other.place), 0))
            same_day = one.start.date() == other.start.date()
            if way and same_day and not (_in_time(one, way, other) or _in_time(other, way, one)):
                yield Breach(subject=person.id, sentence=because(person), sessions=(one, other))


def _in_time(one: Session, way: timedelta, other: Session) -> bool:
    return instant(one.end) + way <= instant(other.start)
