"""The planner never disagrees with its own checks.

Random problems in which every rule has something to say, planned and judged afresh: nothing broken, every tier as the
checks say, a reason for whatever is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from constraints.problem import Problem
from steps.step import Figures

AT_ONCE = 2
CHUNK = 100

SEEDS = {"of a few days": 3000, "over two weeks": 1000, "of up to four activities": 1000}


def _made(kind: str) -> Callable[[int], Problem]:
    from tiniest_problems import tiniest
    from tiny_problems import in_two_weeks, tiny_problem

    return {"of a few days": tiny_problem, "over two weeks": in_two_weeks, "of up to four activities": tiniest}[kind]


def items() -> Sequence[str]:
    """Every kind of problem with every chunk of seeds."""
    return [f"{kind} {at}-{at + CHUNK - 1}" for kind, many in SEEDS.items() for at in range(0, many, CHUNK)]


def measure(item: str) -> Figures:
    """How many problems there were, how many proven and complete, and what is wrong with any."""
    kind, _, seeds = item.rpartition(" ")
    first, last = map(int, seeds.split("-"))
    return {"kind": kind, "problems": last + 1 - first, **plans(_made(kind), range(first, last + 1))}


def plans(made: Callable[[int], Problem], seeds: Sequence[int]) -> Figures:
    """Plan a problem for each seed."""
    from plan_faults import faults

    from planner.solving.plan import plan
    from samples.errors import Disagreement

    proven, complete, left_out = 0, 0, 0
    wrong: list[str] = []
    for seed in seeds:
        problem = made(seed)
        try:
            planned = plan(problem)
        except Disagreement as disagreement:
            wrong.append(f"seed {seed}: {disagreement}")
            continue
        proven += all(tier.proven for tier in planned.tiers)
        complete += not planned.left_out
        left_out += len(planned.left_out)
        wrong += [f"seed {seed}: {fault}" for fault in faults(problem, planned)]
    return {"proven": proven, "complete": complete, "left_out": left_out, "faults": wrong}


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each kind."""
    yield "| Problems | How many | Every tier proven | Nothing left out | Left out, each with a reason | Faults |"
    yield "| --- " * 6 + "|"
    for kind in SEEDS:
        if chosen := [line for line in lines if line["kind"] == kind]:
            sums = (sum(line[what] for line in chosen) for what in ("problems", "proven", "complete", "left_out"))
            faults = sum(len(line["faults"]) for line in chosen)
            yield f"| {kind} | {' | '.join(map(str, sums))} | {faults} |"
