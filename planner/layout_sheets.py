"""The sheets of review.xlsx and their columns. Constants only; cells with several values separate them by ``;``."""

from __future__ import annotations

from collections.abc import Mapping

from planner.layout_columns import ChildSheet, Sheet, may, need, needed, within

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "About",
        "about",
        (
            *needed("Id", "Title"),
            *may("First day", "Last day", "Declared first day", "Declared last day", "Time zone", "Grid"),
            *may("Bank holidays", "Closures", "Seed", "Depth", "Patience", "Organiser", "Organiser name", "Invited"),
        ),
    ),
    Sheet(
        "Limits",
        "limits",
        may(
            "Interviews per reviewer per day",
            "Interviews per interviewee per day",
            "Interviews per interviewee per week",
            "Sessions per team at once",
            "Sites per person per day",
            "Evenings per reviewer per week",
            "Reserve per week",
            "Freeze",
            "Notice",
        ),
    ),
    Sheet(
        "Comfort",
        "comfort",
        (
            *may("Fair share", "Idle", "Preferred hours", "Few days", "Few sites", "Variety", "Quiet days"),
            *may("Preferred start", "Preferred end"),
        ),
    ),
    Sheet("Repairs", "repairs", may("Cancelled", "Weight", "Sure", "Ill", "Late", "Late days")),
    Sheet(
        "Hours",
        "hours",
        (*needed("Id", "Name"), *may("Weekdays"), *needed("Start", "End"), *may("Evening end")),
    ),
    Sheet("Pools", "pools", (*needed("Id", "Name"), *may("Hours"))),
    Sheet("Teams", "teams", (*needed("Id"), *may("District"))),
    Sheet("Sites", "sites", needed("Id", "Name")),
    Sheet("Travel", "travel", needed("Between", "Minutes")),
    Sheet("Rotations", "rotations", needed("Name", "Pools", "Kinds", "Most")),
    Sheet("Paces", "paces", (*needed("Name", "Kinds"), *may("Pool", "Most"), *needed("Days"))),
    Sheet("Quiet", "quiet", needed("Name", "First day", "Last day")),
    Sheet("Resources", "resources", (*needed("Id", "Name"), *may("Seats"))),
    Sheet(
        "Staff",
        "staff",
        (
            *needed("Id", "Name"),
            *may("Role", "Email", "Pools", "Team", "Expertise", "Hours", "Cover"),
            *may("Daily limit", "Most days", "Consecutive days"),
            *within("conflicts", teams="Conflict teams", people="Conflict people", cases="Conflict cases"),
        ),
    ),
    Sheet("Away", "away", needed("Who", "Away from", "Away to")),
    Sheet("Days", "days", needed("Kind", "People", "Dates")),
    Sheet("Contract", "contract", needed("Kind", "Days")),
    Sheet("Outside", "outside", needed("Person", "Date", "Days", "What")),
    Sheet(
        "Areas",
        "areas",
        (*needed("Id", "Title", "First day", "Last day"), *may("Constructs", "Provisional")),
    ),
    Sheet(
        "Kinds",
        "kinds",
        (
            *needed("Id"),
            *may("Title"),
            *needed("Shortest"),
            *may("Longest", "Breathing space", "Evidence", "Interview", "Notice"),
        ),
    ),
    Sheet(
        "Activities",
        "activities",
        (
            *needed("Id", "Title", "Kind"),
            *may("Area", "Repeat", "Serves", "Shortest", "Longest"),
            *need("Reviewer", "needs"),
            *need("Counterpart", "counterparts"),
            *within("case", stratum="Stratum", tracks="Tracks", role="Case role", count="Cases", modes="Modes"),
            *within("case", enough="Enough", record_resource="Record resource"),
            *may("First day", "Last day", "Earliest", "Latest", "Day kinds", "After"),
            *may("Same reviewers as", "Same place as", "Team", "Evening", "Rooms"),
            *may("First of area", "Last of area", "In day", "Place", "Breathing space", "Priority", "Resources"),
        ),
    ),
    Sheet(
        "Standing",
        "standing",
        (
            *needed("Id", "Title", "Kind"),
            *may("Pool"),
            *needed("Day kinds"),
            *may("First day", "Shared", "Shortest", "Longest", "Earliest", "Latest"),
            *need("Counterpart", "counterparts"),
            *may("In day", "Place", "Rooms", "Priority"),
        ),
    ),
    Sheet(
        "Lists",
        "lists",
        (*needed("Id", "Title", "File"), *may("Sheet", "Identifier"), *needed("As at")),
    ),
    Sheet(
        "Strata",
        "strata",
        (
            *needed("Id", "Title", "List"),
            *may("Pick", "By", "Month"),
            *within("holder", list="Holder list", columns="Holder columns", role="Holder role"),
        ),
    ),
)

CHILD_SHEETS: tuple[ChildSheet, ...] = (
    ChildSheet("Scope", "areas", "scope", "Area", needed("Id", "Title")),
    ChildSheet(
        "Conditions",
        "strata",
        "where",
        "Stratum",
        (*may("List", "Column"), *needed("Test"), *may("Value", "At", "Way")),
    ),
    ChildSheet("Others", "strata", "others", "Stratum", (*may("List"), *needed("Columns", "Role"))),
    ChildSheet(
        "Gaps",
        "activities",
        "gaps",
        "Activity",
        (*needed("After"), *may("Least minutes", "Most minutes", "Least days", "Most days")),
    ),
)

SHEET_OF: Mapping[str, Sheet] = {sheet.part: sheet for sheet in SHEETS}
"""The sheet of each part of the review."""
