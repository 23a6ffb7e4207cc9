"""A reviewer's day has no idle time inside it.

Idle is the time from the first start to the last end, each session with its breathing space, that no session and no
breathing space fills; counted in whole steps of the grid over one reviewer's day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Person, Problem, Session, instant
from constraints.programme import Programme
from constraints.ticks import Span, Ticks

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
    for day in x.problem.days:
        person = x.problem.person[day.person]
        facts = [_ticks(x.ticks, x.problem, s, person) for s in x.facts_of(person.id) if s.start.date() == day.date]
        held = [d for d, _ in x.attending(person.id) if day.date in d.day]
        if len(held) + len(facts) > 1:
            yield Wish(person.id, because(person, day.date), _idle(x, person, day.date, held, facts))


def _idle(x: Variables, person: Person, day: date, held: list[Decision], facts: list[Span]) -> cp_model.IntVar:
    spaces = [_space(x, decision, person) for decision in held]
    spans = [*facts, *([x.ticks.day_spans[day]] if held else [])]
    earliest, latest = min(start for start, _ in spans), max(end for _, end in spans) + max(spaces, default=0)
    first = x.model.new_int_var(earliest, latest, f"{person.id} {day} begins")
    last = x.model.new_int_var(earliest, latest, f"{person.id} {day} ends")
    idle = x.model.new_int_var(0, latest - earliest, f"{person.id} {day} idle")
    for start, end in facts:
        x.model.add(first <= start)
        x.model.add(last >= end)
    for decision in held:
        x.model.add(first <= decision.start).only_enforce_if(x.on(decision, person.id)[day])
        x.model.add(last >= decision.end).only_enforce_if(x.on(decision, person.id)[day])
        if person.id in decision.holds:
            spaced = x.model.add(last >= decision.end + _space(x, decision, person))
            spaced.only_enforce_if(x.on(decision, person.id, "holds")[day])
    filled = x.total([*(end - start for start, end in facts), *(_fills(x, d, person, day) for d in held)])
    x.model.add(idle >= last - first - filled)
    return idle


def _space(x: Variables, decision: Decision, person: Person) -> int:
    return x.ticks.length(decision.activity.breathing_space) if person.id in decision.holds else 0


def _fills(x: Variables, decision: Decision, person: Person, day: date) -> cp_model.LinearExpr:
    """The ticks that a session fills of this day: its length when it is held then, and its space where they hold it."""
    there, lengths = x.on(decision, person.id)[day], list(decision.length_is)
    filled: cp_model.LinearExpr = lengths[0] * there
    if len(lengths) > 1:
        filled = x.model.new_int_var(0, lengths[-1], f"{decision.activity.id} fills {person.id} {day}")
        x.model.add(filled <= decision.length)
        x.model.add(filled <= lengths[-1] * there)
    space = _space(x, decision, person)
    return filled + space * x.on(decision, person.id, "holds")[day] if space else filled


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each declared day, its span less what fills it, in steps of the grid."""
    if not problem.comfort.idle:
        return
    ticks = Ticks(problem)
    for day in problem.days:
        person = problem.person[day.person]
        spans = [_ticks(ticks, problem, session, person) for session in programme.day_of(person.id, day.date)]
        if len(spans) > 1:
            span = max(end for _, end in spans) - min(start for start, _ in spans)
            idle = span - sum(end - start for start, end in spans)
            if idle > 0:
                yield Breach(subject=person.id, sentence=because(person, day.date), cost=idle)


def _ticks(ticks: Ticks, problem: Problem, session: Session, person: Person) -> Span:
    """The steps of the grid that a session touches, with its breathing space where the person holds it."""
    space = problem.activity[session.activity].breathing_space if person.id in session.reviewers else 0
    return ticks.down(session.start), ticks.up(instant(session.end) + timedelta(minutes=space))
