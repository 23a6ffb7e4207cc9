"""First cases that are hard to see: what their workers' absences have to block, and what to keep free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from planner.formats.synthetic_absences import Stretch, around
from planner.intake.review import StaffMember
from samples.draw import draw
from samples.frame import Lists
from samples.strata import Stratum

Free = Mapping[str, Mapping[int, Stretch]]
"""By stratum, all the time that the first case's worker (0) and cover (1) have."""


def hard_to_see(
    written: Mapping[str, Any],
    lists: Lists,
    workers: Iterable[StaffMember],
    wanted: Free,
    dates_of: Callable[[str], Sequence[date]],
) -> dict[str, tuple[tuple[Stretch, ...], tuple[Stretch, ...]]]:
    """By worker, what is blocked and what is kept so that a first case is as hard to see as it is meant to be.

    Args:
        written: the tables of review.toml.
        lists: the council's lists.
        workers: those who hold cases.
        wanted: when the first cases can be seen.
        dates_of: the dates on which a stratum's sessions can stand, by its id.
    """
    strata = {entry["id"]: Stratum.model_validate(entry) for entry in written["stratum"]}
    by_name = {worker.name: worker for worker in workers}
    found: dict[str, tuple[tuple[Stretch, ...], tuple[Stretch, ...]]] = {}
    for stratum, free in wanted.items():
        first = draw(strata[stratum], lists, written["about"]["seed"], 1).drawn[0]
        worker = by_name[first.holders[0]]
        for nth, who in enumerate((worker.id, worker.cover)):
            kept = (free[nth],) if nth in free else ()
            found[who] = around(free.get(nth), dates_of(stratum)), kept
    return found
