"""The sentence on the fewest people says of each first answer what is proven, and no more."""

from __future__ import annotations

import pytest

from constraints.catalogue import DISTURBED
from constraints.programme import Programme, TierValue
from planner.commands.fewest_proven import fewest_proven
from planner.solving.offer import Offer, Repairs
from planner.solving.ways import PLACED, Kind

OTHERS = "other than those on the sessions that were struck"


def offer(kind: Kind, value: int, bound: int, *out_of_turn: str) -> Offer:
    tier = TierValue(tier=DISTURBED.name, value=value, bound=bound, proven=bound == value)
    placed = (TierValue(tier=one.name, value=0, bound=0, proven=True) for one in PLACED)
    programme = Programme(tiers=(*placed, tier))
    return Offer(kind=kind, programme=programme, disturbed=(), thawed=(), out_of_turn=out_of_turn)


def said(*offers: Offer, near: bool = False) -> str:
    first = offers[0].fewest
    return fewest_proven(Repairs(offers=offers, least=first.bound, proven=first.proven), near=near)


@pytest.mark.parametrize(
    ("least", "sentence"),
    [
        (0, f"nobody has to be disturbed {OTHERS}"),
        (1, f"no repair disturbs fewer than 1 person {OTHERS}"),
        (2, f"no repair disturbs fewer than 2 people {OTHERS}"),
    ],
)
def test_first_answer_is_proven(least: int, sentence: str) -> None:
    assert said(offer("smallest ripple", least, least)) == sentence


def test_first_answer_is_not_proven() -> None:
    assert said(offer("smallest ripple", 3, 1)) == (
        f"not proven in the time: perhaps fewer people could be disturbed {OTHERS}, but no fewer than 1"
    )


@pytest.mark.parametrize(("near", "ending"), [(False, ""), (True, " while all that is about to begin stays")])
def test_first_answer_is_out_of_turn(near: bool, ending: str) -> None:
    assert said(offer("out of turn", 1, 1, "opening"), near=near) == (
        f"no repair disturbs fewer than 1 person {OTHERS}; in its turn the opening session has no place{ending}"
    )


@pytest.mark.parametrize(
    ("least", "ending"), [(0, "nobody has to be disturbed"), (2, "no repair disturbs fewer than 2 people")]
)
def test_answer_out_of_turn_stands_beside_the_first(least: int, ending: str) -> None:
    """A proven answer that changed one person's day stood under a line that told of the other one, unproven, alone."""
    late = offer("out of turn", least, least, "opening")

    assert said(offer("smallest ripple", 10, 7), late).endswith(
        f"but no fewer than 7; held later, out of its turn, {ending}"
    )
    assert said(offer("smallest ripple", 5, 5), late).endswith(f"{OTHERS}; held later, out of its turn, {ending}")


def test_nothing_is_said_of_an_answer_out_of_turn_that_is_not_proven() -> None:
    assert said(offer("smallest ripple", 5, 5), offer("out of turn", 3, 1, "opening")).endswith(OTHERS)


def test_repair_that_leaves_out_more_and_disturbs_fewer_is_not_spoken_of() -> None:
    """No repair disturbed fewer than one person, it said, below one that disturbed nobody and left the session out."""
    told = said(offer("smallest ripple", 1, 1), offer("left out", 0, 0))

    assert told == f"no repair that leaves out as little disturbs fewer than 1 person {OTHERS}"


def test_nothing_is_said_of_a_bound_that_says_nothing() -> None:
    assert said(offer("smallest ripple", 3, 0)).endswith(OTHERS)
