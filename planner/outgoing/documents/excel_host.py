"""The sheets of the council's workbook: the programme, each person's own, each team's own, and what changed.

A session's id is its neutral code here, the one that stands in its invitation.
"""

from __future__ import annotations

from planner.layout import CODE_COLUMN, PEOPLE, PLACE, PROGRAMME_SHEET, REVIEWERS, TENTATIVE, TITLE
from planner.outgoing.documents.excel_about import about, allowed, said, to_choose_from
from planner.outgoing.documents.excel_columns import VERSION, WHEN, joined, sentences, when, yes
from planner.outgoing.documents.workbook import Cell, Table
from planner.outgoing.views import HostLine, HostPerson, HostView

SESSION: dict[str, float] = {CODE_COLUMN: 9}
HELD: dict[str, float] = {REVIEWERS: 20, PLACE: 20, TENTATIVE: 10}
NO_TEAM = "(no team)"


def host_tables(view: HostView) -> tuple[Table, ...]:
    """Every sheet in its order."""
    changes = sentences("Changes", "What changed", view.edition, view.changed)
    chosen = tuple(to_choose_from(view.choices)) if view.choices else ()
    return about(view), programme_table(view), _per_person(view), _per_team(view), changes, *chosen


def programme_table(view: HostView) -> Table:
    """The sheet that may be changed and comes back: a row a session."""
    columns = VERSION | SESSION | WHEN | {TITLE: 42, PEOPLE: 42} | HELD
    rows = tuple(
        (*_which(view, line), *_when(view, line), line.title, _named(line.people), *_held(line)) for line in view.lines
    )
    may = allowed(view.choices) if view.choices else {}
    return Table(PROGRAMME_SHEET, columns, rows, shade_by="Date", allowed=may)


def _per_person(view: HostView) -> Table:
    columns = VERSION | SESSION | {"Name": 24, "Role": 24, "Team": 18} | WHEN | {TITLE: 42} | HELD
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
    """Names with their roles."""
    return joined(map(said, people))
