"""Reading a programme written by hand."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from constraints.problem import Activity, CaseDemand, Need, Person, Problem, Session
from planner.intake.programme_file import read_programme
from samples.errors import InputRefused

LONDON = ZoneInfo("Europe/London")
HEAD = "activity,date,start,end,end assumed,reviewers,counterpart"
ROW = "S01,2021-04-27,10:00,11:15,yes,lead,social worker"


@pytest.fixture
def problem() -> Problem:
    return Problem(
        title="Small review",
        start=date(2021, 4, 15),
        end=date(2021, 5, 14),
        people=(Person(id="lead", name="Lead reviewer"), Person(id="second", name="Second reviewer")),
        activities=(
            Activity(
                id="S01", title="A case", kind="interview", shortest=60, longest=75, demand=CaseDemand(stratum="x")
            ),
            Activity(
                id="S02",
                title="Manager",
                kind="interview",
                shortest=60,
                longest=150,
                counterparts=(Need(people=("second",)),),
                place="Town hall",
            ),
            Activity(id="record-1", title="Record", kind="record", shortest=30, longest=60),
        ),
    )


def write(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "handmade.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2021, 4, day, hour, minute, tzinfo=LONDON)


def test_read_programme_states_what_the_file_states(tmp_path: Path, problem: Problem) -> None:
    path = write(
        tmp_path,
        "S02,28/04/2021,9:00,11.30,no,lead; second,head of service",
        ROW,
        "record-1,2021-04-27,17:00,17:30,yes,lead,",
    )
    programme = read_programme(path, problem)
    assert programme.sessions == (
        Session(
            activity="S01", start=at(27, 10), end=at(27, 11, 15), reviewers=("lead",), counterparts=None, cases=None
        ),
        Session(activity="record-1", start=at(27, 17), end=at(27, 17, 30), reviewers=("lead",)),
        Session(
            activity="S02",
            start=at(28, 9),
            end=at(28, 11, 30),
            reviewers=("lead", "second"),
            counterparts=None,
            cases=(),
            place="Town hall",
        ),
    )
    assert programme.remarks == ()
    assert programme.sessions[0].start.utcoffset() == at(27, 10).utcoffset()


@pytest.mark.parametrize("order", [1, -1])
def test_read_programme_activity_twice_on_a_day_keeps_the_later(tmp_path: Path, problem: Problem, order: int) -> None:
    rows = ("record-1,2021-04-22,15:15,16:00,yes,lead,", "record-1,2021-04-22,17:00,17:30,yes,lead,")
    programme = read_programme(write(tmp_path, *rows[::order]), problem)
    assert [session.start for session in programme.sessions] == [at(22, 17)]
    assert programme.remarks == ("Record twice on Thursday 22 April: 15:15 and 17:00, the later counts.",)


def test_read_programme_activity_on_two_days_keeps_the_later(tmp_path: Path, problem: Problem) -> None:
    rows = ("record-1,2021-04-22,15:15,16:00,yes,lead,", "record-1,2021-04-27,9:00,9:30,yes,lead,")
    programme = read_programme(write(tmp_path, *rows), problem)
    assert [session.start for session in programme.sessions] == [at(27, 9)]
    assert programme.remarks == ("Record twice: Thursday 22 April 15:15 and Tuesday 27 April 09:00, the later counts.",)


def test_read_programme_columns_in_another_order_and_case_are_read(tmp_path: Path, problem: Problem) -> None:
    usual = read_programme(write(tmp_path, ROW), problem)
    turned = write(
        tmp_path,
        "",
        " social worker ,lead,YES,11:15,10:00,2021-04-27, S01",
        head="\ufeffCounterpart,Reviewers,End assumed,End,Start,Date,Activity",
    )
    assert read_programme(turned, problem) == usual


@pytest.mark.parametrize(
    ("row", "where", "found"),
    [
        (ROW.replace("S01", "S91"), "row 2, column activity", "there is no activity 'S91'. Did you mean 'S01'?"),
        (ROW.replace("S01", ""), "row 2, column activity", "nothing stands here. Name an activity by its id"),
        (ROW.replace("lead", "leed"), "row 2, column reviewers", "there is no person 'leed'. Did you mean 'lead'?"),
        (ROW.replace("lead", "lead;lead"), "row 2, column reviewers", "'lead' stands here twice."),
        (ROW.replace("04-27", "02-30"), "row 2, column date", "'2021-02-30' is not a date of the calendar."),
        (ROW.replace("2021-04-27", ""), "row 2, column date", "nothing stands here. Write a date"),
        (ROW.replace("10:00", "24:00"), "row 2, column start", "'24:00' is not a time of the day."),
        (ROW.replace("11:15", ""), "row 2, column end", "nothing stands here."),
        (ROW.replace("11:15", "09:15"), "row 2, column end", "09:15 is not after the start, 10:00."),
        (ROW.replace("yes", "maybe"), "row 2, column end assumed", "'maybe' is not yes or no."),
        (f"{ROW},more", "row 2", "'more' stands below no column name."),
    ],
)
def test_read_programme_wrong_cell_is_refused_with_row_and_column(
    tmp_path: Path, problem: Problem, row: str, where: str, found: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        read_programme(write(tmp_path, row), problem)
    assert str(refused.value).startswith(f"handmade.csv, {where}: {found}")


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (HEAD.replace("date,", ""), "handmade.csv, row 1: there is no column date."),
        (HEAD.replace("date", "dates"), "handmade.csv, row 1: there is no column 'dates'. Did you mean 'date'?"),
        (HEAD.replace("date", "start"), "handmade.csv, row 1: the column start stands here twice."),
        (HEAD.replace(",", ";"), "handmade.csv, row 1: the columns are not separated by commas."),
        ("", "handmade.csv, row 1: there is no column 's01'."),
    ],
)
def test_read_programme_wrong_columns_are_refused(tmp_path: Path, problem: Problem, head: str, found: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_programme(write(tmp_path, ROW, head=head), problem)
    assert str(refused.value).startswith(found)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "the file is empty"),
        (b" \n,,\n", "the file is empty"),
        (b"PK\x03\x04", "the file is not CSV"),
        (b"a\0b", "the file is not CSV"),
        (b"\xff\xfe\xfa", "the file is not text in UTF-8"),
        (b'activity,"date', "the file is not CSV"),
    ],
)
def test_read_programme_not_csv_is_refused(tmp_path: Path, problem: Problem, data: bytes, found: str) -> None:
    path = tmp_path / "handmade.csv"
    path.write_bytes(data)
    with pytest.raises(InputRefused) as refused:
        read_programme(path, problem)
    assert str(refused.value).startswith(f"handmade.csv: {found}")
    assert "\n" not in str(refused.value)


def test_read_programme_no_file_is_refused(tmp_path: Path, problem: Problem) -> None:
    with pytest.raises(InputRefused) as refused:
        read_programme(tmp_path / "other.csv", problem)
    assert str(refused.value) == "other.csv: there is no such file. Name a CSV file."


def test_read_programme_folder_is_refused(tmp_path: Path, problem: Problem) -> None:
    with pytest.raises(InputRefused) as refused:
        read_programme(tmp_path, problem)
    assert refused.value.found == "this is a folder, not a file"
