"""The weeks of the reviewers' programme in Word: a row a day with a column for each of them, or a row a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil

from docx.document import Document

from planner.outgoing.documents import dates
from planner.outgoing.documents.day_lists import MOST_AREAS, Listed, as_lists, rows_of
from planner.outgoing.documents.word_day_rows import DATE_WIDTH, day_cell, day_rows, time_cell, with_place
from planner.outgoing.documents.word_paper import TEXT_WIDTH
from planner.outgoing.documents.word_sections import add
from planner.outgoing.documents.word_tables import Cell, Column, Line, Row, add_table, cell
from planner.outgoing.documents.word_text import BREAK, TAB, Piece, opening
from planner.outgoing.places import ONLINE
from planner.outgoing.views import Edition, ReviewerLine, ReviewerWeek

MIDDLE_DOT = " \N{MIDDLE DOT} "
SIDE_BY_SIDE = 3
"""Reviewers beside each other on A4 across at a size that can be read; a fourth stands in a table below."""

WIDE_COLUMNS = 2
"""Reviewers beside each other with room for a column of times."""


def reviewer_weeks(document: Document, weeks: Sequence[ReviewerWeek], edition: Edition) -> None:
    """The weeks as the reviewers see them: their areas as heading, what they wait for, their days."""
    pauses = dates.pauses([week.monday for week in weeks])
    for week in weeks:
        if week.monday in pauses:
            add(document, "Note", pauses[week.monday])
        number, areas = dates.week_number(week.number), "; ".join(week.areas)
        in_heading = 0 < len(week.areas) <= MOST_AREAS
        add(document, "heading 1", f"{number}: {areas}" if in_heading else number)
        if areas and not in_heading:
            add(document, "Note", areas)
        for awaited in week.provisional:
            add(document, "Flag", _provisional(awaited))
        if as_lists(edition):
            _listed_week(document, week, edition)
        else:
            _columns_of_week(document, week, edition)


def _columns_of_week(document: Document, week: ReviewerWeek, edition: Edition) -> None:
    for first, last in _side_by_side(len(edition.reviewers)):
        heads = edition.reviewers[first:last]
        if first:
            add(document, "Note", f"{dates.week_number(week.number)}, continued: {'; '.join(heads)}")
        width, narrow = (TEXT_WIDTH - DATE_WIDTH) // len(heads), len(heads) > WIDE_COLUMNS
        columns = [Column("Date", DATE_WIDTH), *(Column(head, width) for head in heads)]
        rows = [
            Row((day_cell(day.date), *(_sessions(lines, edition.zone, narrow) for lines in day.columns[first:last])))
            for day in week.days
        ]
        add_table(document, columns, rows)


def _listed_week(document: Document, week: ReviewerWeek, edition: Edition) -> None:
    shares = {"Time": 1390, "Session": 4700, "Held by": 2600, "With": 2500}
    rows = [
        row
        for day in week.days
        for row in day_rows(day.date, [_listed_cells(one, edition.zone) for one in rows_of(day, edition)])
    ]
    add_table(document, with_place(shares), rows)


def _side_by_side(reviewers: int) -> Iterable[tuple[int, int]]:
    """First and last column of each table, as even as can be."""
    tables = ceil(reviewers / SIDE_BY_SIDE)
    edges = [reviewers * table // tables for table in range(tables + 1)]
    return pairwise(edges)


def _provisional(awaited: str) -> str:
    words = awaited.rstrip(".")
    return f"Provisional {words}." if words.lower().startswith("until ") else f"Provisional: {words}."


def _sessions(lines: Iterable[ReviewerLine], zone: str, narrow: bool) -> Cell:
    width = "Narrow " if narrow else ""
    after_times = " " if narrow else TAB
    return tuple(
        Line(f"{width}{'Session' if line.evidence else 'Standing Session'}", _session(line, zone, after_times))
        for line in lines
    )


def _session(line: ReviewerLine, zone: str, after_times: str) -> tuple[Piece, ...]:
    place = "" if line.place == ONLINE else line.place
    asides = [line.code, f"with {line.met}" if line.met else "", place]
    times = dates.stretch(line.start, line.end, zone)
    below = BREAK if line.met or place else " "
    return ((times, "Time"), after_times, *_titled(line), below, (MIDDLE_DOT.join(filter(None, asides)), "Aside"))


def _titled(line: ReviewerLine) -> tuple[Piece, ...]:
    title = f"{line.title} ({', '.join(line.cases)})" if line.cases else line.title
    return (title, " ", ("reserve case", "Mark")) if line.reserve else (title,)


def _listed_cells(one: Listed, zone: str) -> tuple[Cell, ...]:
    line = one.line
    code: tuple[Piece, ...] = (" ", (one.code, "Aside")) if one.code else ()
    return (
        time_cell(line.start, line.end, zone),
        (Line("Cell", (*_titled(line), *code)),),
        tuple(Line("Cell", (name,)) for name in one.who),
        cell(line.met),
        cell(opening(line.place)),
    )
