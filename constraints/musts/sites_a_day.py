"""Nobody is at more than so many sites on one day.

Ways between sites eat the day, and who is expected at several places is late at one. Online is no site.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme
from constraints.sites_of_a_day import sites_by_day, sites_of

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, day: date, most: int) -> str:
    """The sentence a person reads."""
    return f"{person.name} is at no more than {most} {'site' if most == 1 else 'sites'} on {day:%A %d %B}"


def post(x: Variables) -> Iterator[Must]:
    """On each day, a person's sites are within the limit, or within those at which fixed sessions have them already."""
    most = x.problem.limits.sites_per_person_per_day
    if most is None:
        return
    for person in x.problem.people:
        for day, sites in sites_by_day(x, person.id, most):
            free = [there for there in sites if there is not x.true]
            left = max(0, most - (len(sites) - len(free)))
            if len(free) > left:
                yield Must(person.id, because(person, day, most), x.model.add(sum(free) <= left))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """On no day is a person at more sites than the limit."""
    most = problem.limits.sites_per_person_per_day
    if most is None:
        return
    for person in programme.people_of(problem):
        for day in sorted({session.start.date() for session in programme.sessions_of(person.id)}):
            sessions = programme.day_of(person.id, day)
            sites = sites_of(sessions)
            if len(sites) > most:
                that_count = tuple(s for site in sites for s in _counted(problem, sessions, site))
                yield Breach(subject=person.id, sentence=because(person, day, most), sessions=that_count)


def _counted(problem: Problem, sessions: tuple[Session, ...], site: str) -> tuple[Session, ...]:
    """The sessions that bring somebody to a site: the fixed ones if any, for what joins them makes no other site."""
    there = tuple(session for session in sessions if session.place == site)
    return tuple(session for session in there if session.activity in problem.facts) or there
