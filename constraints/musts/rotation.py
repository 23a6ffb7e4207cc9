"""No two people hold more than so many sessions together: they take turns.

Visiting managers and host managers are paired for context and learning (the Essex/Worcestershire report): whoever
always goes with the same colleague learns from one only. How many are too many is the rotation's, and so are the pools
and the kinds of session in which it is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.pairings import Pair, held_together, pairs, together
from constraints.problem import Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(pair: Pair) -> str:
    """The sentence a person reads."""
    most, rotation = pair.rotation.most, pair.rotation.name
    held = "one session" if most == 1 else f"{most} sessions"
    return f"{pair.one.name} and {pair.other.name} hold at most {held} together ({rotation})"


def post(x: Variables) -> Iterator[Must]:
    """Of each pair, the sessions held together are within the limit less the fixed ones."""
    for pair in pairs(x.problem):
        held = held_together(x, pair)
        left = max(0, pair.rotation.most - len(together(x.problem, x.facts, pair)))
        if len(held) > left:
            yield Must(pair.subject, because(pair), x.model.add(sum(held) <= left))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No pair holds more sessions together than the limit."""
    for pair in pairs(problem):
        held = together(problem, programme.sessions, pair)
        if len(held) > pair.rotation.most:
            yield Breach(subject=pair.subject, sentence=because(pair), sessions=held)
