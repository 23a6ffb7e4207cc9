"""The workbook of each view: the programme as rows to filter, and what follows from it.

Each is a pure function of its view: what the view has no place for cannot come into the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from constraints.problem import instant
from planner.outgoing.documents.excel_columns import VERSION, WHEN, joined, sentences, when, yes
from planner.outgoing.documents.excel_host import host_tables
from planner.outgoing.documents.workbook import Table, workbook
from planner.outgoing.views import Edition, HostView, PublicView, ReviewerLine, ReviewerView, ReviewerWeek


def reviewer_xlsx(view: ReviewerView) -> bytes:
    """The reviewers' workbook: programme, day ledger, coverage, what is left out and what changed."""
    tables = [_reviewer_programme(view), _ledger(view), _coverage(view), _left_out(view)]
    tables.append(sentences("Changes", "What changed", view.edition, view.changed))
    if view.notices:
        tables.append(sentences("Notices", "What to know", view.edition, view.notices))
    return workbook(view.edition, "reviewers", tables)


def host_xlsx(view: HostView) -> bytes:
    """The council's workbook: programme, each person's own, each team's own, and what changed."""
    return workbook(view.edition, "the council", host_tables(view))


def public_xlsx(view: PublicView) -> bytes:
    """Anybody's workbook: the programme, and the same by role."""
    return workbook(view.edition, "everyone", [_public_programme(view), _by_role(view)])


def _reviewer_programme(view: ReviewerView) -> Table:
    columns = VERSION | {"Session": 19, "Code": 9} | WHEN
    columns |= {"Reviewers": 15, "What": 34, "Met": 22, "Cases": 14, "Place": 9}
    columns |= {"Week": 6, "Areas of the week": 20, "Provisional": 15}
    rows = tuple(
        (
            *(view.edition.version, line.session, line.code),
            *when(line.start, line.end, view.edition),
            *(joined(reviewers), line.title, line.met, joined(line.cases), line.place),
            *(week.number, joined(week.areas), joined(week.provisional)),
        )
        for week in view.weeks
        for line, reviewers in _lines(week, view.edition)
    )
    return Table("Programme", columns, rows, shade_by="Date")


def _lines(week: ReviewerWeek, edition: Edition) -> Iterator[tuple[ReviewerLine, tuple[str, ...]]]:
    """Each session of a week once, in order of time, and the reviewers in whose columns it stands."""
    for day in week.days:
        held: dict[str, tuple[ReviewerLine, list[str]]] = {}
        for reviewer, lines in zip(edition.reviewers, day.columns, strict=True):
            for line in lines:
                held.setdefault(line.session, (line, []))[1].append(reviewer)
        for line, reviewers in sorted(held.values(), key=lambda of: (instant(of[0].start), instant(of[0].end))):
            yield line, tuple(reviewers)


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
