"""The days on which somebody works, and the sessions that make them so: what every limit on days counts."""

from __future__ import annotations

from datetime import date

from constraints.problem import Person, Problem, Session
from constraints.programme import Programme


def declared(problem: Problem, person: Person) -> tuple[date, ...]:
    """The declared days of a person, in order."""
    return tuple(sorted(day.date for day in problem.days if day.person == person.id))


def using(problem: Problem, programme: Programme, person: str, day: date) -> tuple[Session, ...]:
    """The sessions that make a day one of work: the fixed ones where there are any, for what joins them adds no day."""
    own = [s for s in programme.day_of(person, day) if not problem.activity[s.activity].standing]
    return tuple(s for s in own if s.activity in problem.facts) or tuple(own)
