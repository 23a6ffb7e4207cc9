"""The one-line proof: what a programme came to, and how much of that is proven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from constraints.outcomes import Outcome
from constraints.problem import Problem
from constraints.programme import Programme, TierValue
from planner.commands.sentences import counted

PARTS: Mapping[str, tuple[str, ...]] = {
    "placing": ("musts placed", "shoulds placed", "days used", "reserve kept", "reserve in each week"),
    "draw order": ("base cases seen", "modes in order", "ranks in order"),
    "standing sessions": ("standing sessions held",),
    "changes": ("freeze kept", "people disturbed", "kind changes"),
}
"""The tiers before comfort, by what they settle."""

COMFORT = "comfort"


def proof(problem: Problem, programme: Programme, became: Iterable[Outcome]) -> str:
    """The proof of a programme that the planner found.

    Such as ``55 of 55 placed, 2 reserves used, nothing left out; draw order proven best; comfort 14, bound 14``. The
    first figure counts evidence sessions. A part of the order of tiers is named if it is the draw's or unproven.
    """
    evidence = [activity for activity in problem.activities if activity.evidence]
    placed = sum(1 for activity in evidence if activity.id in programme.session)
    reserves = sum(1 for outcome in became if outcome.seen and not outcome.base)
    left_out = f"{len(programme.left_out)} left out" if programme.left_out else "nothing left out"
    head = f"{placed} of {len(evidence)} placed, {counted(reserves, 'reserve')} used, {left_out}"
    return "; ".join((head, *_settled(programme.tiers), *_comfort(programme.tiers)))


def _settled(tiers: tuple[TierValue, ...]) -> Iterable[str]:
    for part, names in PARTS.items():
        values = [tier for tier in tiers if tier.tier in names]
        if values and not all(tier.proven for tier in values):
            yield f"{part} not proven best"
        elif values and part == "draw order":
            yield f"{part} proven best"


def _comfort(tiers: tuple[TierValue, ...]) -> Iterable[str]:
    for tier in tiers:
        if tier.tier == COMFORT:
            yield f"comfort {tier.value}, bound {tier.bound}"
