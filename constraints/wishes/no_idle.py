"""A reviewer's day has no idle time inside it.

Idle is the time from the first start to the last end, each session with its breathing space, that no session and no
breathing space fills; counted in whole steps of the grid over one reviewer's day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

READS = ()


def because(person: Person, day: date) -> str:
    """The sentence a person reads."""
    return f"{person.name} has no idle time on {day:%A %d %B}"


def post(x: Variables) -> Iterator[Wish]:
    """For each declared day, its span less what fills it."""
    if not x.problem.comfort.idle:
        return
    first_tick, last_tick = x.ticks.horizon
    for day in x.problem.days:
        person = x.problem.person[day.person]
        facts = [_span(x, fact, person) for fact in x.facts_of(person.id) if fact.start.date() == day.date]
        held = [(d, x.on(d, person.id)[day.date]) for d, _ in x.attending(person.id) if day.date in d.day]
        if len(held) + len(facts) > 1:
            first = x.model.new_int_var(first_tick, last_tick, f"{person.id} {day.date} begins")
            last = x.model.new_int_var(first_tick, last_tick + len(x.ticks.days), f"{person.id} {day.date} ends")
            idle = x.model.new_int_var(0, last_tick - first_tick, f"{person.id} {day.date} idle")
            for start, end in facts:
                x.model.add(first <= start)
                x.model.add(last >= end)
            for decision, there in held:
                x.model.add(first <= decision.start).only_enforce_if(there)
                x.model.add(last >= decision.end + _space(x, decision, person)).only_enforce_if(there)
            filled = sum(end - start for start, end in facts) + sum(_fills(x, d, there, person) for d, there in held)
            x.model.add(idle >= last - first - filled)
            yield Wish(person.id, because(person, day.date), idle)


def _space(x: Variables, decision: Decision, person: Person) -> int:
    return x.ticks.length(decision.activity.breathing_space) if person.id in decision.holds else 0


def _span(x: Variables, fact: Session, person: Person) -> tuple[int, int]:
    return x.fact_span(fact, spaced=person.id in fact.reviewers)


def _fills(x: Variables, decision: Decision, there: cp_model.IntVar, person: Person) -> cp_model.LinearExprT:
    """The ticks that a session fills of this day: its length and space when it is held then, else none."""
    lengths = list(decision.length_is)
    if len(lengths) == 1:
        return (lengths[0] + _space(x, decision, person)) * there
    filled = x.model.new_int_var(0, lengths[-1], f"{decision.activity.id} fills {person.id}")
    x.model.add(filled <= decision.length)
    x.model.add(filled <= lengths[-1] * there)
    return filled + _space(x, decision, person) * there


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each declared day, its span less what fills it, in steps of the grid."""
    if not problem.comfort.idle:
        return
    for day in problem.days:
        person = problem.person[day.person]
        spans = [_instants(problem, session, person) for session in programme.day_of(person.id, day.date)]
        if len(spans) > 1:
            span = max(end for _, end in spans) - min(start for start, _ in spans)
            idle = (span - sum((end - start for start, end in spans), timedelta())) // timedelta(minutes=problem.grid)
            if idle > 0:
                yield Breach(subject=person.id, sentence=because(person, day.date), cost=idle)


def _instants(problem: Problem, session: Session, person: Person) -> tuple[datetime, datetime]:
    space = problem.activity[session.activity].breathing_space if person.id in session.reviewers else 0
    return session.start.astimezone(UTC), session.end.astimezone(UTC) + timedelta(minutes=space)
