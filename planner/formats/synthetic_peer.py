"""The synthetic parts of the peer challenge: its people, their absences, its lists.

The absences know the draw: three first cases are made hard to see, and one impossible. Those who hear the feedback
are there to hear it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

from planner.formats.synthetic_absences import Stretch, Wanted, absences, on
from planner.formats.synthetic_first_cases import hard_to_see
from planner.formats.synthetic_folder import tables_of, write_cases
from planner.formats.synthetic_peer_staff import (
    LEADERS,
    MANAGERS,
    MEMBERS,
    PARTNERS,
    case_holders,
    staff,
    team_managers,
    teams_of,
    workers,
)
from planner.formats.synthetic_workbook import write_workbook
from planner.intake.review import Away
from planner.layout import REVIEW_XLSX
from samples.frame import Lists
from samples.synthetic import Table, at, synthetic_lists
from samples.synthetic_services import early_help, leaving_care

SEED = 2018
AS_AT = date(2018, 2, 12)
"""The date that the lists speak of: two weeks before the peers come."""

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = DAYS = [date(2018, 2, 26 + nth) for nth in range(3)] + [date(2018, 3, 1)]

WORKER, COVER = 0, 1

HARD_TO_SEE: Mapping[str, Mapping[int, Stretch]] = {
    "EH-DOWN": {WORKER: on(MONDAY, (time(14), time(15, 15)))},
    "CP": {COVER: on(TUESDAY, (time(10), time(11, 15)))},
    "LEAVING": {WORKER: on(TUESDAY, (time(9, 30), time(11)))},
    "PERMANENCE": {},
}
"""By stratum, all the time that the first case's worker and cover have on the first two days: three starts or fewer."""

AWAY_ONCE: Mapping[str, Stretch] = {
    "dcs": on(WEDNESDAY, (time(9), time(12))),
    "committee-room": on(WEDNESDAY, (time(9), time(13))),
}
"""The director misses one keep-in-touch; a committee of the council has its own room for a morning."""

TOGETHER = ("police-superintendent", "health-executive")
THEIR_HOUR = on(WEDNESDAY, (time(13, 30), time(16)))
"""Who are seen together, and when both are there."""

HEARS_FEEDBACK = on(THURSDAY, (time(13, 30), time(17, 30)))
DEPUTIES_MORNINGS = tuple(on(day, (time(9), time(9, 30))) for day in DAYS)

MANAGER, PARTNER, WORKING = (0.15, 0.3), (0.3, 0.45), (0.3, 0.42)
"""The share of the council's hours that is blocked for people of a kind: at least, and at most aimed at."""


def write(folder: Path) -> None:
    """Write review.xlsx, cases/ and demo-cases.txt of the format in the folder."""
    written = tables_of(folder)
    lists = write_cases(folder, written, tables(), AS_AT)
    there = tuple(absence for absence in away(written, lists) if absence.start.date() in DAYS)
    write_workbook(folder / REVIEW_XLSX, staff(), there, datetime.combine(AS_AT, time(9)))


def tables() -> dict[str, Table]:
    """The lists by id: three of Annex A, early help assessments, care leavers."""

    def chance(name: str) -> Random:
        return Random(f"{SEED}:{name}")  # noqa: S311 -- invented data: repeatable, not secret

    annex_a = synthetic_lists(SEED, case_holders())
    own = {
        "early-help": early_help(chance("early-help"), teams_of("early_help")),
        "leaving-care": leaving_care(chance("leaving-care"), teams_of("leaving_care")),
    }
    return at({name: annex_a[name] for name in ("cin", "protection", "care")} | own, AS_AT)


def away(written: Mapping[str, Any], lists: Lists) -> Iterator[Away]:
    """Everyone's absences.

    Args:
        written: the tables of review.toml.
        lists: the synthetic lists, read.
    """
    for who, once in AWAY_ONCE.items():
        yield Away(who=who, start=once.start, end=once.end)
    for leader in LEADERS:
        if leader.id not in AWAY_ONCE:
            kept = DEPUTIES_MORNINGS if "dcs-and-deputies" in leader.pools else ()
            yield from absences(leader.id, Wanted(*MANAGER, kept=(HEARS_FEEDBACK, *kept)), [DAYS], SEED)
    for manager in (*MEMBERS, *MANAGERS, *team_managers()):
        yield from absences(manager.id, Wanted(*MANAGER), [DAYS], SEED)
    for partner in PARTNERS:
        kept = (THEIR_HOUR,) if partner.id in TOGETHER else ()
        yield from absences(partner.id, Wanted(*PARTNER, kept=kept), [DAYS], SEED)
    hard = hard_to_see(written, lists, workers(), HARD_TO_SEE, lambda _: (MONDAY, TUESDAY))
    for worker in workers():
        closed, kept = hard.get(worker.id, ((), ()))
        yield from absences(worker.id, Wanted(*WORKING, closed, kept), [DAYS], SEED)
