"""The weeks of a programme in Word for the council and for anybody: a row a session, under a heading a week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from docx.document import Document

from planner.outgoing.documents import dates
from planner.outgoing.documents.word_day_rows import DATE_WIDTH, after_date, day_rows, time_cell, with_place
from planner.outgoing.documents.word_paper import TEXT_WIDTH
from planner.outgoing.documents.word_sections import add
from planner.outgoing.documents.word_tables import Cell, Line, add_table, cell
from planner.outgoing.documents.word_text import BREAK, Piece, opening
from planner.outgoing.views import HostDay, HostLine, HostPerson, PublicDay, PublicLine

Day = TypeVar("Day", HostDay, PublicDay)
SHORT_PLACE = 12
"""Letters of a place that a narrow column holds in a line."""


def host_weeks(document: Document, days: Sequence[HostDay], zone: str) -> None:
    """The weeks as the council sees them: a row a session."""
    shares = {"Time": 1390, "Session": 4250, "Who": 4000, "Reviewers": 2100}
    if any(len(line.place) > SHORT_PLACE for day in days for line in day.lines):
        shares |= {"Session": 3650, "Reviewers": 2200}
    columns = with_place(shares)
    for week in _weeks(document, days):
        rows = [row for day in week for row in day_rows(day.date, [_host_cells(line, zone) for line in day.lines])]
        add_table(document, columns, rows)


def public_weeks(document: Document, days: Sequence[PublicDay], zone: str) -> None:
    """The weeks as anybody may see them: times, general kinds, roles."""
    shares = {"Time": 1700, "What": 4700}
    columns = after_date({**shares, "Who takes part": TEXT_WIDTH - DATE_WIDTH - sum(shares.values())})
    for week in _weeks(document, days):
        rows = [
            row
            for day in week
            for row in day_rows(day.date, [_public_cells(line, zone) for line in day.lines], _mark(day.provisional))
        ]
        add_table(document, columns, rows)


def _weeks(document: Document, days: Sequence[Day]) -> Iterator[tuple[Day, ...]]:
    """The days of each week that holds any, once its heading stands in the document."""
    weeks = {monday: tuple(week) for monday, week in groupby(days, key=lambda day: dates.monday_of(day.date))}
    pauses = dates.pauses(tuple(weeks))
    for monday, week in weeks.items():
        if monday in pauses:
            add(document, "Note", pauses[monday])
        add(document, "heading 1", f"Week beginning {dates.weekday(monday)} {dates.in_full(monday)}")
        yield week


def _host_cells(line: HostLine, zone: str) -> tuple[Cell, ...]:
    code: tuple[Piece, ...] = () if line.code in line.title else (BREAK, (line.code, "Aside"))
    title = Line("Cell", (line.title, *code))
    return (
        time_cell(line.start, line.end, zone),
        (title, *_mark(line.tentative)),
        tuple(Line("Cell", _named(person)) for person in line.people),
        tuple(Line("Cell", (reviewer,)) for reviewer in line.reviewers),
        cell(opening(line.place)),
    )


def _mark(provisional: bool) -> Cell:
    return (Line("Cell", (("Provisional", "Mark"),)),) if provisional else ()


def _named(person: HostPerson) -> tuple[Piece, ...]:
    alike = person.role.casefold() in ("", person.name.casefold())
    return (person.name,) if alike else (person.name, (f", {person.role}", "Aside"))


def _public_cells(line: PublicLine, zone: str) -> tuple[Cell, ...]:
    return (time_cell(line.start, line.end, zone), cell(line.title), cell("; ".join(line.roles)))
