"""Who holds sessions with whom: what the turns and the variety of pairs both count.

Two people are together in a session that both hold; a rotation says in which kinds of session that is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from constraints.problem import Person, Problem, Rotation, Session

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables


class Pair(NamedTuple):
    """Two people whose sessions together a rotation counts."""

    rotation: Rotation
    one: Person
    other: Person

    @property
    def subject(self) -> str:
        """The pair, as a rule is about it."""
        return f"{self.one.id} {self.other.id}"


def pairs(problem: Problem) -> Iterator[Pair]:
    """Every two people of the pools of every rotation."""
    for rotation in problem.rotations:
        people = [person for person in problem.people if set(person.pools) & set(rotation.pools)]
        yield from (Pair(rotation, one, other) for one, other in combinations(people, 2))


def together(problem: Problem, sessions: Iterable[Session], pair: Pair) -> tuple[Session, ...]:
    """The sessions that a pair holds together, of those that are counted."""
    return tuple(
        session
        for session in sessions
        if problem.activity[session.activity].kind in pair.rotation.kinds
        and {pair.one.id, pair.other.id} <= set(session.reviewers)
    )


def held_together(x: Variables, pair: Pair) -> list[cp_model.IntVar]:
    """For each undecided session that a pair could hold together, a literal that is true where they do."""
    return [
        x.both_hold(decision, pair.one.id, pair.other.id)
        for decision in x.decisions.values()
        if decision.activity.kind in pair.rotation.kinds
        and pair.one.id in decision.holds
        and pair.other.id in decision.holds
    ]
