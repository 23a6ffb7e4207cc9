"""Write the synthetic parts of the self-directed review: ``python -m planner.formats.synthetic <folder>``.

The folder's review.toml and demo key stand; review.xlsx (staff, absences) and cases/ are written anew, the same every
time. The absences know the draw: five base cases are made hard to see, and two impossible.
"""

from __future__ import annotations

import tomllib
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter

from planner.demo_key import CASES_FILE, demo_cases
from planner.formats.synthetic_absences import Stretch, Wanted, absences, around, on
from planner.formats.synthetic_staff import MANAGERS, case_holders, staff, workers
from planner.intake.review import AreaEntry, Away, DayEntry, StaffMember
from planner.layout import CASES, REVIEW_TOML, REVIEW_XLSX, SEPARATOR, SHEET_OF
from samples.draw import draw
from samples.frame import Lists, ListSource, read_lists
from samples.reference import reference
from samples.strata import Stratum
from samples.synthetic import synthetic_lists, write_lists

SEED = 2021
CREATED = datetime.combine(date(2021, 4, 14), time(9))
"""The workbook's own date, so that the same content makes the same file."""

DEMO_KEY = "demo-key.txt"

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


def main(folder: Path) -> None:
    """Write review.xlsx and cases/ of the format in the folder."""
    written = tomllib.loads((folder / REVIEW_TOML).read_text(encoding="utf-8"))
    write_lists(synthetic_lists(SEED, case_holders()), folder / CASES)
    sources = tuple(ListSource.model_validate(entry) for entry in written["list"])
    lists = read_lists(folder / CASES, sources, partial(reference, demo_key(folder)))
    write_workbook(folder / REVIEW_XLSX, staff(), away(written, lists))
    children = (row.reference for cases in lists.values() for row in cases.rows)
    (folder / CASES_FILE).write_text(demo_cases(children), encoding="utf-8")


def demo_key(folder: Path) -> bytes:
    """The format's public key: the file's line that is not a comment."""
    lines = (folder / DEMO_KEY).read_text(encoding="utf-8").splitlines()
    return bytes.fromhex(next(line for line in lines if line and not line.startswith("#")))


def away(written: Mapping[str, Any], lists: Lists) -> tuple[Away, ...]:
    """Everyone's absences.

    Args:
        written: the tables of review.toml.
        lists: the synthetic lists, read.
    """
    weeks = _weeks(written)
    hard = _hard_to_see(written, lists, weeks)
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


def _hard_to_see(
    written: Mapping[str, Any], lists: Lists, weeks: Mapping[str, Sequence[date]]
) -> dict[str, tuple[tuple[Stretch, ...], tuple[Stretch, ...]]]:
    """By worker, what is blocked and what is kept so that a first case is as hard to see as it is meant to be."""
    strata = {entry["id"]: Stratum.model_validate(entry) for entry in written["stratum"]}
    area_of = {entry["id"]: entry.get("area", "") for entry in written["activity"]}
    by_name = {worker.name: worker for worker in workers()}
    found: dict[str, tuple[tuple[Stretch, ...], tuple[Stretch, ...]]] = {}
    for stratum, free in HARD_TO_SEE.items():
        first = draw(strata[stratum], lists, written["about"]["seed"], 1).drawn[0]
        worker = by_name[first.holders[0]]
        for nth, who in enumerate((worker.id, worker.cover)):
            kept = (free[nth],) if nth in free else ()
            found[who] = around(free.get(nth), weeks[area_of[stratum]]), kept
    return found


def write_workbook(path: Path, members: Sequence[StaffMember], away: Sequence[Away]) -> None:
    """Write the sheets Staff and Away, the same bytes every time."""
    columns = [column.name for column in SHEET_OF["staff"].columns]
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"title": "Staff and absences (synthetic)", "created": CREATED})
        bold = workbook.add_format({"bold": True})
        moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet = workbook.add_worksheet(SHEET_OF["staff"].name)
        sheet.write_row(0, 0, columns, bold)
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, 5, 28)
        for row, member in enumerate(members, start=1):
            sheet.write_row(row, 0, _cells(member))
        sheet = workbook.add_worksheet(SHEET_OF["away"].name)
        sheet.write_row(0, 0, [column.name for column in SHEET_OF["away"].columns], bold)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 2, 28)
        for row, absence in enumerate(away, start=1):
            sheet.write_string(row, 0, absence.who)
            sheet.write_datetime(row, 1, absence.start, moment)
            sheet.write_datetime(row, 2, absence.end, moment)


def _cells(member: StaffMember) -> list[str]:
    """A member's cells in the order of the sheet's columns; what is not said stays empty."""
    said = {
        "Id": member.id,
        "Name": member.name,
        "Role": member.role,
        "Email": member.email,
        "Pools": f"{SEPARATOR} ".join(member.pools),
        "Team": member.team,
        "Cover": member.cover,
    }
    return [said.get(column.name, "") for column in SHEET_OF["staff"].columns]


if __name__ == "__main__":
    arguments = ArgumentParser(description="Write the synthetic parts of a format anew.")
    arguments.add_argument("folder", type=Path, help="the format's folder, with review.toml and demo-key.txt")
    main(arguments.parse_args().folder)
