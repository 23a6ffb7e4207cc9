"""Searching side by side changes how long it takes, and nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from exhaustive_repairs import disrupted

from planner.solving.bench import Bench
from planner.solving.fewest import kept
from planner.solving.solve import quiet
from planner.solving.table import Table, begin

SEEDS = 400
WIDER = 1


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(4)], ids=str)
def test_answers_begun_beside_the_first_are_those_found_after_it(seeds: range) -> None:
    for seed in seeds:
        stood = disrupted(seed)
        if stood:
            bench = Bench.of(*stood)
            with ThreadPoolExecutor(2) as pool:
                begun = begin(bench, pool)
                table = Table.of(kept(bench))
                if table.bench is bench:
                    beside = list(table.others(pool, WIDER, quiet, begun))
                    after = list(Table.of(kept(Bench.of(*stood))).others(pool, WIDER, quiet))

                    assert (seed, beside) == (seed, after)
