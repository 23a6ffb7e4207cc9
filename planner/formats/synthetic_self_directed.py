"""The synthetic parts of the self-directed review: its staff, their absences, its lists.

The absences know the draw: five base cases are made hard to see, and two impossible.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from planner.formats.synthetic_absences import Stretch, Wanted, absences, on
from planner.formats.synthetic_first_cases import hard_to_see
from planner.formats.synthetic_folder import tables_of, write_cases
from planner.formats.synthetic_staff import MANAGERS, case_holders, staff, workers
from planner.formats.synthetic_workbook import write_workbook
from planner.intake.review import AreaEntry, Away, DayEntry
from planner.layout import REVIEW_XLSX
from samples.frame import Lists
from samples.synthetic import AS_AT, synthetic_lists

SEED = 2021
CREATED = datetime.combine(AS_AT, time(9))

WORKER, COVER = 0, 1

HARD_TO_SEE: Mapping[str, Mapping[int, Stretch]] = {
    "S05": {WORKER: on(date(2021, 4, 28), (time(14), time(15, 15)))},
    "S09": {WORKER: on(date(2021, 4, 29), (time(10, 30), time(12)))},
    "S12": {COVER: on(date(2021, 5, 4), (time(14), time(15, 15)))},
    "S14": {
        WORKER: on(date(2021, 5, 5), (time(11), time(12))),
        COVER: on(date(2021, 5, 6), (time(14), time(15, 15))),
    },
    "S27": {WORKER: on(date(2021, 5, 12), (time(15), time(16, 30)))},
    "S13": {},
    "S26": {},
}
"""By stratum, all the time in its week that the first case's worker and cover have: three starts or fewer, or none."""

KEPT: Mapping[str, tuple[Stretch, ...]] = {
    "head-family-support": (on(date(2021, 4, 27), (time(10), time(12, 30))),),
    "service-manager-safeguarding": (on(date(2021, 5, 4), (time(10), time(12, 30))),),
    "service-manager-children-in-care": (on(date(2021, 5, 11), (time(10), time(12, 30))),),
    "iro-manager": (on(date(2021, 5, 11), (time(10), time(12, 30))),),
    "plo-tracker-keeper": (on(date(2021, 5, 4), (time(13, 30), time(16, 30))),),
}
"""When those whom the proposal's programme names by role are there, so that it can be kept."""

AWAY_ONCE: Mapping[str, Stretch] = {
    "dcs": on(date(2021, 5, 5), (time(8, 30), time(12))),
    "laptop": on(date(2021, 5, 11), (time(10), time(12, 30))),
}
DEPUTIES = ("deputy-social-care", "deputy-quality")
AT_THAT_KIT = on(date(2021, 5, 5), (time(9), time(10)))


def write(folder: Path) -> None:
    """Write review.xlsx, cases/ and demo-cases.txt of the format in the folder."""
    written = tables_of(folder)
    lists = write_cases(folder, written, synthetic_lists(SEED, case_holders()), AS_AT)
    write_workbook(folder / REVIEW_XLSX, staff(), away(written, lists), CREATED)


def away(written: Mapping[str, Any], lists: Lists) -> tuple[Away, ...]:
    """Everyone's absences.

    Args:
        written: the tables of review.toml.
        lists: the synthetic lists, read.
    """
    weeks = _weeks(written)
    area_of = {entry["id"]: entry.get("area", "") for entry in written["activity"]}
    hard = hard_to_see(written, lists, workers(), HARD_TO_SEE, lambda stratum: weeks[area_of[stratum]])
    found = [Away(who=who, start=once.start, end=once.end) for who, once in AWAY_ONCE.items()]
    for manager in MANAGERS:
        if manager.id in AWAY_ONCE:
            continue
        kept = KEPT.get(manager.id, ()) + ((AT_THAT_KIT,) if manager.id in DEPUTIES else ())
        least = 0.3 if manager.id == "plo-tracker-keeper" else 0.08
        found += absences(manager.id, Wanted(least, least + 0.1, kept=kept), list(weeks.values()), SEED)
    for worker in workers():
        closed, kept = hard.get(worker.id, ((), ()))
        found += absences(worker.id, Wanted(0.3, 0.42, closed, kept), list(weeks.values()), SEED)
    return tuple(found)


def _weeks(written: Mapping[str, Any]) -> dict[str, list[date]]:
    """The dates of fieldwork by area."""
    days = [DayEntry.model_validate(entry) for entry in written["day"]]
    fieldwork = sorted({on for entry in days if entry.kind == "fieldwork" for on in entry.dates})
    areas = [AreaEntry.model_validate(entry) for entry in written["area"]]
    return {area.id: [day for day in fieldwork if area.start <= day <= area.end] for area in areas}
