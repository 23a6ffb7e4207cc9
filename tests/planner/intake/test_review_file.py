"""Reading a review folder."""

from __future__ import annotations

import time as clock
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from constraints.problem import Conflicts, Mode
from planner.intake.review import (
    About,
    Away,
    CaseEntry,
    GapEntry,
    NeedEntry,
    Review,
    ScopeEntry,
    TravelEntry,
)
from planner.intake.review_file import read_review
from planner.layout import REVIEW_TOML, REVIEW_XLSX
from samples.errors import InputRefused
from samples.strata import Condition, Holder

Tables = dict[str, Any]
Sheets = dict[str, list[list[Any]]]


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A local time in April 2021, as a diary has it."""
    return datetime.combine(date(2021, 4, day), time(hour, minute))


def refused(folder: Path) -> str:
    """The sentence with which a folder is refused."""
    with pytest.raises(InputRefused) as error:
        read_review(folder)
    return str(error.value)


@pytest.fixture
def small(small_text: str, tmp_path: Path) -> Review:
    """The small review, read from its text."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / REVIEW_TOML).write_text(small_text, encoding="utf-8")
    return read_review(folder)


def test_read_review_text_holds_every_part(small: Review) -> None:
    assert small.about == About(
        id="SR",
        title="Small review",
        start=date(2021, 4, 15),
        end=date(2021, 5, 14),
        declared_end=date(2021, 5, 13),
        closures=(date(2021, 5, 4),),
        seed="12345678901234567890",
        patience=3.0,
        invited=date(2021, 4, 6),
    )
    assert small.staff[0].conflicts == Conflicts(teams=("Duty",), people=("sw-02",))
    assert small.away[0] == Away(who="sw-01", start=local(27, 9), end=local(27, 13))
    assert small.areas[0].scope == (
        ScopeEntry(id="court", title="Work in court"),
        ScopeEntry(id="kin", title="Family and friends"),
    )
    assert small.activities[0].case == CaseEntry(
        stratum="in-court", modes=(Mode.WORKER, Mode.RECORD), record_resource="laptop"
    )
    assert small.activities[1].needs == (
        NeedEntry(pool="reviewers", expertise="fostering"),
        NeedEntry(people=("lead",)),
    )
    assert small.strata[0].where == (
        Condition(column="Legal status", test="is one of", value=("C1", "C2")),
        Condition(column="Age", test="age below", value=8, at="Date"),
        Condition(list="cases", column="Open", test="is not blank", way="still open"),
    )
    assert small.strata[0].others == (
        Holder(list="cases", columns=("IRO", "Deputy IRO"), role="IRO"),
        Holder(columns=("Team Manager",), role="manager"),
    )
    assert small.activities[2].case == CaseEntry(tracks="S01", role="IRO", modes=(Mode.WORKER,))
    assert small.activities[2].gaps == (
        GapEntry(after="S01", least_minutes=30, most_minutes=1500, least_days=0, most_days=1),
    )
    assert (small.activities[3].rooms, small.activities[3].evening) == (("room-1", "room-2"), True)
    assert small.travel == (TravelEntry(between=("hall", "north"), minutes=30),)
    assert small.notices == ()


