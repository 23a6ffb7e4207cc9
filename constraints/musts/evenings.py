"""A reviewer works on at most so many evenings of a week.

Foster carers and young people are met after school and work; whoever holds those sessions has worked the day as well.
An evening is a day on which they hold a session of the evening. Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ()


def because(person: Person, monday: date, most: int) -> str:
    """The sentence a person reads."""
    evenings = "evening" if most == 1 else "evenings"
    return f"{person.name} works on at most {most} {evenings} in the week of {monday:%A %d %B}"


def post(x: Variables) -> Iterator[Must]:
    """In each week, a reviewer's evenings are within the limit, or within what fixed sessions already use."""
    most = x.problem.limits.evenings_per_reviewer_per_week
    if most is None:
        return
    for person in x.problem.people:
        held = _held(x, person)
        for monday, days in groupby(sorted(held), _monday):
            evenings = [x.either(held[day], f"{person.id} evening {day}") for day in days]
            free = [evening for evening in evenings if evening is not x.true]
            left = max(0, most - (len(evenings) - len(free)))
            if len(free) > left:
                yield Must(person.id, because(person, monday, most), x.model.add(sum(free) <= left))


def _held(x: Variables, person: Person) -> dict[date, list[cp_model.IntVar]]:
    """For each day, the literals that make an evening of it; a fixed session's is certain."""
    found: dict[date, list[cp_model.IntVar]] = {}
    for decision in x.decisions.values():
        if decision.activity.evening and person.id in decision.holds:
            for day, literal in x.on(decision, person.id, "holds").items():
                found.setdefault(day, []).append(literal)
    for session in _evenings(x.problem, x.facts, person):
        found[session.start.date()] = [x.true]
    return found


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """In no week does a reviewer hold sessions of the evening on more days than the limit."""
    most = problem.limits.evenings_per_reviewer_per_week
    if most is None:
        return
    for person in programme.people_of(problem):
        held = _evenings(problem, programme.sessions_of(person.id), person)
        for monday in sorted({_monday(session.start.date()) for session in held}):
            in_week = [session for session in held if _monday(session.start.date()) == monday]
            if len({session.start.date() for session in in_week}) > most:
                sessions = _counted(problem, in_week)
                yield Breach(subject=person.id, sentence=because(person, monday, most), sessions=sessions)


def _counted(problem: Problem, held: list[Session]) -> tuple[Session, ...]:
    """The sessions that make evenings: of a day with fixed ones, those, for what joins them makes no more."""
    fixed = {session.start.date() for session in held if session.activity in problem.facts}
    return tuple(s for s in held if s.activity in problem.facts or s.start.date() not in fixed)


def _evenings(problem: Problem, sessions: Iterable[Session], person: Person) -> list[Session]:
    """The sessions of the evening that a person holds."""
    return [s for s in sessions if person.id in s.reviewers and problem.activity[s.activity].evening]


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
