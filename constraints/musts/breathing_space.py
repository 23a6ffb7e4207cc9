"""After a session its reviewers have time to write up before the next begins.

The proposal spaces one-hour interviews 75 minutes apart: 60 and 15 (22 April, stated). The space belongs to the
activity; the last of the day may let it run out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person) -> str:
    """The sentence a person reads."""
    return f"{person.name} needs breathing space after the session before"


def post(x: Variables) -> Iterator[Must]:
    """A reviewer's sessions, each with its breathing space, do not overlap."""
    for person in x.problem.spaced:
        intervals = x.intervals_of(person.id, spaced=True)
        if len(intervals) > 1:
            yield Must(person.id, because(person), x.model.add_no_overlap(intervals))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Of any two sessions of a reviewer, one is over with its breathing space before the other starts."""
    for person in problem.spaced:
        for one, other in combinations(programme.sessions_of(person.id), 2):
            apart = _free_again(problem, one, person) <= other.span[0] or (
                _free_again(problem, other, person) <= one.span[0]
            )
            if not apart:
                yield Breach(subject=person.id, sentence=because(person), sessions=(one, other))


def _free_again(problem: Problem, session: Session, person: Person) -> datetime:
    space = problem.activity[session.activity].breathing_space if person.id in session.reviewers else 0
    return session.span[1] + timedelta(minutes=space)
