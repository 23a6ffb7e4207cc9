"""Rehearsals of the shipped reviews, as ``planner rehearse`` makes them, without a folder."""

from __future__ import annotations

from datetime import datetime, time

from shipped import FORMATS, no_passphrase, planned, stated

from constraints.problem import Rates
from planner.commands.folder import state
from planner.commands.rehearse import BEFORE
from planner.commands.rehearsing import Rehearsal, Sized
from planner.intake.disruption import MoveArea
from planner.solving.reserves import resized, sizes


def rehearsal(name: str, rates: Rates | None = None, reserves: tuple[int, ...] = (), seed: int = 1) -> Rehearsal:
    """The rehearsal of a shipped review, by its own rates and sizes if no others are given."""
    problem, programme = stated(name), planned(name)
    likely = rates or problem.rates
    waiting = [area.id for area in problem.areas if area.provisional and likely.late]
    late = {area: (MoveArea(area=area, days=likely.late_days),) for area in waiting}
    return Rehearsal(
        problem=problem,
        moved={area: state(FORMATS / name, no_passphrase, also=said).problem for area, said in late.items()},
        sizes=tuple(Sized(*resized(problem, programme, size)) for size in reserves or sizes(problem)),
        said=(),
        pinned=frozenset(),
        start=datetime.combine(problem.start, time(), problem.tz) - BEFORE,
        seed=seed,
        rates=likely,
    )
