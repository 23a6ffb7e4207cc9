"""The synthetic parts of the inspection of local authority children's services: its people, their absences, its lists.

The absences know the draw: the first cases of four strata are made hard to see, and that of one impossible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from planner.formats.synthetic_absences import Stretch, Wanted, absences, on
from planner.formats.synthetic_first_cases import hard_to_see
from planner.formats.synthetic_folder import tables_of, write_cases
from planner.formats.synthetic_ilacs_staff import MANAGERS, PARTNERS, council, staff, team_managers, workers
from planner.formats.synthetic_workbook import write_workbook
from planner.intake.review import Away, StaffMember
from planner.layout import REVIEW_XLSX
from samples.frame import Lists
from samples.synthetic import at
from samples.synthetic_council import council_lists

SEED = 2018
AS_AT = date(2018, 6, 1)
"""The Friday before the inspection is announced."""
CREATED = datetime.combine(AS_AT, time(9))


def _days(first: int, last: int) -> list[date]:
    """From the one day of June 2018 to the other, both included."""
    return [date(2018, 6, day) for day in range(first, last + 1)]


OFF_SITE, ON_SITE = [_days(4, 6), _days(7, 8)], [_days(11, 12), _days(13, 15), _days(18, 19), _days(20, 22)]
"""Stretches of days in each of which everybody has some time in one piece, so that no service is out of reach."""

WORKER, COVER = 0, 1

HARD_TO_SEE: Mapping[str, Mapping[int, Stretch]] = {
    "T-CP": {WORKER: on(date(2018, 6, 13), (time(10), time(12, 30)))},
    "T-CARE": {WORKER: on(date(2018, 6, 19), (time(9, 30), time(11, 45)))},
    "T-LEAVER": {COVER: on(date(2018, 6, 18), (time(13, 30), time(16)))},
    "W-SAFE": {WORKER: on(date(2018, 6, 14), (time(14), time(15, 15)))},
    "T-PLO": {},
}
"""By stratum, all the time on site that the first case's worker and cover have: three starts or fewer, or none."""

EVENING = time(17, 30), time(20, 30)
NIGHT = time(17), time(22)
MEETS: Mapping[str, tuple[int, ...]] = {
    "participation-worker": (19, 20),
    "leaving-care-participation": (18, 20),
    "carers-chair": (18, 19, 21),
}
"""Those days of June on whose evenings young people and carers can be met, by who hosts them."""

AT_KEEP_IN_TOUCH = time(17), time(17, 30)
DEPUTIES = ("deputy-social-care", "deputy-quality")
KEPT: Mapping[str, tuple[Stretch, ...]] = {
    "chief-executive": (on(date(2018, 6, 22), (time(13, 30), time(16, 30))),),
    "lead-member": (on(date(2018, 6, 22), (time(13, 30), time(16, 30))),),
    "team-manager-m": (on(date(2018, 6, 11), (time(9), time(12, 30))),),
}
"""When those are there of whom there is one, and one day on which they are needed."""

AWAY_ONCE: Mapping[str, Stretch] = {
    "dcs": on(date(2018, 6, 13), (time(13), time(17, 30))),
    "meeting-room-1": on(date(2018, 6, 12), (time(9), time(13))),
}


def write(folder: Path) -> None:
    """Write review.xlsx, cases/ and demo-cases.txt of the format in the folder."""
    written = tables_of(folder)
    lists = write_cases(folder, written, at(council_lists(SEED, council()), AS_AT), AS_AT)
    write_workbook(folder / REVIEW_XLSX, staff(), tuple(away(written, lists)), CREATED)


def away(written: Mapping[str, Any], lists: Lists) -> Iterator[Away]:
    """Everyone's absences.

    Args:
        written: the tables of review.toml.
        lists: the synthetic lists, read.
    """
    yield from (Away(who=who, start=once.start, end=once.end) for who, once in AWAY_ONCE.items())
    yield from _evenings_elsewhere()
    yield from (each for each in _diaries(written, lists) if each.start.date() <= ON_SITE[-1][-1])


def _diaries(written: Mapping[str, Any], lists: Lists) -> Iterator[Away]:
    for manager in (*MANAGERS, *PARTNERS, *team_managers()):
        if manager.id not in AWAY_ONCE:
            yield from absences(manager.id, Wanted(0.1, 0.2, kept=_kept(manager)), [*OFF_SITE, *ON_SITE], SEED)
    hard = hard_to_see(written, lists, workers(), HARD_TO_SEE, _week)
    for worker in workers():
        if worker.team != "Emergency Duty":
            closed, kept = hard.get(worker.id, ((), ()))
            yield from absences(worker.id, Wanted(0.3, 0.42, closed, kept), ON_SITE, SEED)


def _kept(manager: StaffMember) -> tuple[Stretch, ...]:
    if manager.id in DEPUTIES:
        return tuple(on(day, AT_KEEP_IN_TOUCH) for days in (*OFF_SITE, *ON_SITE) for day in days)
    return KEPT.get(manager.id, ())


def _evenings_elsewhere() -> Iterator[Away]:
    """The evenings on which hosts host nobody, and the nights on which emergency duty workers are not on the rota."""
    for host, meets in MEETS.items():
        yield from (_away(host, on(day, EVENING)) for day in _days(18, 22) if day.day not in meets)
    rota = [worker for worker in workers() if worker.team == "Emergency Duty"]
    for nth, worker in enumerate(rota):
        for days in ON_SITE:
            yield from (_away(worker.id, on(day, NIGHT)) for day in days if day.day % 2 == nth % 2)


def _away(who: str, stretch: Stretch) -> Away:
    return Away(who=who, start=stretch.start, end=stretch.end)


def _week(stratum: str) -> list[date]:
    return _days(11, 15) if stratum in {"T-CP", "T-PLO", "W-SAFE"} else _days(18, 22)
