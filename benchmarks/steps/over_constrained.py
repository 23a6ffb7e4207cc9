"""Reviews that ask for more than there is.

Each is a shipped format with leave, a lost room, a late judgement or half the staff, planned in a process of its own on
two cores. Every density sentence is held against the rules' own ``post``. The limits are those of the format as it
ships: all tiers but comfort within its seconds; comfort, and the end with every reason given, within twice as many.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from limits import CORES, LIMITS, Limit, near_enough, unproven
from runs import COMFORT_NEXT, COMFORT_SAID, held_to
from started import STARTED

from constraints.density import density
from constraints.problem import Problem
from constraints.programme import Programme
from steps.step import Figures

AT_ONCE = 1
PLACING_TIERS = 2
"""Musts and shoulds: what is left out, and whether that is proven to be the least."""


def items() -> Sequence[str]:
    """Every variant of every format."""
    from over_constrained_reviews import VARIANTS

    return [f"{name}: {story}" for name, changes in VARIANTS.items() for story in changes]


def measure(item: str) -> Figures:
    """Seconds from the process's start, what is left out and how much of it is proven, and the density sentences."""
    from density_truth import untrue
    from over_constrained_reviews import VARIANTS
    from plan_faults import faults
    from shipped import stated

    if hold := held_to(CORES):
        hold()
    name, _, story = item.partition(": ")
    problem = VARIANTS[name][story](stated(name))
    findings = density(problem)
    planned, seconds, cpu = _timed(problem)
    wrong = [f"not proven true: {finding.sentence} {truth}" for finding, truth in untrue(problem, findings)]
    return {
        "format": name,
        "seconds": seconds,
        "cpu": cpu,
        "late": _late(LIMITS[name], seconds),
        **_proofs(LIMITS[name], planned),
        "left_out": len(planned.left_out),
        "reasons": {left.activity: left.why for left in planned.left_out},
        "sentences": len(findings),
        "true": len(findings) - len(wrong),
        "faults": [*faults(problem, planned), *wrong],
    }


def _timed(problem: Problem) -> tuple[Programme, dict[str, float], dict[str, float]]:
    """The plan, and when its stages were reached: seconds since the process's start, and those of its cores."""
    from planner.solving.plan import plan

    seconds: dict[str, float] = {}
    cpu: dict[str, float] = {}

    def reached(what: str) -> None:
        seconds[what] = round(time.perf_counter() - STARTED, 2)
        cpu[what] = round(time.process_time(), 2)

    def progress(line: str) -> None:
        if COMFORT_NEXT in line:
            reached("tiers")
        elif line.startswith(COMFORT_SAID):
            reached("comfort")

    planned = plan(problem, progress=progress)
    reached("whole")
    return planned, seconds, cpu


def _late(limit: Limit, seconds: dict[str, float]) -> list[str]:
    """Which of the format's limits were not met."""
    allowed = {"tiers": limit.seconds, "comfort": limit.comfort_seconds, "whole": limit.comfort_seconds}
    return [f"{what} {seconds[what]:.1f} s of {allowed[what]:g}" for what in allowed if seconds[what] > allowed[what]]


def _proofs(limit: Limit, planned: Programme) -> Figures:
    comfort = planned.tiers[-1]
    return {
        "tiers": {tier.tier: [tier.value, tier.bound] for tier in planned.tiers},
        "placing_proven": all(tier.proven for tier in planned.tiers[:PLACING_TIERS]),
        "unproven": unproven(planned.tiers),
        "comfort_near": near_enough(limit, comfort),
    }


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each format, and each review in which something was not reached."""
    yield (
        "| Format | Reviews | Musts and shoulds proven | All tiers but comfort proven | Comfort near its bound | "
        "Within the limits | Longest: tiers but comfort, comfort, all (s) | Left out, each with a reason | "
        "Density sentences proven true |"
    )
    yield "| --- " * 9 + "|"
    for name in LIMITS:
        if of_format := [line for line in lines if line["format"] == name]:
            yield _row(name, of_format)
    yield ""
    for line in lines:
        if short := _not_reached(line):
            yield f"- Not reached, {line['item']}: {'; '.join(short)}"


def _row(name: str, lines: Sequence[Figures]) -> str:
    longest = (max(line["seconds"][what] for line in lines) for what in ("tiers", "comfort", "whole"))
    cells = (
        name,
        len(lines),
        sum(line["placing_proven"] for line in lines),
        sum(not line["unproven"] for line in lines),
        sum(line["comfort_near"] for line in lines),
        sum(not line["late"] for line in lines),
        ", ".join(f"{seconds:.1f}" for seconds in longest),
        sum(line["left_out"] for line in lines),
        "{} of {}".format(*(sum(line[what] for line in lines) for what in ("true", "sentences"))),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _not_reached(line: Figures) -> list[str]:
    near = [] if line["comfort_near"] else ["comfort {} (bound {})".format(*line["tiers"]["comfort"])]
    return [*line["late"], *line["unproven"], *near]
