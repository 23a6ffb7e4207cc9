"""The kinds of answer to a disruption: for each the order of tiers and what is asked of it beside the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from constraints.catalogue import (
    BASE_CASES,
    COMFORT,
    DAYS_USED,
    DISTURBED,
    FREEZE,
    KIND,
    MODES,
    MUSTS_PLACED,
    RANKS,
    REPAIRING,
    RESERVE,
    RESERVE_PER_WEEK,
    SHOULDS_PLACED,
    STANDING_HELD,
    WISHES,
    Tier,
)
from planner.solving.bench import Answer, Bench

if TYPE_CHECKING:
    from planner.solving.ripple import Condition

Kind = Literal[
    "smallest ripple",
    "out of turn",
    "same cases",
    "into the reserve",
    "next case of the draw",
    "another reviewer",
    "cover worker or record only",
    "tidier",
    "left out",
    "reserve rebuilt",
    "full re-plan",
]

Order = tuple[Tier, ...]

PLACED = (MUSTS_PLACED, SHOULDS_PLACED, FREEZE)
_DRAW = (BASE_CASES, MODES, RANKS, DAYS_USED, STANDING_HELD)
_RESERVE = (RESERVE, RESERVE_PER_WEEK)

LEAST_FIRST: Order = REPAIRING
RESERVE_FIRST: Order = (*PLACED, *_RESERVE, DISTURBED, *_DRAW, KIND, COMFORT)
TIDY_FIRST: Order = (*PLACED, *_DRAW, *_RESERVE, COMFORT, DISTURBED, KIND)

FEW = 2
"""So many struck sessions, or fewer, are told apart by where they are put alone."""

SHORT = 1.0
"""Seconds, as the solver counts them, for each answer beside the first."""


class Way(NamedTuple):
    """How an answer of a kind is looked for.

    Attributes:
        more: people more than the fewest that it may disturb; 0: as many as it takes.
    """

    kind: Kind
    order: Order
    condition: Condition | None = None
    more: int = 0


SMALLEST = Way("smallest ripple", LEAST_FIRST)
OUT_OF_TURN = Way("out of turn", LEAST_FIRST)
LEFT_OUT = Way("left out", LEAST_FIRST)
REBUILT = Way("reserve rebuilt", RESERVE_FIRST)
AFRESH = Way("full re-plan", WISHES)


def ways(bench: Bench, wider: int, *, other_cases: bool) -> Iterator[Way]:
    """The ways beside the smallest that are looked for on the same bench.

    Args:
        bench: of the smallest.
        wider: people more than the fewest, at most, that a tidier programme may disturb.
        other_cases: whether the smallest gives a session another case than it had.
    """
    struck = bench.struck
    if other_cases:
        yield Way("same cases", LEAST_FIRST, struck.same_cases)
    yield Way("into the reserve", LEAST_FIRST, struck.into_reserve)
    yield Way("another reviewer", LEAST_FIRST, struck.other_reviewers)
    yield Way("next case of the draw", LEAST_FIRST, struck.other_cases)
    yield Way("cover worker or record only", LEAST_FIRST, struck.cover_or_record)
    yield from (Way("tidier", TIDY_FIRST, None, more) for more in range(1, wider + 1))


def looked_for(bench: Bench, first: Answer, way: Way) -> Answer | None:
    """The best answer of a way; None where there is none, or it buys nothing that the smallest has not."""
    if not way.more:
        return best_of(bench, way)
    answer = best_of(bench, way, first.value(DISTURBED) + way.more)
    return answer if answer and tidier(answer, first) else None


def best_of(bench: Bench, way: Way, most: int | None = None) -> Answer | None:
    """The best answer of a way, whatever the smallest is; ``most``: so many people may be disturbed, and no more."""
    return bench.best(way.order, SHORT, *([way.condition] if way.condition else []), most_disturbed=most)


def tidier(answer: Answer, first: Answer) -> bool:
    """Whether more people buy anything: a case, a standing session, a hold of the reserve, comfort."""
    tiers = (*_DRAW, *_RESERVE, COMFORT)
    return [answer.value(tier) for tier in tiers] < [first.value(tier) for tier in tiers]


def alike(bench: Bench, one: Answer, other: Answer) -> bool:
    """Whether two answers come to the same in all that is counted, and do the same about what was struck.

    Where several sessions were struck, arranging them otherwise to the same effect is no other answer. What a search
    that was stopped says of its costs may be too high, so the very same sessions are the same whatever is said of them.
    """
    if one.sessions == other.sessions:
        return True
    if any(one.value(tier) != other.value(tier) for tier in REPAIRING):
        return False
    anew = [[s for s in each.sessions if s.activity in bench.problem.struck] for each in (one, other)]
    return len(bench.problem.struck) > FEW or anew[0] == anew[1]


def as_complete(answer: Answer, first: Answer) -> bool:
    """Whether an answer places as much as the first one."""
    return all(answer.value(tier) <= first.value(tier) for tier in (MUSTS_PLACED, SHOULDS_PLACED))
