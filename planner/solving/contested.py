"""Cases that several parts of a problem would see: who gets them, without losing the proof.

Parts planned on their own see no more than they could together, so their values add up to a bound. Where two of them
see one case, it is barred from the one or from the other, and the cheaper way is followed first; whatever is left open
costs at least as much (branch and bound).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from constraints.programme import TierValue

Barred = tuple[frozenset[str], ...]
"""For each part, the cases that it may not see."""

MOST_LEAVES = 8
"""Ways that cost the same and are kept: more are not looked at, and comfort is then not called proven."""


class Settled(NamedTuple):
    """What a part came to with some cases barred: its tiers, and the cases it sees."""

    tiers: tuple[TierValue, ...]
    cases: frozenset[str]


class Leaf(NamedTuple):
    """One way to share the cases out: what each part is barred from, and what the tiers add up to."""

    barred: Barred
    tiers: tuple[TierValue, ...]


class Leaves(NamedTuple):
    """The best ways, all of one cost, and whether there are no others of that cost."""

    best: tuple[Leaf, ...]
    complete: bool


def leaves(count: int, settle: Callable[[Barred], Sequence[Settled]]) -> Leaves:
    """The best ways to share cases out among so many parts.

    Args:
        count: how many parts there are.
        settle: what each part comes to, given what each is barred from.
    """
    opened = [_node(tuple(frozenset[str]() for _ in range(count)), settle)]
    found: list[Leaf] = []
    while opened and len(found) < MOST_LEAVES:
        opened.sort(key=lambda node: _values(node[0].tiers))
        leaf, settled = opened.pop(0)
        if found and _values(leaf.tiers) > _values(found[0].tiers):
            return Leaves(tuple(found), complete=True)
        quarrel = _quarrel(settled)
        if quarrel is None:
            found.append(leaf)
        else:
            opened += [_node(_bar(leaf.barred, part, quarrel.case), settle) for part in quarrel.parts]
    return Leaves(tuple(found), complete=not opened)


def added(tiers: Sequence[Sequence[TierValue]]) -> tuple[TierValue, ...]:
    """What the tiers of several parts add up to."""
    return tuple(
        TierValue(
            tier=of_one[0].tier,
            value=sum(one.value for one in of_one),
            bound=sum(one.bound for one in of_one),
            proven=all(one.proven for one in of_one),
        )
        for of_one in zip(*tiers, strict=True)
    )


class _Quarrel(NamedTuple):
    case: str
    parts: tuple[int, int]


def _quarrel(settled: Sequence[Settled]) -> _Quarrel | None:
    for (i, one), (j, other) in combinations(enumerate(settled), 2):
        both = one.cases & other.cases
        if both:
            return _Quarrel(min(both), (i, j))
    return None


def _node(barred: Barred, settle: Callable[[Barred], Sequence[Settled]]) -> tuple[Leaf, Sequence[Settled]]:
    settled = settle(barred)
    return Leaf(barred, added([one.tiers for one in settled])), settled


def _bar(barred: Barred, part: int, case: str) -> Barred:
    return tuple(cases | {case} if n == part else cases for n, cases in enumerate(barred))


def _values(tiers: Sequence[TierValue]) -> tuple[int, ...]:
    return tuple(tier.value for tier in tiers)
