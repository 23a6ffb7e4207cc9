"""Read a review folder: review.toml and review.xlsx, which may hold any part, never both the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from planner.intake.cross_checks import asides, findings
from planner.intake.finding import Finding
from planner.intake.notes import Notes
from planner.intake.review import Review
from planner.intake.review_toml import read_toml
from planner.intake.said import refusal_of
from planner.intake.tidy import tidy_part
from planner.intake.written import Loc, Written
from planner.layout import REVIEW_TOML, REVIEW_XLSX, SINGLE, TABLES
from planner.layout_sheets import SHEET_OF
from samples.errors import InputRefused

NEEDED = ("about", "pools", "staff", "days", "kinds", "activities")
"""Parts without which there is nothing to plan."""


def read_review(folder: Path) -> Review:
    """What the manager writes, from review.toml, review.xlsx or both.

    Args:
        folder: the review folder.

    Returns:
        The review; what harmless mess was read past stands in its notices.

    Raises:
        InputRefused: a file that cannot be read, a part that stands in both or in neither, a value that cannot be
            used, or entries that contradict each other. The first of these is told.
    """
    written, notices = _written(folder)
    by_part = _one_home(written)
    _refuse_missing(by_part, " and ".join(name for name in (REVIEW_TOML, REVIEW_XLSX) if (folder / name).exists()))
    notes = Notes()
    values = {part: tidy_part(one, notes) for part, one in by_part.items()}
    try:
        review = Review.model_validate(values)
    except ValidationError as errors:
        raise refusal_of(errors, by_part) from None
    for finding in islice(findings(review), 1):
        raise InputRefused(_where(finding, by_part), finding.found, finding.hint)
    told = [f"{_where(aside, by_part)}: {aside.found}." for aside in asides(review)]
    return review.model_copy(update={"notices": (*notices, *notes.sentences(), *told)})


def _written(folder: Path) -> tuple[list[Written], list[str]]:
    """Every part as written, of whichever of the two files are there."""
    if not folder.is_dir():
        found = "this is a file, not a review folder" if folder.exists() else "there is no such folder"
        raise InputRefused(folder.name or str(folder), found, "Name the folder that holds the review")
    toml, workbook = folder / REVIEW_TOML, folder / REVIEW_XLSX
    if not toml.exists() and not workbook.exists():
        others = sorted(one.name for one in folder.iterdir() if one.stem.casefold() == "review" and one.suffix != ".db")
        found = f"there is neither {REVIEW_TOML} nor {REVIEW_XLSX} in it"
        start = f"Start one with planner new, or write {REVIEW_TOML}"
        hint = f"Save {others[0]} as {REVIEW_XLSX} or {REVIEW_TOML}" if others else start
        raise InputRefused(folder.name, found, hint)
    written: list[Written] = []
    notices: list[str] = []
    if toml.exists():
        parts, told = read_toml(toml)
        written, notices = [*written, *parts], [*notices, *told]
    if workbook.exists():
        # calamine is loaded only for a folder that has a workbook
        from planner.intake.review_sheets import read_workbook

        parts, told = read_workbook(workbook)
        written, notices = [*written, *parts], [*notices, *told]
    return written, notices


def _one_home(written: Sequence[Written]) -> Mapping[str, Written]:
    """The parts by name.

    Raises:
        InputRefused: a part that stands in both files.
    """
    by_part: dict[str, Written] = {}
    for one in written:
        other = by_part.setdefault(one.part, one)
        if other is not one:
            found = f"the same part stands in {other.home}, too"
            raise InputRefused(one.home, found, f"Keep the part '{one.part}' in one of them")
    return by_part


def _refuse_missing(by_part: Mapping[str, Written], files: str) -> None:
    for part in NEEDED:
        if part not in by_part or not by_part[part].values:
            table = f"[{TABLES[part]}]" if part in SINGLE else f"[[{TABLES[part]}]]"
            hint = f"Write {table} in {REVIEW_TOML} or the sheet {SHEET_OF[part].name} in {REVIEW_XLSX}"
            raise InputRefused(files, f"the part '{part}' is missing", hint)


def _where(finding: Finding, by_part: Mapping[str, Written]) -> str:
    loc: Loc = finding.loc
    return by_part[finding.part].where(loc) if finding.part in by_part else finding.part
