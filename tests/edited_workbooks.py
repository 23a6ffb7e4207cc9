"""The council's workbook, changed as a manager changes it in Excel, and read back."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from constraints.problem import Session
from planner.commands.edited import written
from planner.intake.edited_programme import EditedProgramme, edited_programme
from planner.intake.programme_workbook import read_sheet
from planner.outgoing.documents.excel import host_xlsx
from planner.outgoing.documents.excel_about import said
from planner.outgoing.host_view import host_view
from planner.outgoing.places import place_of
from planner.outgoing.source import Source
from planner.outgoing.views import HostPerson

HEAD = "3f9a1c07b2d45e18"
COLUMNS = {"Version": "A", "Session": "B", "Date": "C", "Weekday": "D", "Start": "E", "End": "F", "Title": "G"}
COLUMNS |= {"People": "H", "Reviewers": "I", "Place": "J", "Tentative": "K"}

Change = Callable[[Workbook], object]


def with_head(source: Source) -> Source:
    """The same version with a head of its log."""
    return source.model_copy(update={"head": HEAD})


def workbook_of(source: Source, folder: Path, *changes: Change) -> Path:
    """The workbook of a version, changed and saved by a library that did not write it."""
    path = folder / "programme.xlsx"
    path.write_bytes(host_xlsx(host_view(with_head(source))))
    if changes:
        resave(path, *changes)
    return path


def resave(path: Path, *changes: Change) -> None:
    """Change a workbook and save it."""
    book = load_workbook(path)
    for change in changes:
        change(book)
    book.save(path)


def read(source: Source, path: Path) -> EditedProgramme:
    """What a workbook of a version says."""
    own = with_head(source)
    return edited_programme(read_sheet(path), written(own, host_view(own)), own.programme, own.problem)


def cell(name: str, value: object) -> Change:
    """A cell of the programme typed into."""

    def change(book: Workbook) -> None:
        book["Programme"][name] = value

    return change


def row_of(book: Workbook, code: str) -> int:
    """The row of a session."""
    sheet: Worksheet = book["Programme"]
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 2).value == code)


@dataclass(frozen=True)
class Typed:
    """A session as it is meant to come back, and what is typed for it, by column."""

    session: Session
    cells: Mapping[str, object]

    def into(self, code: str) -> Change:
        """Type it into the session's row."""

        def change(book: Workbook) -> None:
            row = row_of(book, code)
            for column, value in self.cells.items():
                book["Programme"][f"{COLUMNS[column]}{row}"] = value

        return change


def legal_edit(source: Source, session: Session, rng: random.Random) -> Typed:
    """Another time, other people or another place, each written in one of the ways in which people write it."""
    cells: dict[str, object] = {}
    said: dict[str, object] = {}
    if rng.random() < 0.7:
        start, end = _times(source, session, rng)
        said |= {"start": start, "end": end}
        cells |= {"Date": _as_date(start, rng), "Start": _as_time(start, rng), "End": _as_time(end, rng)}
    if rng.random() < 0.5:
        said["reviewers"], cells["Reviewers"] = _people(source, session.reviewers, rng)
    if rng.random() < 0.5:
        said["counterparts"], cells["People"] = _people(source, session.counterparts or (), rng)
    if rng.random() < 0.4 and source.problem.sites:
        site = rng.choice(source.problem.sites).id
        room = rng.choice(("", *source.problem.activity[session.activity].rooms))
        moved = session.model_copy(update={"place": site, "room": room})
        said |= {"place": site, "room": room}
        cells["Place"] = rng.choice((str, str.upper))(place_of(source.problem, moved))
    return Typed(session.model_copy(update=said), cells)


def _times(source: Source, session: Session, rng: random.Random) -> tuple[datetime, datetime]:
    days = (source.problem.end - source.problem.start).days
    on = source.problem.start + timedelta(days=rng.randint(0, days))
    begins = datetime.combine(on, time(rng.randint(7, 18), rng.choice((0, 5, 15, 20, 30, 45))), source.problem.tz)
    return begins, begins + timedelta(minutes=rng.choice((30, 60, 75, 150)))


def _as_date(at: datetime, rng: random.Random) -> object:
    on = at.date()
    return rng.choice(
        (
            on,
            datetime.combine(on, time()),
            float((on - date(1899, 12, 30)).days),
            f"{on:%d/%m/%Y}",
            f"{on.day}/{on.month}/{on:%y}",
            f"{on:%Y-%m-%d}",
            f"{on.day} {on:%B %Y}",
            f"{on:%a} {on.day} {on:%b %Y}",
            f" {on:%A}, {on.day} {on:%B} {on.year} ",
        )
    )


def _as_time(at: datetime, rng: random.Random) -> object:
    clock = at.time()
    return rng.choice(
        (
            clock,
            datetime.combine(at.date(), clock),
            (at.hour * 60 + at.minute) / 1440,
            f"{at:%H:%M}",
            f"{at:%H.%M}",
            f"{at:%H%M}",
            f"{at:%I.%M}{at:%p}".lower().lstrip("0"),
            f"{at:%I:%M} {at:%p}",
        )
    )


def _people(source: Source, before: tuple[str, ...], rng: random.Random) -> tuple[tuple[str, ...], str]:
    everybody = source.problem.people
    chosen = rng.sample(everybody, rng.randint(1, min(4, len(everybody))))
    written = [
        rng.choice(
            (person.name, person.id, person.email or person.name, person.name.upper(), _as_listed(source, person.id))
        )
        for person in chosen
    ]
    marks = ("; ", ";", "\n", ", ", " and ") if len(chosen) == 2 else ("; ", ";", "\n", ", ", " ;\n")
    found = {person.id for person in chosen}
    ids = before if found == set(before) else tuple(one.id for one in everybody if one.id in found)
    return ids, rng.choice(marks).join(written)


def _as_listed(source: Source, person: str) -> str:
    one = source.problem.person[person]
    return said(HostPerson(id=one.id, name=one.name, role=one.role, team=one.team, email=one.email))


def shuffled(rng: random.Random) -> Change:
    """Rows sorted anew, with blank rows between them."""

    def change(book: Workbook) -> None:
        sheet: Worksheet = book["Programme"]
        rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
        rng.shuffle(rows)
        sheet.delete_rows(2, sheet.max_row)
        at = 2
        for row in rows:
            at += rng.choice((0, 0, 0, 1))
            for column, value in enumerate(row, start=1):
                sheet.cell(at, column, value)
            at += 1

    return change


def hidden(book: Workbook) -> None:
    """A filter that hides rows, hidden columns."""
    sheet: Worksheet = book["Programme"]
    sheet.auto_filter.add_filter_column(9, ["online"])
    for row in range(2, sheet.max_row, 2):
        sheet.row_dimensions[row].hidden = True
    for column in "BDG":
        sheet.column_dimensions[column].hidden = True


def added(book: Workbook) -> None:
    """A title row, columns and sheets of somebody's own, notes below the table; the programme's sheet renamed."""
    sheet: Worksheet = book["Programme"]
    sheet.title = "Plan v2 (MS)"
    sheet.insert_cols(4)
    sheet["D1"] = "My notes"
    sheet["D3"] = "ask again"
    sheet.insert_rows(1)
    sheet["A1"] = "Programme for the weeks of the review"
    sheet.cell(sheet.max_row + 2, 4, "Room bookings are with the PA")
    book.create_sheet("Scratch")["A1"] = "nothing"


def sessions(source: Source) -> Iterator[tuple[str, Session]]:
    """The sessions on the sheet, with their codes."""
    for one in source.programme.sessions:
        if one.counterparts:
            yield source.codes[one.activity], one
