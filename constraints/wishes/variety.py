"""People hold sessions with ever new colleagues: each session of a pair beyond their first costs one.

Pairs were varied so that managers learn from many (the Essex/Worcestershire report). Pairs and kinds of session are
those of the rotations; how often two may meet at all is another rule's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.pairings import Pair, held_together, pairs, together
from constraints.problem import Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(pair: Pair) -> str:
    """The sentence a person reads."""
    return f"{pair.one.name} and {pair.other.name} hold sessions with others too ({pair.rotation.name})"


def post(x: Variables) -> Iterator[Wish]:
    """For each pair, the sessions that they hold together beyond the first."""
    if not x.problem.comfort.variety:
        return
    for pair in pairs(x.problem):
        held = held_together(x, pair)
        before = len(together(x.problem, x.facts, pair))
        if len(held) + before > 1:
            again = x.model.new_int_var(0, len(held) + before - 1, f"{pair.subject} again: {pair.rotation.name}")
            x.model.add(again >= sum(held) + before - 1)
            yield Wish(pair.subject, because(pair), again)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each pair, the sessions that they hold together beyond the first."""
    if not problem.comfort.variety:
        return
    for pair in pairs(problem):
        again = len(together(problem, programme.sessions, pair)) - 1
        if again > 0:
            yield Breach(subject=pair.subject, sentence=because(pair), cost=again)
