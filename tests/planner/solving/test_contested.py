"""Cases that several parts would see: the cheapest way to share them out, found and proven."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from constraints.programme import TierValue
from planner.solving.contested import Barred, Settled, added, leaves

Choices = Sequence[tuple[int, frozenset[str]]]
"""What a part may choose between: a cost, and the cases it would see for it."""


def tier(value: int) -> TierValue:
    return TierValue(tier="base cases seen", value=value, bound=value, proven=True)


def cheapest(choices: Choices, barred: frozenset[str]) -> Settled:
    cost, cases = min((choice for choice in choices if not choice[1] & barred), key=lambda choice: choice[0])
    return Settled((tier(cost),), cases)


def shared_out(parts: Sequence[Choices]) -> list[int]:
    def settle(barred: Barred) -> list[Settled]:
        return [cheapest(choices, bars) for choices, bars in zip(parts, barred, strict=True)]

    return [leaf.tiers[0].value for leaf in leaves(len(parts), settle).best]


def test_leaves_without_a_quarrel_are_the_parts_as_they_are() -> None:
    assert shared_out([[(0, frozenset("a"))], [(1, frozenset("b"))]]) == [1]


def test_leaves_bar_a_case_where_that_costs_less() -> None:
    dear = [(0, frozenset("a")), (5, frozenset())]
    cheap = [(0, frozenset("a")), (1, frozenset())]

    assert shared_out([dear, cheap]) == [1]
    assert shared_out([cheap, dear]) == [1]


def test_leaves_that_cost_the_same_are_all_kept() -> None:
    either = [(0, frozenset("a")), (1, frozenset())]

    assert shared_out([either, either]) == [1, 1]


def test_added_is_proven_only_where_every_part_is() -> None:
    open_ended = TierValue(tier="base cases seen", value=3, bound=1, proven=False)

    assert added([(tier(2),), (open_ended,)]) == (TierValue(tier="base cases seen", value=5, bound=3, proven=False),)


CASES = st.frozensets(st.sampled_from("abc"), max_size=2)
PART = st.lists(st.tuples(st.integers(0, 4), CASES), min_size=1, max_size=4).map(
    lambda choices: [*choices, (9, frozenset[str]())]
)


@given(st.lists(PART, min_size=1, max_size=3))
def test_leaves_cost_what_trying_every_way_costs(parts: list[Choices]) -> None:
    ways = [
        sum(cost for cost, _ in chosen)
        for chosen in product(*parts)
        if sum(len(cases) for _, cases in chosen) == len(frozenset().union(*(cases for _, cases in chosen)))
    ]

    assert set(shared_out(parts)) == {min(ways)}
