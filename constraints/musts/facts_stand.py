"""What is fixed stands as it is, and nothing is held twice.

History cannot be changed, and whoever pinned a session wants it where it is; an activity has one session. The variables
cannot say anything else, so nothing is posted: this finds what a person has written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme
from constraints.same_session import same_session

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity, fact: Session | None = None) -> str:
    """The sentence a person reads: of an activity that is fixed, or of one that is held twice."""
    if fact is None:
        return f"{activity.title} is held once"
    return f"{activity.title} is fixed on {fact.start:%A %d %B %H:%M} and stays as it is"


def post(x: Variables) -> Iterator[Must]:  # noqa: ARG001 -- structure: the variables keep it by themselves
    """Nothing: a fixed session is a constant, and an activity has one start."""
    yield from ()


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Each fixed session is there once, as it is; no other activity is held twice."""
    held: dict[str, list[Session]] = {}
    for session in programme.sessions:
        held.setdefault(session.activity, []).append(session)
    for fact in problem.fixed:
        stand = held.pop(fact.activity, [])
        if len(stand) != 1 or not same_session(fact, stand[0]):
            # told without its sessions: a breach of facts alone would pass as nobody's fault
            yield Breach(subject=fact.activity, sentence=because(problem.activity[fact.activity], fact))
    for activity, sessions in held.items():
        if len(sessions) > 1:
            yield Breach(subject=activity, sentence=because(problem.activity[activity]), sessions=tuple(sessions))
