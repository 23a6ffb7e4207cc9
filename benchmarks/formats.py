"""How long planning each format takes from the command's start, and whether each run gives the same bytes.

Each run is a process of its own on a fresh folder, held to one core or two. Times are taken when a line of progress
arrives: the one that ends all tiers but comfort, and the one that tells what comfort came to. Limits not met are said
and are no failure, since this is a measurement; different programmes are one.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence

from evidence import machine, write_section
from limits import CORES, LIMITS, Limit, near_enough, told, unproven
from runs import Run, helped, planned

HELPS = 5

Runs = dict[int, list[Run]]


def table(measured: dict[str, Runs]) -> Iterator[str]:
    """The figures, a row for each format and number of cores: the median and the longest."""
    yield "| Format | Cores | Runs | All tiers but comfort (s) | Comfort (s) | Whole command (s) | Programme (digest) |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, runs in measured.items():
        for cores, found in runs.items():
            seconds = (_figures([getattr(run, what) for run in found]) for what in ("tiers", "comfort", "whole"))
            digests = ", ".join(sorted({run.digest for run in found}))
            yield f"| {name} | {cores} | {len(found)} | {' | '.join(seconds)} | {digests} |"


def _figures(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.1f}, at most {max(seconds):.1f}"


def verdicts(name: str, limit: Limit, runs: Runs) -> Iterator[str]:
    """What the slowest run on two cores says of the format's limits, and what the programme came to."""
    slowest = max(run.tiers for run in runs[CORES])
    done = max(run.comfort for run in runs[CORES])
    one = runs[CORES][0]
    comfort = one.came_to[-1]
    not_proven = unproven(one.came_to)
    values = ", ".join(f"{tier.tier} {tier.value}" for tier in one.came_to[:-1] if tier.value)
    yield f"- *{name}*, {limit.seconds:g} s for every tier but comfort: {told(limit.seconds, slowest)}; " + (
        f"NOT proven: {', '.join(not_proven)}" if not_proven else "all proven"
    )
    bounded = "proven" if comfort.proven else f"bound {comfort.bound}, {comfort.gap:.1%} from it"
    allowed = "" if near_enough(limit, comfort) else f"; NOT within {limit.gap:.0%}"
    yield f"- *{name}*, {limit.comfort_seconds:g} s for comfort: {told(limit.comfort_seconds, done)}; " + (
        f"{comfort.value}, {bounded}{allowed}"
    )
    yield f"- *{name}* came to: {one.left_out or 'nothing'} left out{f'; {values}' if values else ''}"


def alike(runs: Runs) -> bool:
    """Whether every run, on whatever cores, gave the same programme."""
    return len({run.digest for found in runs.values() for run in found}) == 1


def page(measured: dict[str, Runs], help_seconds: Sequence[float]) -> Iterator[str]:
    """What is printed, and written into the evidence."""
    yield f"`make bench`, {machine()}. Seconds from the command's start; median, and the most."
    yield ""
    yield from table(measured)
    yield ""
    for name, runs in measured.items():
        yield from verdicts(name, LIMITS[name], runs)
    yield ""
    for name, runs in measured.items():
        same = "the same programme to the byte" if alike(runs) else "DIFFERENT PROGRAMMES"
        yield f"- *{name}*: {sum(map(len, runs.values()))} runs, {same}"
    yield ""
    yield f"`planner --help` took {statistics.median(help_seconds):.2f} s, at most {max(help_seconds):.2f} s."


def main() -> None:
    """Plan each format some times on one core and on two, and print what was measured."""
    reader = argparse.ArgumentParser(description="Measure how long planning takes, and that each run gives the same.")
    reader.add_argument("--format", choices=LIMITS, help="one format only")
    reader.add_argument("--runs", type=int, default=3, help="how many on each number of cores")
    reader.add_argument("--variant", default="", help="a variant of the format")
    reader.add_argument("--evidence", action="store_true", help="write what is measured into docs/evidence.md")
    asked = reader.parse_args()
    names = [asked.format] if asked.format else list(LIMITS)
    help_seconds = [helped() for _ in range(HELPS)]
    measured = {
        name: {cores: [planned(name, cores, asked.variant) for _ in range(asked.runs)] for cores in (1, CORES)}
        for name in names
    }
    lines = list(page(measured, help_seconds))
    print("\n".join(lines))
    if asked.evidence:
        write_section("bench", lines)
    sys.exit(not all(alike(runs) for runs in measured.values()))


if __name__ == "__main__":
    main()
