"""The weeks of a programme in Word: for reviewers a row a day with a column each, for the others a row a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import ceil

from docx.document import Document

from planner.outgoing.documents import dates
from planner.outgoing.documents.word_paper import TEXT_WIDTH
from planner.outgoing.documents.word_sections import add
from planner.outgoing.documents.word_tables import Cell, Column, Line, Row, add_table, cell
from planner.outgoing.documents.word_text import BREAK, TAB, Piece, opening
from planner.outgoing.views import (
    Edition,
    HostDay,
    HostLine,
    HostPerson,
    PublicDay,
    PublicLine,
    ReviewerLine,
    ReviewerWeek,
)

DATE_WIDTH = 1560
MOST_COLUMNS = 3
"""Reviewers beside each other on A4 across at a size that can be read; more stand in a table below."""

WIDE_COLUMNS = 2
"""Reviewers beside each other with room for a column of times."""

ONLINE = "online"


def reviewer_week(document: Document, week: ReviewerWeek, edition: Edition) -> None:
    """A week as the reviewers see it: its areas as heading, what it waits for, a row a day."""
    number = dates.week_number(week.number)
    add(document, "heading 1", f"{number}: {'; '.join(week.areas)}" if week.areas else number)
    for awaited in week.provisional:
        add(document, "Flag", _provisional(awaited))
    for first, last in _side_by_side(len(edition.reviewers)):
        heads = edition.reviewers[first:last]
        if first:
            add(document, "Note", f"{number}, continued: {', '.join(heads)}")
        width, narrow = (TEXT_WIDTH - DATE_WIDTH) // len(heads), len(heads) > WIDE_COLUMNS
        columns = [Column("Date", DATE_WIDTH), *(Column(head, width) for head in heads)]
        rows = [
            Row((_day(day.date), *(_sessions(lines, edition.zone, narrow) for lines in day.columns[first:last])))
            for day in week.days
        ]
        add_table(document, columns, rows)


def host_weeks(document: Document, days: Sequence[HostDay], zone: str) -> None:
    """The weeks as the council sees them: a row a session."""
    shares = {"Time": 1390, "Session": 4250, "Who": 4000, "Reviewers": 2100}
    columns = _after_date({**shares, "Place": TEXT_WIDTH - DATE_WIDTH - sum(shares.values())})
    for monday, week in groupby(days, key=lambda day: _monday(day.date)):
        _week_beginning(document, monday)
        rows = [
            Row((_day(day.date, again=at > 0), *_host_cells(line, zone)), begins=at == 0)
            for day in week
            for at, line in enumerate(day.lines)
        ]
        add_table(document, columns, rows)


def public_weeks(document: Document, days: Sequence[PublicDay], zone: str) -> None:
    """The weeks as anybody may see them: times, general kinds, roles."""
    shares = {"Time": 1700, "What": 4700}
    columns = _after_date({**shares, "Who takes part": TEXT_WIDTH - DATE_WIDTH - sum(shares.values())})
    for monday, week in groupby(days, key=lambda day: _monday(day.date)):
        _week_beginning(document, monday)
        rows = [
            Row((_public_day(day, again=at > 0), *_public_cells(line, zone)), begins=at == 0)
            for day in week
            for at, line in enumerate(day.lines)
        ]
        add_table(document, columns, rows)


def _side_by_side(reviewers: int) -> Iterable[tuple[int, int]]:
    """First and last column of each table, as even as can be."""
    tables = ceil(reviewers / MOST_COLUMNS)
    edges = [reviewers * table // tables for table in range(tables + 1)]
    return pairwise(edges)


def _after_date(shares: dict[str, int]) -> list[Column]:
    return [Column("Date", DATE_WIDTH), *(Column(head, width) for head, width in shares.items())]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week_beginning(document: Document, monday: date) -> None:
    add(document, "heading 1", f"Week beginning {dates.weekday(monday)} {dates.in_full(monday)}")


def _provisional(awaited: str) -> str:
    words = awaited.rstrip(".")
    return f"Provisional {words}." if words.lower().startswith("until ") else f"Provisional: {words}."


def _day(day: date, *, again: bool = False) -> Cell:
    if again:
        return cell(dates.in_short(day), "Day Again")
    return (Line("Day", (dates.weekday(day), BREAK, dates.in_full(day))),)


def _sessions(lines: Iterable[ReviewerLine], zone: str, narrow: bool) -> Cell:
    width = "Narrow " if narrow else ""
    after_times = " " if narrow else TAB
    return tuple(
        Line(f"{width}{'Session' if line.evidence else 'Standing Session'}", _session(line, zone, after_times))
        for line in lines
    )


def _session(line: ReviewerLine, zone: str, after_times: str) -> tuple[Piece, ...]:
    title = f"{line.title} ({', '.join(line.cases)})" if line.cases else line.title
    place = "" if line.place == ONLINE else line.place
    asides = [line.code, f"with {line.met}" if line.met else "", place]
    mark: tuple[Piece, ...] = (" ", ("reserve case", "Mark")) if line.reserve else ()
    times = dates.stretch(line.start, line.end, zone)
    below = BREAK if line.met or place else " "
    return ((times, "Time"), after_times, title, *mark, below, (", ".join(filter(None, asides)), "Aside"))


def _host_cells(line: HostLine, zone: str) -> tuple[Cell, ...]:
    times = Line("Cell", ((dates.stretch(line.start, line.end, zone), "Time"),))
    code: tuple[Piece, ...] = () if line.code in line.title else (BREAK, (line.code, "Aside"))
    title = Line("Cell", (line.title, *code))
    mark = (Line("Cell", (("Provisional", "Mark"),)),) if line.tentative else ()
    return (
        (times,),
        (title, *mark),
        tuple(Line("Cell", _named(person)) for person in line.people),
        tuple(Line("Cell", (reviewer,)) for reviewer in line.reviewers),
        cell(opening(line.place)),
    )


def _named(person: HostPerson) -> tuple[Piece, ...]:
    alike = person.role.casefold() in ("", person.name.casefold())
    return (person.name,) if alike else (person.name, (f", {person.role}", "Aside"))


def _public_day(day: PublicDay, *, again: bool) -> Cell:
    mark = (Line("Cell", (("Provisional", "Mark"),)),) if day.provisional and not again else ()
    return (*_day(day.date, again=again), *mark)


def _public_cells(line: PublicLine, zone: str) -> tuple[Cell, ...]:
    times = Line("Cell", ((dates.stretch(line.start, line.end, zone), "Time"),))
    return ((times,), cell(line.title), cell(", ".join(line.roles)))
