"""Names of the files we both read and write: files of a review folder, tables, sheets and columns.

Constants only. A column's path says which field of the entry's model (``planner/intake/review.py``) it holds; what a
cell may hold follows from that field. Cells with several values separate them by ``;``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

REVIEW_TOML = "review.toml"
REVIEW_XLSX = "review.xlsx"
CASES = "cases"
DATABASE = "review.db"
OUT = "out"
HANDMADE = "handmade.csv"

SEPARATOR = ";"
"""Between the values of one cell."""

TABLES: Mapping[str, str] = {
    "about": "about",
    "hours": "hours",
    "pools": "pool",
    "resources": "resource",
    "staff": "staff",
    "away": "away",
    "days": "day",
    "contract": "contract",
    "outside": "outside",
    "areas": "area",
    "kinds": "kind",
    "activities": "activity",
    "standing": "standing",
    "teams": "team",
    "sites": "site",
    "travel": "travel",
    "rotations": "rotation",
    "paces": "pace",
    "quiet": "quiet",
    "limits": "limits",
    "comfort": "comfort",
    "lists": "list",
    "strata": "stratum",
}
"""The table of review.toml that holds each part of the review."""

SINGLE: frozenset[str] = frozenset({"about", "limits", "comfort"})
"""Parts of one entry only: two columns on their sheet, a name and its value."""


class Column(NamedTuple):
    """A column of a sheet, the field it holds, and whether the sheet cannot do without it."""

    name: str
    path: tuple[str, ...]
    needed: bool = False


class Sheet(NamedTuple):
    """A sheet, the part of the review it holds, and the columns it may have, in any order."""

    name: str
    part: str
    columns: tuple[Column, ...]


class ChildSheet(NamedTuple):
    """A sheet whose rows belong to entries of another: which field of theirs, and the column that names the entry."""

    name: str
    part: str
    field: str
    owner: str
    columns: tuple[Column, ...]


def _plain(name: str, field: str = "", *, needed: bool = False) -> Column:
    return Column(name, (field or name.lower().replace(" ", "_"),), needed)


def _need(who: str, field: str) -> tuple[Column, ...]:
    return tuple(Column(f"{who} {what}", (field, what)) for what in ("pool", "people", "count", "expertise"))


_ID = _plain("Id", needed=True)
_TITLE = _plain("Title", needed=True)
_NAME = _plain("Name", needed=True)
_FIRST_DAY = _plain("First day", "start")
_LAST_DAY = _plain("Last day", "end")
_FIRST_DAY_NEEDED = _plain("First day", "start", needed=True)
_LAST_DAY_NEEDED = _plain("Last day", "end", needed=True)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "About",
        "about",
        (
            _ID,
            _TITLE,
            _FIRST_DAY,
            _LAST_DAY,
            _plain("Declared first day", "declared_start"),
            _plain("Declared last day", "declared_end"),
            _plain("Time zone", "zone"),
            _plain("Grid"),
            _plain("Bank holidays"),
            _plain("Closures"),
            _plain("Seed"),
            _plain("Depth"),
            _plain("Organiser"),
            _plain("Organiser name"),
            _plain("Invited"),
        ),
    ),
    Sheet(
        "Limits",
        "limits",
        (
            _plain("Interviews per reviewer per day"),
            _plain("Interviews per interviewee per day"),
            _plain("Interviews per interviewee per week"),
            _plain("Sessions per team at once"),
            _plain("Sites per person per day"),
            _plain("Evenings per reviewer per week"),
            _plain("Reserve per week"),
        ),
    ),
    Sheet(
        "Comfort",
        "comfort",
        (
            _plain("Fair share"),
            _plain("Idle"),
            _plain("Preferred hours"),
            _plain("Few days"),
            _plain("Few sites"),
            _plain("Variety"),
            _plain("Quiet days"),
            _plain("Preferred start"),
            _plain("Preferred end"),
        ),
    ),
    Sheet(
        "Hours",
        "hours",
        (
            _ID,
            _NAME,
            _plain("Weekdays"),
            _plain("Start", needed=True),
            _plain("End", needed=True),
            _plain("Evening end"),
        ),
    ),
    Sheet("Pools", "pools", (_ID, _NAME, _plain("Hours"))),
    Sheet("Teams", "teams", (_ID, _plain("District"))),
    Sheet("Sites", "sites", (_ID, _NAME)),
    Sheet("Travel", "travel", (_plain("Between", needed=True), _plain("Minutes", needed=True))),
    Sheet(
        "Rotations",
        "rotations",
        (_NAME, _plain("Pools", needed=True), _plain("Kinds", needed=True), _plain("Most", needed=True)),
    ),
    Sheet(
        "Paces",
        "paces",
        (_NAME, _plain("Kinds", needed=True), _plain("Pool"), _plain("Most"), _plain("Days", needed=True)),
    ),
    Sheet("Quiet", "quiet", (_NAME, _FIRST_DAY_NEEDED, _LAST_DAY_NEEDED)),
    Sheet("Resources", "resources", (_ID, _NAME, _plain("Seats"))),
    Sheet(
        "Staff",
        "staff",
        (
            _ID,
            _NAME,
            _plain("Role"),
            _plain("Email"),
            _plain("Pools"),
            _plain("Team"),
            _plain("Expertise"),
            _plain("Hours"),
            _plain("Cover"),
            _plain("Daily limit"),
            _plain("Most days"),
            _plain("Consecutive days"),
            Column("Conflict teams", ("conflicts", "teams")),
            Column("Conflict people", ("conflicts", "people")),
            Column("Conflict cases", ("conflicts", "cases")),
        ),
    ),
    Sheet(
        "Away",
        "away",
        (
            _plain("Who", needed=True),
            _plain("Away from", "start", needed=True),
            _plain("Away to", "end", needed=True),
        ),
    ),
    Sheet(
        "Days",
        "days",
        (_plain("Kind", needed=True), _plain("People", needed=True), _plain("Dates", needed=True)),
    ),
    Sheet("Contract", "contract", (_plain("Kind", needed=True), _plain("Days", needed=True))),
    Sheet(
        "Outside",
        "outside",
        (
            _plain("Person", needed=True),
            _plain("Date", needed=True),
            _plain("Days", needed=True),
            _plain("What", needed=True),
        ),
    ),
    Sheet(
        "Areas",
        "areas",
        (
            _ID,
            _TITLE,
            _FIRST_DAY_NEEDED,
            _LAST_DAY_NEEDED,
            _plain("Constructs"),
            _plain("Provisional"),
        ),
    ),
    Sheet(
        "Kinds",
        "kinds",
        (
            _ID,
            _plain("Title"),
            _plain("Shortest", needed=True),
            _plain("Longest"),
            _plain("Breathing space"),
            _plain("Evidence"),
            _plain("Interview"),
            _plain("Notice"),
        ),
    ),
    Sheet(
        "Activities",
        "activities",
        (
            _ID,
            _TITLE,
            _plain("Kind", needed=True),
            _plain("Area"),
            _plain("Repeat"),
            _plain("Serves"),
            _plain("Shortest"),
            _plain("Longest"),
            *_need("Reviewer", "needs"),
            *_need("Counterpart", "counterparts"),
            Column("Stratum", ("case", "stratum")),
            Column("Tracks", ("case", "tracks")),
            Column("Case role", ("case", "role")),
            Column("Cases", ("case", "count")),
            Column("Modes", ("case", "modes")),
            Column("Enough", ("case", "enough")),
            Column("Record resource", ("case", "record_resource")),
            _FIRST_DAY,
            _LAST_DAY,
            _plain("Earliest"),
            _plain("Latest"),
            _plain("Day kinds"),
            _plain("After"),
            _plain("Same reviewers as"),
            _plain("Same place as"),
            _plain("Team"),
            _plain("Evening"),
            _plain("Rooms"),
            _plain("First of area"),
            _plain("Last of area"),
            _plain("In day"),
            _plain("Place"),
            _plain("Breathing space"),
            _plain("Priority"),
            _plain("Resources"),
        ),
    ),
    Sheet(
        "Standing",
        "standing",
        (
            _ID,
            _TITLE,
            _plain("Kind", needed=True),
            _plain("Pool"),
            _plain("Day kinds", needed=True),
            _FIRST_DAY,
            _plain("Shared"),
            _plain("Shortest"),
            _plain("Longest"),
            _plain("Earliest"),
            _plain("Latest"),
            *_need("Counterpart", "counterparts"),
            _plain("In day"),
            _plain("Place"),
            _plain("Rooms"),
            _plain("Priority"),
        ),
    ),
    Sheet(
        "Lists",
        "lists",
        (
            _ID,
            _TITLE,
            _plain("File", needed=True),
            _plain("Sheet"),
            _plain("Identifier"),
            _plain("As at", needed=True),
        ),
    ),
    Sheet(
        "Strata",
        "strata",
        (
            _ID,
            _TITLE,
            _plain("List", needed=True),
            _plain("Pick"),
            _plain("By"),
            _plain("Month"),
            Column("Holder list", ("holder", "list")),
            Column("Holder columns", ("holder", "columns")),
            Column("Holder role", ("holder", "role")),
        ),
    ),
)

CHILD_SHEETS: tuple[ChildSheet, ...] = (
    ChildSheet("Scope", "areas", "scope", "Area", (_ID, _TITLE)),
    ChildSheet(
        "Conditions",
        "strata",
        "where",
        "Stratum",
        (_plain("Column"), _plain("Test", needed=True), _plain("Value"), _plain("At")),
    ),
    ChildSheet(
        "Others",
        "strata",
        "others",
        "Stratum",
        (_plain("List"), _plain("Columns", needed=True), _plain("Role", needed=True)),
    ),
    ChildSheet(
        "Gaps",
        "activities",
        "gaps",
        "Activity",
        (
            _plain("After", needed=True),
            _plain("Least minutes"),
            _plain("Most minutes"),
            _plain("Least days"),
            _plain("Most days"),
        ),
    ),
)

NAME_COLUMN = "Name"
VALUE_COLUMN = "Value"
"""The two columns of the sheets of a single entry."""

PROGRAMME_COLUMNS = ("activity", "date", "start", "end", "end assumed", "reviewers", "counterpart")
"""The columns of a programme written by hand."""

SHEET_OF: Mapping[str, Sheet] = {sheet.part: sheet for sheet in SHEETS}
