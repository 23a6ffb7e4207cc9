"""An interviewee's evidence sessions of a week stand on few days.

Each day of a week beyond the first on which a person is asked for costs one. Counted over one person's week, so that
it can be bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("counterparts",)

Week = tuple[int, int]


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} is asked for on few days of a week"


def post(x: Variables) -> Iterator[Wish]:
    """For each person and week, the days beyond the first on which they are asked for."""
    if not x.problem.comfort.few_days:
        return
    for person in x.problem.people:
        for week, days in _weeks(_asked(x, person)).items():
            if len(days) > 1:
                on_day = [x.either(literals, f"{person.id} asked for {day}") for day, literals in days.items()]
                extra = x.model.new_int_var(0, len(days) - 1, f"{person.id} extra days {week}")
                x.model.add(extra >= sum(on_day) - 1)
                yield Wish(person.id, because(person), extra)


def _asked(x: Variables, person: Person) -> dict[date, list[cp_model.IntVar]]:
    """For each day, the literals that ask for a person then; a fixed session counts as one that holds."""
    found: dict[date, list[cp_model.IntVar]] = {}
    for decision, _ in x.attending(person.id):
        if decision.activity.evidence and person.id in decision.joins:
            for day, literal in x.on(decision, person.id, "joins").items():
                found.setdefault(day, []).append(literal)
    for day in _days(x.problem, x.facts, person):
        found[day] = [x.true]
    return found


def _weeks(days: dict[date, list[cp_model.IntVar]]) -> dict[Week, dict[date, list[cp_model.IntVar]]]:
    found: dict[Week, dict[date, list[cp_model.IntVar]]] = {}
    for day in sorted(days):
        found.setdefault(day.isocalendar()[:2], {})[day] = days[day]
    return found


def _days(problem: Problem, sessions: tuple[Session, ...], person: Person) -> set[date]:
    """The days on which a person is asked for as a counterpart of an evidence session."""
    return {
        session.start.date()
        for session in sessions
        if person.id in (session.counterparts or ()) and problem.activity[session.activity].evidence
    }


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each person and week, the days beyond the first on which they are asked for."""
    if not problem.comfort.few_days:
        return
    for person in problem.people:
        days = _days(problem, programme.sessions, person)
        weeks = {day.isocalendar()[:2] for day in days}
        extra = len(days) - len(weeks)
        if extra:
            yield Breach(subject=person.id, sentence=because(person), cost=extra)
