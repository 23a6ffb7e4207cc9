"""What the council's workbook carries so that it can be changed and come back: a cover sheet, and who can be named."""

from __future__ import annotations

from collections.abc import Iterator

from planner.layout import ABOUT_SHEET, DATE, END, HEAD, PEOPLE, PLACE, REVIEWERS, START, VERSION_COLUMN
from planner.outgoing.documents.dates import in_full
from planner.outgoing.documents.workbook import Allowed, Cell, Table, local
from planner.outgoing.views import Choices, HostPerson, HostView

HOW = (
    "Change the sheet Programme: Date, Start, End, Reviewers, People and Place. Nothing else is read.",
    "Leave the codes in the column Session as they are; rows may be sorted, filtered and hidden.",
    "Separate several people by a semicolon. Who can be named stands on the sheet People, places on the sheet Places.",
    "To take a session out, delete its row, and say so when the workbook is taken back.",
    "Then: planner check --programme with the file's name, and planner adopt with the same.",
)
"""How a manager changes the workbook, a sentence a row."""

PEOPLE_SHEET, PLACES_SHEET = "People", "Places"


def about(view: HostView) -> Table:
    """The cover sheet: which programme this is, of which version and which log, and how to change it."""
    made = local(view.edition.made, view.edition)
    told: list[tuple[Cell, ...]] = [
        ("Review", view.edition.review),
        (VERSION_COLUMN, view.edition.version),
        ("Made", f"{in_full(made)} {made:%H.%M}"),
    ]
    if view.edition.head:
        told.append((HEAD, view.edition.head))
    how = [("To change it" if nth == 0 else "", sentence) for nth, sentence in enumerate(HOW if view.choices else ())]
    return Table(ABOUT_SHEET, {"About": 18, "This workbook": 100}, (*told, *how))


def to_choose_from(choices: Choices) -> Iterator[Table]:
    """The sheets that list who and where can be named."""
    people = (*choices.reviewers, *choices.people)
    rows = tuple((said(person), person.role, person.team, person.id) for person in people)
    yield Table(PEOPLE_SHEET, {"Name": 44, "Role": 44, "Team": 24, "Id": 32}, rows)
    yield Table(PLACES_SHEET, {"Place": 60}, tuple((place,) for place in choices.places))


def said(person: HostPerson) -> str:
    """A name with its role; who is called by a role has no other."""
    return person.name if person.role in {"", person.name} else f"{person.name} ({person.role})"


def allowed(choices: Choices) -> dict[str, Allowed]:
    """What the columns of the sheet Programme are meant to hold: dates and times are questioned, lists only offered."""
    reviewers, people = len(choices.reviewers), len(choices.people)
    own = {
        DATE: Allowed("date", choices.first, choices.last),
        START: Allowed("time"),
        END: Allowed("time"),
        REVIEWERS: Allowed("list", source=_column(PEOPLE_SHEET, 0, reviewers)),
        PEOPLE: Allowed("list", source=_column(PEOPLE_SHEET, reviewers, people)),
        PLACE: Allowed("list", source=_column(PLACES_SHEET, 0, len(choices.places))),
    }
    return {column: one for column, one in own.items() if one.kind != "list" or one.source}


def _column(sheet: str, above: int, count: int) -> str:
    """The first column's cells of a sheet, below so many rows; empty: there are none."""
    return f"={sheet}!$A${above + 2}:$A${above + count + 1}" if count else ""
