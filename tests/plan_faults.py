"""What is wrong with a planned programme: rules broken, values that the checks do not say, reasons missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from constraints.catalogue import WISHES, Tier
from constraints.check import among_facts, check
from constraints.problem import Problem
from constraints.programme import Programme


def faults(problem: Problem, planned: Programme, tiers: Sequence[Tier] = WISHES) -> list[str]:
    """Each fault in a sentence; none of a programme that is as it must be, complete or not."""
    return [*_misjudged(problem, planned, tiers), *_unexplained(problem, planned)]


def _misjudged(problem: Problem, planned: Programme, tiers: Sequence[Tier]) -> Iterator[str]:
    judged = check(problem, planned, tiers=tuple(tiers))
    for verdict in judged.musts:
        for breach in verdict.breaches:
            if not among_facts(problem, breach):
                yield f"{verdict.rule} is broken: {breach.sentence}"
    for tier, value in zip(judged.tiers, planned.tiers, strict=True):
        if tier.cost != value.value:
            yield f"{tier.tier}: planned at {value.value}, judged at {tier.cost}"


def _unexplained(problem: Problem, planned: Programme) -> Iterator[str]:
    owed = [activity.id for activity in problem.activities if planned.owes(problem, activity)]
    told = [left.activity for left in planned.left_out]
    if told != owed:
        yield f"owed are {owed}, told as left out are {told}"
    for left in planned.left_out:
        if not left.why.strip():
            yield f"{left.activity} is left out without a reason"
