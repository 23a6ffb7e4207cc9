"""Whoever can speak about the case, in the way it is seen, is there; and nobody comes whom nothing brings.

The case decides the worker. Its own worker, a named cover worker, or nobody where the record alone is read. The
planner cannot write anything else; a programme by others can.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.decision import groups_brought
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts", "cases")


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is held with whoever can speak about the case, and with nobody else"


def post(x: Variables) -> Iterator[Must]:  # noqa: ARG001 -- structure: the variables can say nothing else
    """Nothing: a way to see a case brings its people with it."""
    yield from ()


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """The people of each case's mode attend, and every counterpart is needed or brought by a case."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if session.counterparts is None or session.cases is None:
            continue
        needed = {person.id for need in activity.counterparts for person in problem.eligible(need)}
        there = set(session.counterparts)
        groups = groups_brought(activity.demand, session.cases)
        if not any(set(people) <= there <= needed | set(people) for people in groups):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))
