"""The workbook of each view: the programme as rows to filter, and what follows from it.

Each is a pure function of its view: what the view has no place for cannot come into the file.
"""

from __future__ import annotations

from planner.layout import PROGRAMME_SHEET
from planner.outgoing.documents.day_lists import sessions_of
from planner.outgoing.documents.excel_columns import VERSION, WHEN, joined, sentences, when, yes
from planner.outgoing.documents.excel_host import host_tables
from planner.outgoing.documents.workbook import Cell, Table, workbook
from planner.outgoing.views import HostView, PublicView, ReviewerLine, ReviewerView

SESSION: dict[str, float] = {"Session": 19, "Code": 9}
SAID: dict[str, float] = {"What": 34, "Met": 28, "Cases": 14, "Place": 20}


def reviewer_xlsx(view: ReviewerView) -> bytes:
    """The reviewers' workbook: programme, each one's own, day ledger, coverage, what is left out and what changed."""
    tables = [_reviewer_programme(view), _per_reviewer(view), _ledger(view), _coverage(view), _left_out(view)]
    tables += [_accepted(view)] if view.accepted else []
    tables.append(sentences("Changes", "What changed", view.edition, view.changed))
    if view.notices:
        tables.append(sentences("Notices", "What to know", view.edition, view.notices))
    return workbook(view.edition, "reviewers", tables)


def host_xlsx(view: HostView) -> bytes:
    """The council's workbook, which may be changed and come back: programme, each one's own, what changed, choices."""
    return workbook(view.edition, "the council", host_tables(view), opens=PROGRAMME_SHEET)


def public_xlsx(view: PublicView) -> bytes:
    """Anybody's workbook: the programme, and the same by role."""
    return workbook(view.edition, "everyone", [_public_programme(view), _by_role(view)])


def _reviewer_programme(view: ReviewerView) -> Table:
    columns = VERSION | SESSION | WHEN
    columns |= {"Reviewers": 20} | SAID | {"Week": 6, "Area": 20, "Provisional": 15}
    rows = tuple(
        (
            *_which(view, one.line),
            *(joined(one.who), *_said(one.line)),
            *(week.number, one.line.area, one.line.provisional),
        )
        for week in view.weeks
        for day in week.days
        for one in sessions_of(day, view.edition)
    )
    return Table("Programme", columns, rows, shade_by="Date")


def _per_reviewer(view: ReviewerView) -> Table:
    rows = tuple(
        (*_which(view, line), reviewer, *_said(line))
        for nth, reviewer in enumerate(view.edition.reviewers)
        for week in view.weeks
        for day in week.days
        for line in day.columns[nth]
    )
    return Table("Per reviewer", VERSION | SESSION | WHEN | {"Reviewer": 20} | SAID, rows, shade_by="Reviewer")


def _which(view: ReviewerView, line: ReviewerLine) -> tuple[Cell, ...]:
    return view.edition.version, line.session, line.code, *when(line.start, line.end, view.edition)


def _said(line: ReviewerLine) -> tuple[Cell, ...]:
    return line.title, line.met, joined(line.cases), line.place


def _ledger(view: ReviewerView) -> Table:
    rows = tuple((view.edition.version, row.kind, row.contracted, row.used, joined(row.by)) for row in view.ledger)
    columns = VERSION | {"Kind of day": 24, "Contracted": 12, "Used": 12, "By": 60}
    return Table("Day ledger", columns, rows, says=view.ledger_says)


def _coverage(view: ReviewerView) -> Table:
    rows = tuple((view.edition.version, row.area, row.item, row.sessions, row.evidence) for row in view.coverage)
    columns = VERSION | {"Area": 34, "Scope item": 48, "Sessions": 10, "Evidence sessions": 10}
    return Table("Coverage", columns, rows, shade_by="Area")


def _left_out(view: ReviewerView) -> Table:
    rows = tuple((view.edition.version, row.title, row.why) for row in view.left_out)
    return Table("Left out", VERSION | {"What": 44, "Why": 80}, rows)


def _accepted(view: ReviewerView) -> Table:
    rows = tuple((view.edition.version, row.rule, joined(row.sessions), row.who, row.why) for row in view.accepted)
    return Table("Knowingly accepted", VERSION | {"Rule": 50, "Sessions": 50, "Who": 20, "Why": 60}, rows)


def _public_programme(view: PublicView) -> Table:
    columns = WHEN | {"What": 30, "Who takes part": 50, "Provisional": 11}
    rows = tuple(
        (*when(line.start, line.end, view.edition), line.title, joined(line.roles), yes(day.provisional))
        for day in view.days
        for line in day.lines
    )
    return Table("Programme", columns, rows, shade_by="Date")


def _by_role(view: PublicView) -> Table:
    columns = {"Role": 40} | WHEN | {"What": 30, "Provisional": 11}
    lines = tuple((day, line) for day in view.days for line in day.lines)
    rows = tuple(
        (role, *when(line.start, line.end, view.edition), line.title, yes(day.provisional))
        for role in sorted({role for _, line in lines for role in line.roles})
        for day, line in lines
        if role in line.roles
    )
    return Table("By role", columns, rows, shade_by="Role")
