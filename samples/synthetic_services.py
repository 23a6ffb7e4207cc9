"""Two more synthetic lists: early help assessments and care leavers, whose children stand on no other list.

Annex A has both (its lists 2 and 9); a council's own are asked for with the worker and what became of the work.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from samples.synthetic_annex_a import Table, Value
from samples.synthetic_children import AS_AT, HALF_YEAR_AGO, Teams, day_between, somebody

EARLY_HELP = (
    *("Child Unique ID", "Date of Birth", "Assessment Start Date", "Assessment Completion Date"),
    *("Came From", "Went To", "Closed", "Early Help Worker", "Team"),
)
LEAVING_CARE = (
    *("Child Unique ID", "Date of Birth", "Eligibility Category", "LA In Touch"),
    *("Suitability of Accommodation", "Activity Status", "Allocated Worker", "Allocated Team"),
)

_EARLY_HELP_NUMBERS, _LEAVING_CARE_NUMBERS = range(400_000, 403_000), range(700_000, 701_000)
"""Identifiers that no child of lists 6, 7 and 8 has."""

_WAYS = (
    *[("Assessed first", "")] * 80,
    *[("Social care", "")] * 26,
    *[("Assessed first", "Social care")] * 18,
    *[("Social care", "Social care")] * 6,
)
"""Where a family came from and whether it went on to social care: stepped down, stepped up, or both."""

_ELIGIBLE = (*["Former relevant"] * 30, *["Relevant"] * 9, *["Qualifying"] * 6)


def early_help(chance: Random, teams: Teams) -> Table:
    """Early help assessments of the last half year, some stepped down from social care, some stepped up to it."""
    numbers = sorted(chance.sample(_EARLY_HELP_NUMBERS, len(_WAYS)))
    ways = chance.sample(_WAYS, len(_WAYS))
    rows = (_early_help_row(chance, number, way, teams) for number, way in zip(numbers, ways, strict=True))
    return Table("Early help assessments", EARLY_HELP, tuple(rows))


def _early_help_row(chance: Random, number: int, way: tuple[str, str], teams: Teams) -> tuple[Value, ...]:
    came_from, went_to = way
    start = day_between(chance, HALF_YEAR_AGO, AS_AT - timedelta(days=35))
    done = start + timedelta(days=chance.randrange(14, 30))
    closed: Value = day_between(chance, done, AS_AT) if went_to or chance.random() < 0.2 else ""
    team, worker = somebody(chance, teams)
    return (f"C{number:06d}", _born(chance, (1, 16)), start, done, came_from, went_to, closed, worker, team)


def leaving_care(chance: Random, teams: Teams) -> Table:
    """Care leavers of seventeen to twenty-two, with their personal advisers."""
    numbers = sorted(chance.sample(_LEAVING_CARE_NUMBERS, len(_ELIGIBLE)))
    return Table("Care leavers", LEAVING_CARE, tuple(_leaving_care_rows(chance, numbers, teams)))


def _leaving_care_rows(chance: Random, numbers: list[int], teams: Teams) -> Iterator[tuple[Value, ...]]:
    for number, category in zip(numbers, _ELIGIBLE, strict=True):
        team, worker = somebody(chance, teams)
        ages = (17, 17) if category == "Relevant" else (18, 22)
        in_touch = "Yes" if chance.random() < 0.9 else "No"
        suitable = "Suitable" if chance.random() < 0.85 else "Unsuitable"
        doing = chance.choice(("Full time education", "Training or employment", "Training or employment", "None"))
        yield f"C{number:06d}", _born(chance, ages), category, in_touch, suitable, doing, worker, team


def _born(chance: Random, ages: tuple[int, int]) -> date:
    youngest, oldest = ages
    return AS_AT - timedelta(days=chance.randrange(youngest * 366 + 20, (oldest + 1) * 365 - 20))
