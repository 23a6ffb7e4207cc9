"""The sheets of the council's workbook: the programme, each person's own, each team's own, and what changed.

A session's id is its neutral code here, the one that stands in its invitation.
"""

from __future__ import annotations

from planner.outgoing.documents.excel_columns import VERSION, WHEN, joined, sentences, when, yes
from planner.outgoing.documents.workbook import Cell, Table
from planner.outgoing.views import HostLine, HostPerson, HostView

SESSION: dict[str, float] = {"Session": 9}
HELD: dict[str, float] = {"Reviewers": 20, "Place": 20, "Tentative": 10}
NO_TEAM = "(no team)"


def host_tables(view: HostView) -> tuple[Table, ...]:
    """Every sheet in its order."""
    changes = sentences("Changes", "What changed", view.edition, view.changed)
    return _programme(view), _per_person(view), _per_team(view), changes


def _programme(view: HostView) -> Table:
    columns = VERSION | SESSION | WHEN | {"Title": 42, "People": 42} | HELD
    rows = tuple(
        (*_which(view, line), *_when(view, line), line.title, _named(line.people), *_held(line)) for line in view.lines
    )
    return Table("Programme", columns, rows, shade_by="Date")


def _per_person(view: HostView) -> Table:
    columns = VERSION | SESSION | {"Name": 24, "Role": 24, "Team": 18} | WHEN | {"Title": 42} | HELD
    rows = tuple(
        (
            *_which(view, line),
            *(person.name, person.role, person.team or NO_TEAM),
            *_when(view, line),
            *(line.title, *_held(line)),
        )
        for person in view.people
        for line in view.lines_of(person)
    )
    return Table("Per person", columns, rows, shade_by="Name")


def _per_team(view: HostView) -> Table:
    columns = VERSION | SESSION | {"Team": 20} | WHEN | {"Title": 42, "People of the team": 36} | HELD
    rows = tuple(
        (
            *(*_which(view, line), team or NO_TEAM),
            *(*_when(view, line), line.title, _named(own), *_held(line)),
        )
        for team in sorted({person.team for person in view.people})
        for line in view.lines
        if (own := tuple(person for person in line.people if person.team == team))
    )
    return Table("Per team", columns, rows, shade_by="Team")


def _which(view: HostView, line: HostLine) -> tuple[Cell, ...]:
    return view.edition.version, line.code


def _when(view: HostView, line: HostLine) -> tuple[Cell, ...]:
    return when(line.start, line.end, view.edition)


def _held(line: HostLine) -> tuple[Cell, ...]:
    return joined(line.reviewers), line.place, yes(line.tentative)


def _named(people: tuple[HostPerson, ...]) -> str:
    """Names with their roles; who is called by a role has no other."""
    return joined(
        person.name if person.role in {"", person.name} else f"{person.name} ({person.role})" for person in people
    )
