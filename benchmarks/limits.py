"""What planning each format must reach on two cores; a measurement says of each limit whether it was met.

From the issue that asked for the formats: every tier but comfort proven within so many seconds of the command's start,
and comfort proven, or so near its bound, within twice as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from constraints.programme import TierValue

CORES = 2
"""The cores that the limits are meant for."""


class Limit(NamedTuple):
    """Seconds for every tier but comfort, and how far comfort may be from its bound after twice as many."""

    seconds: float
    gap: float

    @property
    def comfort_seconds(self) -> float:
        """Seconds after which comfort must be told, and everything be done."""
        return 2 * self.seconds


LIMITS = {
    "self-directed-review": Limit(3, 0.02),
    "peer-challenge": Limit(10, 0.02),
    "team-diagnostics": Limit(30, 0.02),
    "ilacs": Limit(60, 0.05),
}


def unproven(tiers: Sequence[TierValue]) -> list[str]:
    """Every tier but comfort that is not proven, with its value and bound."""
    return [f"{one.tier} {one.value} (bound {one.bound})" for one in tiers[:-1] if not one.proven]


def near_enough(limit: Limit, comfort: TierValue) -> bool:
    """Whether comfort is proven or within the gap."""
    return comfort.proven or comfort.gap <= limit.gap


def told(limit: float, seconds: float) -> str:
    """Whether a limit was met, and by how much."""
    left = limit - seconds
    return f"met, {left:.1f} s to spare" if left >= 0 else f"NOT met, {-left:.1f} s too late"
