"""Harmful corruptions of the lists are one sentence and change nothing; harmless mess draws the same cases."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from planner.commands.folder import Stated, state

SHIPPED = Path(__file__).parents[3] / "planner" / "formats" / "self-directed-review"

Rows = list[list[object]]
Spoil = Callable[[Path], None]

WORKBOOK = "annex-a.xlsx"


def nobody_asks(_new: bool) -> str:
    raise AssertionError("the shipped review needs no passphrase")


@cache
def sheets() -> dict[str, Rows]:
    """The sheets of the shipped Annex A workbook."""
    book = CalamineWorkbook.from_path(SHIPPED / "cases" / WORKBOOK)
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [list(row) for row in csv.reader(file)]


def in_csv(name: str, change: Callable[[Rows], object]) -> Spoil:
    """Change the rows of a CSV list; the first is its header."""

    def spoil(cases: Path) -> None:
        rows = read_csv(cases / name)
        change(rows)
        with (cases / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    return spoil


def in_sheet(name: str, change: Callable[[Rows], object]) -> Spoil:
    """Change the rows of a sheet of the workbook; a title stands above its header."""

    def spoil(cases: Path) -> None:
        copied = {sheet: [list(row) for row in rows] for sheet, rows in sheets().items()}
        change(copied[name])
        write(cases / WORKBOOK, copied)

    return spoil


def write(path: Path, book: dict[str, Rows]) -> None:
    with xlsxwriter.Workbook(path) as out:
        day = out.add_format({"num_format": "dd/mm/yyyy"})
        for title, rows in book.items():
            page = out.add_worksheet(title)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(at, column, cell, day)
                    elif cell != "":
                        page.write(at, column, cell)


def column(rows: Rows, name: str) -> tuple[int, int]:
    """The row of the header and the position of a column in it."""
    header = next(at for at, row in enumerate(rows) if name in row)
    return header, rows[header].index(name)


def setting(name: str, value: object, nth: int = 0) -> Callable[[Rows], None]:
    """Write one value into a column, in the nth row below the header."""

    def change(rows: Rows) -> None:
        header, at = column(rows, name)
        rows[header + 1 + nth][at] = value

    return change


def setting_all(name: str, value: object) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        header, at = column(rows, name)
        for row in rows[header + 1 :]:
            row[at] = value

    return change


def renaming(name: str, other: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        header, at = column(rows, name)
        rows[header][at] = other

    return change


def without(name: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        _, at = column(rows, name)
        for row in rows:
            if at < len(row):
                del row[at]

    return change


def content(name: str, what: bytes) -> Spoil:
    def spoil(cases: Path) -> None:
        (cases / name).write_bytes(what)

    return spoil


def missing(name: str) -> Spoil:
    def spoil(cases: Path) -> None:
        (cases / name).unlink()

    return spoil


def a_folder(name: str) -> Spoil:
    def spoil(cases: Path) -> None:
        (cases / name).unlink()
        (cases / name).mkdir()

    return spoil


def without_sheet(name: str) -> Spoil:
    def spoil(cases: Path) -> None:
        write(cases / WORKBOOK, {sheet: rows for sheet, rows in sheets().items() if sheet != name})

    return spoil


def only_header(rows: Rows) -> None:
    del rows[1:]


def only_title(rows: Rows) -> None:
    del rows[1:]


CSV_LISTS = (
    "audits.csv",
    "edge-of-care.csv",
    "exploitation.csv",
    "fostering.csv",
    "groups.csv",
    "iros.csv",
    "life-story.csv",
    "missing.csv",
    "mothers.csv",
    "plo.csv",
    "pregnancy.csv",
)

HARMFUL: dict[str, Spoil] = {
    **{f"{name} is missing": missing(name) for name in (*CSV_LISTS, WORKBOOK)},
    "a workbook that is text": content(WORKBOOK, b"Child Unique ID;Case status\n"),
    "a workbook cut short": content(WORKBOOK, (SHIPPED / "cases" / WORKBOOK).read_bytes()[:4000]),
    "an empty workbook": content(WORKBOOK, b""),
    "a workbook that is an archive of nothing": content(WORKBOOK, b"PK\x05\x06" + bytes(18)),
    "an empty list": content("audits.csv", b""),
    "a list of blank lines": content("plo.csv", b"\n\n \n"),
    "a list that is a picture": content("iros.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\x81"),
    "a list that is a folder": a_folder("missing.csv"),
    "a workbook that is a folder": a_folder(WORKBOOK),
    "no sheet List_6": without_sheet("List_6"),
    "no sheet List_8": without_sheet("List_8"),
    "a header and no rows": in_csv("exploitation.csv", only_header),
    "a title and no header": in_sheet("List_7", only_title),
    "no identifier": in_csv("audits.csv", without("Child Unique ID")),
    "an identifier by another name": in_csv("groups.csv", renaming("Child Unique ID", "Pupil")),
    "no identifier on a sheet": in_sheet("List_6", without("Child Unique ID")),
    "no grade": in_csv("audits.csv", without("Grade")),
    "no audit date": in_csv("audits.csv", without("Audit Date")),
    "no level": in_csv("exploitation.csv", renaming("Level", "Stage of risk")),
    "no start of the episode": in_csv("missing.csv", without("Episode Start")),
    "no worker": in_csv("iros.csv", without("IRO")),
    "no legal status": in_sheet("List_8", without("Child's Legal Status")),
    "no case status": in_sheet("List_6", without("Case status")),
    "a blank identifier": in_csv("missing.csv", setting("Child Unique ID", "", 5)),
    "a blank identifier in the last row": in_csv("plo.csv", setting("Child Unique ID", "  ", -2)),
    "a blank identifier on a sheet": in_sheet("List_6", setting("Child Unique ID", "", 7)),
    "an audit on 31 February": in_csv("audits.csv", setting("Audit Date", "31/02/2021", 3)),
    "an audit some time": in_csv("audits.csv", setting("Audit Date", "spring", 3)),
    "an episode on day 45": in_csv("missing.csv", setting("Episode Start", "45/01/2021", 3)),
    "a letter in month 13": in_csv("plo.csv", setting("Letter Before Proceedings Date", "01/13/2021", 3)),
    "a meeting nobody dated": in_csv("groups.csv", setting("Meeting Date", "n/k", 3)),
    "care that began on 30 February": in_sheet("List_8", setting("Date Started to be Looked After", "30/02/2021", 3)),
    "a plan that ended on 99 March": in_sheet("List_7", setting("Child Protection Plan End Date", "99/03/2021", 3)),
    "reviewing officers unknown to the staff": in_csv("iros.csv", setting_all("IRO", "Nobody Known")),
    "supervising workers unknown to the staff": in_csv(
        "fostering.csv", setting_all("Supervising Social Worker", "Nobody Known")
    ),
    "edge of care workers unknown to the staff": in_csv(
        "edge-of-care.csv", setting_all("Edge of Care Worker", "Nobody Known")
    ),
    "family support workers unknown to the staff": in_csv(
        "missing.csv", setting_all("Family Support Worker", "Nobody Known")
    ),
    "social workers unknown to the staff": in_sheet("List_6", setting_all("Allocated Worker", "Nobody Known")),
}


def last_first(rows: Rows) -> None:
    width = max(map(len, rows))
    for row in rows:
        row.extend([""] * (width - len(row)))
        row.reverse()


def spaced(rows: Rows) -> None:
    for row in rows:
        row[:] = [f"  {cell} " if isinstance(cell, str) and cell else cell for cell in row]


def titled(rows: Rows) -> None:
    rows.insert(0, ["Sent by the data team", "", ""])
    rows.insert(1, [""])


def shouted(rows: Rows) -> None:
    header = next(at for at, row in enumerate(rows) if "Child Unique ID" in row)
    rows[header][:] = [str(cell).upper() for cell in rows[header]]


def backwards(rows: Rows) -> None:
    header = next(at for at, row in enumerate(rows) if "Child Unique ID" in row)
    rows[header + 1 :] = reversed(rows[header + 1 :])


def dated_as_text(rows: Rows) -> None:
    for row in rows:
        row[:] = [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row]


def gapped(rows: Rows) -> None:
    rows.insert(6, [""] * len(rows[5]))
    rows.append([])


def noted(rows: Rows) -> None:
    rows[0].append("Notes")
    for row in rows[1:]:
        row.append("seen")


def as_semicolons(cases: Path) -> None:
    rows = read_csv(cases / "audits.csv")
    (cases / "audits.csv").write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")


def with_windows_lines(cases: Path) -> None:
    text = (cases / "plo.csv").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    (cases / "plo.csv").write_bytes(text)


HARMLESS: dict[str, Spoil] = {
    "columns the other way round": in_csv("audits.csv", last_first),
    "columns of a sheet the other way round": in_sheet("List_8", last_first),
    "spaces around everything": in_csv("missing.csv", spaced),
    "spaces around everything on a sheet": in_sheet("List_6", spaced),
    "a title above the header": in_csv("plo.csv", titled),
    "two titles above the header of a sheet": in_sheet("List_7", titled),
    "a header in capitals": in_csv("groups.csv", shouted),
    "a header of a sheet in capitals": in_sheet("List_8", shouted),
    "rows the other way round": in_csv("missing.csv", backwards),
    "rows of a sheet the other way round": in_sheet("List_6", backwards),
    "dates of a sheet as text": in_sheet("List_8", dated_as_text),
    "dates of another sheet as text": in_sheet("List_7", dated_as_text),
    "blank rows": in_csv("exploitation.csv", gapped),
    "blank rows on a sheet": in_sheet("List_7", gapped),
    "a column of notes": in_csv("iros.csv", noted),
    "columns separated by semicolons": as_semicolons,
    "lines that end as Windows ends them": with_windows_lines,
}


@cache
def as_shipped() -> Stated:
    return state(SHIPPED, nobody_asks)


@pytest.mark.parametrize("what", HARMFUL)
def test_harmful_list_is_refused_in_one_sentence_and_nothing_is_written(
    what: str,
    review: Path,
    planner: Callable[..., tuple[int, str, str]],
    bytes_of: Callable[[Path], dict[str, bytes]],
) -> None:
    HARMFUL[what](review / "cases")
    before = bytes_of(review)
    code, out, err = planner("plan", "--folder", review)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert re.search(r"[.?]\n\Z", err)
    assert "Traceback" not in err
    assert not re.search(r"C00\d{4}", err)
    assert bytes_of(review) == before


@pytest.mark.parametrize("what", HARMLESS)
def test_harmless_list_draws_the_same_cases_for_the_same_problem(what: str, tmp_path: Path) -> None:
    review = Path(shutil.copytree(SHIPPED, tmp_path / "review"))
    HARMLESS[what](review / "cases")
    stated = state(review, nobody_asks)
    assert stated.certificates == as_shipped().certificates
    assert stated.problem == as_shipped().problem
