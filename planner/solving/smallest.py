"""Things that cannot do without one another, by deletion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def smallest(
    things: Sequence[Thing], still_impossible: Callable[[Sequence[Thing]], bool], patience: int
) -> list[Thing]:
    """What is left when every chunk that can go has gone.

    Chunks of half the things first, then smaller ones, down to single things. When the patience runs out what is
    left is still a reason, perhaps not the smallest.

    Args:
        things: what is impossible together.
        still_impossible: whether some of them are shown to be.
        patience: how many trials may be made.
    """
    kept = list(things)
    trials = 0
    size = max(1, len(kept) // 2)
    while kept:
        at = 0
        while at < len(kept) and trials < patience:
            without = kept[:at] + kept[at + size :]
            trials += 1
            if still_impossible(without):
                kept = without
            else:
                at += size
        if size == 1 or trials >= patience:
            break
        size = max(1, min(size, len(kept)) // 2)
    return kept
