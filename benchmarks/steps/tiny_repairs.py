"""No repair disturbs fewer people than the first that is offered.

On problems so small that all their programmes can be written down and judged by ``check`` alone, planned, disrupted and
repaired: the same musts and shoulds left out, the same number of sessions about to begin moved, the same fewest people,
and proven.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.step import Figures

AT_ONCE = 2
SEEDS, CHUNK = 6000, 200


def items() -> Sequence[str]:
    """Every chunk of seeds."""
    return [f"{first}-{first + CHUNK - 1}" for first in range(0, SEEDS, CHUNK)]


def measure(item: str) -> Figures:
    """How many problems were repaired, how many with people disturbed, and what is wrong with any."""
    from exhaustive_repairs import disrupted, first_of, least
    from repair_faults import faults

    from planner.solving.repair import repair
    from samples.errors import Disagreement

    first, last = map(int, item.split("-"))
    repaired, disturbing, wrong = 0, 0, list[str]()
    for seed in range(first, last + 1):
        stood = disrupted(seed)
        if stood is None:
            continue
        repaired += 1
        try:
            repairs = repair(*stood)
        except Disagreement as disagreement:
            wrong.append(f"seed {seed}: {disagreement}")
            continue
        found, fewest = first_of(stood, repairs), least(stood, repairs.offers[0].out_of_turn)
        disturbing += fewest.disturbed > 0
        wrong += [f"seed {seed}: {fault}" for fault in faults(stood, repairs)]
        if not (found == fewest and repairs.proven and repairs.least == fewest.disturbed):
            wrong.append(f"seed {seed}: the first offer comes to {tuple(found)}, the best repair to {tuple(fewest)}")
    return {"repaired": repaired, "disturbing": disturbing, "faults": wrong}


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """One row."""
    yield "| Problems repaired | Of them with people disturbed | Faults |"
    yield "| --- " * 3 + "|"
    sums = (sum(line[what] for line in lines) for what in ("repaired", "disturbing"))
    yield f"| {' | '.join(map(str, sums))} | {sum(len(line['faults']) for line in lines)} |"