def test_read_review_workbook_is_the_same_review(
    small: Review,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    assert read_review(in_workbook(as_sheets(small_tables))) == small


@pytest.mark.parametrize("in_sheets", [("staff",), ("staff", "away", "pool"), ("area", "stratum"), ("about", "limits")])
def test_read_review_parts_divided_between_both_files_are_the_same_review(
    in_sheets: tuple[str, ...],
    small: Review,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_toml: Callable[[Tables], Path],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    in_workbook(as_sheets({table: small_tables[table] for table in in_sheets}))
    folder = in_toml({table: value for table, value in small_tables.items() if table not in in_sheets})
    assert read_review(folder) == small


def test_read_review_empty_sheets_leave_their_parts_to_the_text(
    small: Review,
    small_text: str,
    tmp_path: Path,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
    small_tables: Tables,
) -> None:
    (tmp_path / REVIEW_TOML).write_text(small_text, encoding="utf-8")
    folder = in_workbook({name: rows[:1] for name, rows in as_sheets(small_tables).items()})
    assert read_review(folder) == small


def test_read_review_part_in_both_files_names_both_places(
    small_text: str,
    tmp_path: Path,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
    small_tables: Tables,
) -> None:
    (tmp_path / REVIEW_TOML).write_text(small_text, encoding="utf-8")
    in_workbook(as_sheets({"staff": small_tables["staff"]}))
    assert refused(tmp_path) == (
        "review.xlsx, sheet Staff: the same part stands in review.toml, [[staff]], too. "
        "Keep the part 'staff' in one of them."
    )


def test_read_review_misspelt_key_names_the_entry_and_the_nearest_key(
    small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    small_tables["activity"][1]["lenght"] = 60
    small_tables["activity"][1]["shortst"] = small_tables["activity"][1].pop("lenght")
    assert refused(in_toml(small_tables)) == (
        "review.toml, activity 2 'S02': there is no key 'shortst' here. Did you mean 'shortest'?"
    )


def test_read_review_unknown_pool_in_text_names_entry_field_and_nearest_pool(
    small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    small_tables["activity"][0]["needs"][0]["pool"] = "reviewer"
    assert refused(in_toml(small_tables)) == (
        "review.toml, activity 1 'S01', needs 1 pool: there is no pool 'reviewer'. Did you mean 'reviewers'?"
    )


def test_read_review_unknown_pool_on_a_sheet_names_the_cell(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Staff"][2][4] = "reviewrs"
    assert refused(in_workbook(sheets)) == (
        "review.xlsx, sheet Staff, cell E3 (Pools): there is no pool 'reviewrs'. Did you mean 'reviewers'?"
    )


def test_read_review_cells_are_named_below_titles_and_beside_blank_columns(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Staff"] = [["Who is who"], [], *([None, *row] for row in sheets["Staff"])]
    sheets["Staff"][4][4] = "nobody"
    assert refused(in_workbook(sheets)) == (
        "review.xlsx, sheet Staff, cell E5 (Email): 'nobody' is not an e-mail address. Write name@host."
    )


def test_read_review_wrong_scope_item_names_its_own_sheet(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Scope"][2][1] = "court"
    assert refused(in_workbook(sheets)) == (
        "review.xlsx, sheet Scope, cell B3 (Id): 'court' stands here a second time. Give each entry its own."
    )


def test_read_review_wrong_name_in_about_names_cell_and_name(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["About"][3][1] = "soon"
    assert refused(in_workbook(sheets)) == (
        "review.xlsx, sheet About, cell B4 (Value), First day: 'soon' is not a date. "
        "Write a date such as 2021-04-15 or 15/04/2021."
    )


def test_read_review_conflict_with_a_case_is_never_shown(
    small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    small_tables["staff"][0]["conflicts"]["cases"] = [4711]
    assert refused(in_toml(small_tables)) == (
        "review.toml, staff 1 'lead', conflicts cases 1: what stands here is not text. Put it in quotation marks."
    )


def test_read_review_time_with_an_offset_is_refused(small_tables: Tables, in_toml: Callable[[Tables], Path]) -> None:
    small_tables["away"][0]["start"] = small_tables["away"][0]["start"].replace(
        tzinfo=datetime.now().astimezone().tzinfo
    )
    assert "is not a local time" in refused(in_toml(small_tables))


def test_read_review_capital_letters_of_a_word_are_read_and_noticed(
    small: Review, small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    small_tables["activity"][0]["priority"] = "Must"
    review = read_review(in_toml(small_tables))
    assert review.activities == small.activities
    assert review.notices == ("review.toml, activity 1 'S01', priority: capital and small letters were read past.",)


def test_read_review_days_away_without_times_are_whole_days(
    small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Away"][1][1:] = [date(2021, 4, 27), date(2021, 4, 28)]
    sheets["Away"][2][1:] = ["28/04/2021", "28/04/2021"]
    review = read_review(in_workbook(sheets))
    assert [(away.start, away.end) for away in review.away] == [
        (local(27, 0), local(29, 0)),
        (local(28, 0), local(29, 0)),
    ]
    assert review.notices == (
        "review.xlsx, sheet Away, cell B2 (Away from): a date without a time was read as the whole day "
        "(and in 1 more place like it).",
        "review.xlsx, sheet Away, cell C2 (Away to): a date without a time was read as the whole day "
        "(and in 1 more place like it).",
    )


def test_read_review_month_that_excel_made_a_date_is_a_month(
    small: Review, small_tables: Tables, as_sheets: Callable[[Tables], Sheets], in_workbook: Callable[[Sheets], Path]
) -> None:
    sheets = as_sheets(small_tables)
    sheets["Strata"][1][5] = date(2021, 2, 1)
    assert read_review(in_workbook(sheets)).strata == small.strata


def test_read_review_mess_of_one_kind_in_a_column_is_one_notice(
    small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    for member in small_tables["staff"]:
        member["name"] += " "
    assert read_review(in_toml(small_tables)).notices == (
        "review.toml, staff 1 'lead', name: spaces beside or inside the text were dropped "
        "(and in 3 more places like it).",
    )


def test_read_review_absence_outside_the_review_is_noticed(
    small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    small_tables["away"][0] |= {"start": date(2020, 4, 27), "end": date(2020, 4, 27)}
    assert read_review(in_toml(small_tables)).notices[-1] == (
        "review.toml, away 1 'sw-01': this absence lies outside the review and changes nothing."
    )


def test_read_review_byte_order_mark_is_read_past(small: Review, small_text: str, tmp_path: Path) -> None:
    (tmp_path / REVIEW_TOML).write_text(f"\ufeff{small_text}", encoding="utf-8")
    review = read_review(tmp_path)
    assert review.model_copy(update={"notices": ()}) == small
    assert review.notices == ("review.toml: a byte order mark at the start of the file was read past.",)


def test_read_review_no_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none") == "none: there is no such folder. Name the folder that holds the review."


def test_read_review_file_in_place_of_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file").startswith("file: this is a file, not a review folder.")


def test_read_review_folder_without_a_review_names_what_may_be_one(tmp_path: Path) -> None:
    (tmp_path / "review.yaml").touch()
    assert refused(tmp_path) == (
        f"{tmp_path.name}: there is neither review.toml nor review.xlsx in it. "
        "Save review.yaml as review.xlsx or review.toml."
    )


def test_read_review_ninety_people_and_seven_hundred_absences_take_a_quarter_second(
    small_tables: Tables,
    tmp_path: Path,
    as_sheets: Callable[[Tables], Sheets],
    in_toml: Callable[[Tables], Path],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    staff = [
        {"id": f"w-{nth}", "name": f"Worker {nth}", "email": f"w-{nth}@example.org", "pools": ["workers"], "team": "A"}
        for nth in range(90)
    ]
    away = [
        {"who": f"w-{nth % 90}", "start": local(20, 9) + timedelta(days=nth // 90), "end": local(30, 12)}
        for nth in range(700)
    ]
    small_tables["staff"].extend(staff)
    in_workbook(as_sheets({"staff": small_tables.pop("staff"), "away": away}))
    del small_tables["away"]
    folder = in_toml(small_tables)
    took = []
    for _ in range(3):
        began = clock.perf_counter()
        review = read_review(folder)
        took.append(clock.perf_counter() - began)
    assert (len(review.staff), len(review.away)) == (94, 700)
    assert min(took) < 0.25
    assert (tmp_path / REVIEW_XLSX).exists()
