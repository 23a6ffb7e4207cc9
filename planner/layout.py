"""Names of the files we both read and write: files of a review folder, tables of review.toml, columns by hand.

Constants only. The sheets of review.xlsx stand in ``layout_sheets.py``. Cells with several values separate them by
``;``.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    "repairs": "repairs",
    "lists": "list",
    "strata": "stratum",
}
"""The table of review.toml that holds each part of the review."""

SINGLE: frozenset[str] = frozenset({"about", "limits", "comfort", "repairs"})
"""Parts of one entry only: two columns on their sheet, a name and its value."""

NAME_COLUMN = "Name"
VALUE_COLUMN = "Value"
"""The two columns of the sheets of a single entry."""

HOST_WORKBOOK = "host/programme.xlsx"
"""The council's workbook, below ``out``: it may be changed, and comes back."""

PROGRAMME_SHEET = "Programme"
CODE_COLUMN = "Session"
VERSION_COLUMN = "Version"
WEEKDAY_COLUMN = "Weekday"
DATE, START, END, REVIEWERS, PEOPLE, PLACE = "Date", "Start", "End", "Reviewers", "People", "Place"
EDITED = (DATE, START, END, REVIEWERS, PEOPLE, PLACE)
"""The sheet of the council's workbook that may be changed and comes back, and the columns of it that are read."""
TITLE, TENTATIVE = "Title", "Tentative"
MADE = (TITLE, TENTATIVE)
"""Its columns that the planner makes: a change there says nothing."""

ABOUT_SHEET = "About"
HEAD = "Head of the log"
"""Where the workbook says which version it was made of: beside Version and these words, and in its properties."""

PROGRAMME_COLUMNS = ("activity", "date", "start", "end", "end assumed", "reviewers", "counterpart")
"""The columns of a programme written by hand."""
