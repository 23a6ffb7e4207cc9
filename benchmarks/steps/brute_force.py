"""The solver finds the best of every programme there is.

On problems so small that all their programmes can be written down and judged by ``check`` alone: the same best, tier by
tier, and proven.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.step import Figures

AT_ONCE = 2
SEEDS, CHUNK = 12000, 200


def items() -> Sequence[str]:
    """Every chunk of seeds."""
    return [f"{first}-{first + CHUNK - 1}" for first in range(0, SEEDS, CHUNK)]


def measure(item: str) -> Figures:
    """How many problems there were, and those of which the solver says otherwise."""
    first, last = map(int, item.split("-"))
    wrong = [fault for seed in range(first, last + 1) for fault in _differences(seed)]
    return {"problems": last + 1 - first, "faults": wrong}


def _differences(seed: int) -> Iterator[str]:
    from every_programme import best, broken, cost
    from tiniest_problems import tiniest

    from constraints.catalogue import REPAIRING, WISHES
    from planner.solving.solve import solve

    problem = tiniest(seed)
    orders = (WISHES, REPAIRING) if problem.published else (WISHES,)
    for tiers, least in zip(orders, best(problem, orders), strict=True):
        found = solve(problem, tiers=tiers)
        said, judged = tuple(tier.value for tier in found.tiers), cost(problem, found, tiers)
        if not said == judged == least:
            yield f"seed {seed}: the search says {said}, its programme costs {judged}, the best costs {least}"
        if broken(problem, found.sessions):
            yield f"seed {seed}: a hard rule is broken"
        if not all(tier.proven for tier in found.tiers):
            yield f"seed {seed}: not proven"


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """One row."""
    yield "| Problems | The same best, tier by tier, and proven |"
    yield "| --- " * 2 + "|"
    problems = sum(line["problems"] for line in lines)
    yield f"| {problems} | {problems - len({f.partition(':')[0] for line in lines for f in line['faults']})} |"
