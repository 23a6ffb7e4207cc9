"""The synthetic parts of the team diagnostics: managers of two councils, their absences, one list of open cases."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from planner.formats.synthetic_diagnostics_absences import away
from planner.formats.synthetic_diagnostics_cases import AS_AT, OPEN_CASES, open_cases
from planner.formats.synthetic_diagnostics_staff import staff
from planner.formats.synthetic_folder import tables_of, write_cases
from planner.formats.synthetic_workbook import write_workbook
from planner.layout import REVIEW_XLSX

SEED = 2017
CREATED = datetime.combine(AS_AT, time(9))


def write(folder: Path) -> None:
    """Write review.xlsx, cases/ and demo-cases.txt of the format in the folder."""
    write_cases(folder, tables_of(folder), {OPEN_CASES: open_cases(SEED)}, AS_AT)
    write_workbook(folder / REVIEW_XLSX, staff(), away(SEED), CREATED)
