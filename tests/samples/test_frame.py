"""Reading lists as they are sent: harmful input is refused in one sentence, harmless mess is read past and told."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from samples.cells import read_cell
from samples.errors import InputRefused
from samples.frame import CaseList, Lists, ListSource, read_lists
from samples.reference import reference

KEY = b"a key for tests only"
AS_AT = date(2021, 4, 14)
HEADER = ["Child Unique ID", "Ethnicity", "Date Started to be Looked After", "Child's Legal Status", "Allocated Worker"]
ROW = ["C000123", "a) WBRI", date(2021, 3, 10), "C1: ICO", "Worker A"]
PLACE = "list care (list.xlsx, sheet List_8)"

Write = Callable[..., ListSource]


def refer(identifier: str) -> str:
    return reference(KEY, identifier)


def read_one(folder: Path, source: ListSource) -> tuple[CaseList, tuple[str, ...]]:
    lists = read_lists(folder, (source,), refer)
    return lists[source.id], lists.notices


def refusal(folder: Path, *sources: ListSource) -> str:
    with pytest.raises(InputRefused) as refused:
        read_lists(folder, sources, refer)
    return refused.value.sentence


def texts(cases: CaseList) -> list[list[str]]:
    return [[cases.cell(row, column).text for column in cases.columns] for row in cases.rows]


def test_list_is_read_by_reference_and_withholds_what_nobody_may_look_at(tmp_path: Path, workbook: Write) -> None:
    cases, notices = read_one(tmp_path, workbook([HEADER, ROW]))
    assert cases.columns == ("Date Started to be Looked After", "Child's Legal Status", "Allocated Worker")
    assert texts(cases) == [["2021-03-10", "C1", "Worker A"]]
    assert [(row.reference, row.number) for row in cases.rows] == [(refer("C000123"), 2)]
    assert notices == ()


def test_title_row_above_the_header_is_read_past_and_told(tmp_path: Path, workbook: Write) -> None:
    cases, notices = read_one(tmp_path, workbook([["List 8: Children in care"], HEADER, ROW]))
    assert cases.rows[0].number == 3
    assert notices == (f"{PLACE}: the header stands on row 2; what is above it was read past.",)


def test_merged_title_row_is_read_past(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "List_8"
    page.append(["List 8"])
    page.merge_cells("A1:E1")
    page.append(HEADER)
    page.append(ROW)
    book.save(tmp_path / "list.xlsx")
    source = ListSource(id="care", title="Care", file="list.xlsx", sheet="List_8", as_at=AS_AT)
    cases, notices = read_one(tmp_path, source)
    assert texts(cases) == [["2021-03-10", "C1", "Worker A"]]
    assert notices == (f"{PLACE}: the header stands on row 2; what is above it was read past.",)


def test_columns_in_any_order_and_spelling_are_the_same_columns(tmp_path: Path, workbook: Write) -> None:
    spelled = ["ALLOCATED  worker ", "Child\u2019s Legal Status?", "child unique id", "Date started to be looked after"]
    cases, notices = read_one(tmp_path, workbook([spelled, ["Worker A", "C1", "C000123", "10/03/2021"]]))
    row = cases.rows[0]
    assert row.reference == refer("C000123")
    assert cases.cell(row, "Child's Legal Status").text == "C1"
    assert cases.cell(row, "Date Started to be Looked After").date == date(2021, 3, 10)
    assert cases.cell(row, "Allocated Worker").text == "Worker A"
    assert notices == (f"{PLACE}, column 'Date started to be looked after': 1 date written as text.",)


def test_header_that_2024_shortened_is_the_same_column(tmp_path: Path, workbook: Write) -> None:
    cases, _ = read_one(tmp_path, workbook([["Child Unique ID", "Age"], ["C1", 7]]))
    assert cases.cell(cases.rows[0], "Age of Child (Years)").text == "7"


def test_sheet_spelled_otherwise_is_read_and_told(tmp_path: Path, workbook: Write) -> None:
    _, notices = read_one(tmp_path, workbook([HEADER, ROW], sheet="LIST 8"))
    assert notices == (f"{PLACE}: the sheet LIST 8 was read for List_8.",)


def test_only_sheet_needs_no_name(tmp_path: Path, workbook: Write) -> None:
    cases, _ = read_one(tmp_path, workbook([HEADER, ROW], sheet="Export", named=""))
    assert len(cases.rows) == 1


def test_blanks_and_empty_rows_are_read_past(tmp_path: Path, workbook: Write) -> None:
    rows = [HEADER, [], [" C000123 ", "", datetime(2021, 3, 10, 9, 30), "C1 ", "Worker\u00a0 A"], [], ["", " "]]  # noqa: DTZ001
    cases, notices = read_one(tmp_path, workbook(rows))
    assert texts(cases) == [["2021-03-10", "C1", "Worker A"]]
    assert (cases.rows[0].reference, cases.rows[0].number) == (refer("C000123"), 3)
    assert notices == (f"{PLACE}: 1 identifier had blanks around.",)


def test_number_as_identifier_is_the_number_without_decimals(tmp_path: Path, workbook: Write) -> None:
    cases, _ = read_one(tmp_path, workbook([HEADER, [123456, *ROW[1:]]]))
    assert cases.rows[0].reference == refer("123456")


def test_many_rows_of_one_child_are_one_reference(read: Callable[..., Lists]) -> None:
    cases = read(missing="Child Unique ID,Episode Start\nC1,01/02/2021\nC2,02/02/2021\nc1,2021-02-03\n")["missing"]
    assert {key: len(rows) for key, rows in cases.by_reference.items()} == {refer("C1"): 2, refer("C2"): 1}


def test_codes_and_dates_that_cannot_be_read_are_told_and_kept(tmp_path: Path, workbook: Write) -> None:
    rows = [HEADER, ["C1", "", "31/02/2021", "C1", ""], ["C2", "", date(2021, 2, 1), "S20", "#N/A"]]
    cases, notices = read_one(tmp_path, workbook(rows))
    assert texts(cases) == [["31/02/2021", "C1", ""], ["2021-02-01", "S20", ""]]
    assert notices == (
        f"{PLACE}, column 'Date Started to be Looked After': 1 date no calendar has.",
        f"{PLACE}, column 'Child's Legal Status': 1 cell could not be read to a code.",
    )


def test_column_without_a_header_is_not_read_and_told(tmp_path: Path, workbook: Write) -> None:
    cases, notices = read_one(tmp_path, workbook([["Child Unique ID", "", "Level"], ["C1", "stray", "Low"]]))
    assert texts(cases) == [["Low"]]
    assert notices == (f"{PLACE}: a column without a header was not read.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_is_read_as_utf_8_with_or_without_a_mark(tmp_path: Path, encoding: str) -> None:
    text = "Child Unique ID,Child\u2019s Legal Status\nC1,C1: ICO\n"
    (tmp_path / "care.csv").write_text(text, encoding=encoding)
    cases, notices = read_one(tmp_path, ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT))
    assert (texts(cases), notices) == ([["C1"]], ())


def test_csv_in_windows_text_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "care.csv").write_bytes("Child Unique ID,Child\u2019s Legal Status\nC1,C2: FCO\n".encode("cp1252"))
    cases, notices = read_one(tmp_path, ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT))
    assert texts(cases) == [["C2"]]
    assert notices == ("list care (care.csv): the file care.csv is not UTF-8; it was read as Windows text.",)


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_csv_with_another_separator_is_read_and_told(tmp_path: Path, mark: str, name: str) -> None:
    (tmp_path / "care.csv").write_text(f"Child Unique ID{mark}Level\nC1{mark}Low, so far\n", encoding="utf-8")
    cases, notices = read_one(tmp_path, ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT))
    assert texts(cases) == [["Low, so far"]]
    assert notices == (f"list care (care.csv): the columns of care.csv are separated by {name}, not by commas.",)


def test_csv_with_semicolons_in_its_texts_is_still_separated_by_commas(read: Callable[..., Lists]) -> None:
    lists = read(care="List 8\n\nChild Unique ID,Level\nC1,low; so far; as seen; by us\n")
    assert texts(lists["care"]) == [["low; so far; as seen; by us"]]


def test_csv_with_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    (tmp_path / "care.csv").write_text('Child Unique ID,Level\nC1,"Low\nC2,High\n', encoding="utf-8")
    source = ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT)
    found = "the file care.csv is not a CSV file (unexpected end of data). Save it as CSV UTF-8."
    assert refusal(tmp_path, source) == f"list care (care.csv): {found}"


def test_damaged_workbook_is_read_or_refused_and_never_breaks(tmp_path: Path, workbook: Write) -> None:
    source = workbook([["List 8"], HEADER, *[ROW] * 30])
    whole = (tmp_path / "list.xlsx").read_bytes()
    chance = random.Random(20210414)
    refused: list[str] = []
    for _ in range(150):
        damaged = bytearray(whole[: chance.randrange(100, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (tmp_path / "list.xlsx").write_bytes(bytes(damaged))
        try:
            read_lists(tmp_path, (source,), refer)
        except InputRefused as refusal:
            refused.append(refusal.sentence)
    assert len(refused) > 100
    assert [said for said in refused if "C000123" in said or "\n" in said or not said.startswith("list care (")] == []


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "audits.csv").write_text("x", encoding="utf-8")
    source = ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT)
    there = f"The folder {tmp_path.name} holds audits.csv."
    assert refusal(tmp_path, source) == f"list care (care.csv): there is no file care.csv. {there}"


def test_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "care.csv").write_text("Child Unique ID\nC1\n", encoding="utf-8")
    source = ListSource(id="care", title="Care", file="../care.csv", as_at=AS_AT)
    assert refusal(tmp_path / "cases", source) == (
        "list care (../care.csv): the file '../care.csv' does not lie in the folder cases. Move the file there."
    )


@pytest.mark.parametrize("file", ["care.xlsx", "care.csv"])
def test_empty_file_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_bytes(b" \n")
    source = ListSource(id="care", title="Care", file=file, as_at=AS_AT)
    assert refusal(tmp_path, source) == f"list care ({file}): the file {file} is empty. Ask for the list again."


@pytest.mark.parametrize("content", [b"Child Unique ID,Name\nC1,x\n", b"PK\x03\x04 cut off", b"\x00\x01\x02" * 50])
def test_file_that_is_not_a_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "care.xlsx").write_bytes(content)
    source = ListSource(id="care", title="Care", file="care.xlsx", as_at=AS_AT)
    found = "the file care.xlsx is not an Excel workbook. Save it as .xlsx or .csv."
    assert refusal(tmp_path, source) == f"list care (care.xlsx): {found}"


def test_workbook_named_csv_is_refused(tmp_path: Path, workbook: Write) -> None:
    workbook([HEADER, ROW])
    (tmp_path / "list.xlsx").rename(tmp_path / "care.csv")
    source = ListSource(id="care", title="Care", file="care.csv", as_at=AS_AT)
    found = "the file care.csv is not a CSV file. Save it as CSV UTF-8, or name it .xlsx."
    assert refusal(tmp_path, source) == f"list care (care.csv): {found}"


def test_missing_sheet_is_refused_with_the_sheets_there_are(tmp_path: Path, workbook: Write) -> None:
    source = workbook([HEADER, ROW], sheet="List_7")
    assert refusal(tmp_path, source) == f"{PLACE}: the file list.xlsx has no sheet List_8. Its sheets are List_7."


def test_missing_identifier_column_is_refused_with_a_likely_one(tmp_path: Path, workbook: Write) -> None:
    source = workbook([["Child ID", "Level"], ["C000123", "Low"]])
    assert refusal(tmp_path, source) == (
        f"{PLACE}: there is no column 'Child Unique ID' in its first 5 rows. "
        "Is it 'Child ID'? Then name that as the list's identifier."
    )


def test_list_without_a_header_is_refused_without_showing_a_child(tmp_path: Path, workbook: Write) -> None:
    said = refusal(tmp_path, workbook([ROW, ROW]))
    assert said == f"{PLACE}: there is no column 'Child Unique ID' in its first 5 rows. Check the header row."


def test_column_that_stands_twice_is_refused(tmp_path: Path, workbook: Write) -> None:
    source = workbook([["Child Unique ID", "Level", "LEVEL "], ["C1", "Low", "High"]])
    assert refusal(tmp_path, source) == (
        f"{PLACE}, row 1: the column 'Level' stands there twice. Remove or rename one of them."
    )


@pytest.mark.parametrize("blank", ["", "  ", "#N/A", None])
def test_blank_identifier_is_refused_with_its_row(tmp_path: Path, workbook: Write, blank: object) -> None:
    source = workbook([["List 8"], HEADER, ROW, [blank, *ROW[1:]]])
    assert refusal(tmp_path, source) == (
        f"{PLACE}, row 4: the column 'Child Unique ID' is blank. "
        "Every row needs the child's identifier; ask for it, or remove the row."
    )


def test_list_without_rows_is_refused(tmp_path: Path, workbook: Write) -> None:
    said = f"{PLACE}: there is no row below its header. Ask for the list again."
    assert refusal(tmp_path, workbook([["List 8"], HEADER])) == said


def test_two_lists_with_one_id_are_refused(tmp_path: Path, workbook: Write) -> None:
    source = workbook([HEADER, ROW])
    assert refusal(tmp_path, source, source) == f"{PLACE}: two lists have this id. Give one of them another."


def test_row_tells_nothing_of_the_child(tmp_path: Path, workbook: Write) -> None:
    lists = read_lists(tmp_path, (workbook([HEADER, ROW]),), refer)
    assert repr(lists["care"].rows[0]) == "Row(number=2)"
    assert "C000123" not in repr(lists)
    assert "Worker A" not in repr(lists)


def test_columns_that_are_not_needed_are_not_held(tmp_path: Path, workbook: Write) -> None:
    row = [*ROW[:2], "10/03/2021", "C1 or E1", ROW[4]]
    lists = read_lists(tmp_path, (workbook([HEADER, row]),), refer, {"care": ("allocated worker", "Team")})
    cases = lists["care"]
    assert [dict(each.cells) for each in cases.rows] == [{"allocated worker": read_cell("Worker A")}]
    assert [cases.has(name) for name in ("Allocated Worker", "Child's Legal Status", "Team")] == [True, False, False]
    assert cases.columns == ("Date Started to be Looked After", "Child's Legal Status", "Allocated Worker")
    assert lists.notices == ()


def test_list_of_which_no_column_is_needed_tells_who_stands_on_it(tmp_path: Path, workbook: Write) -> None:
    cases = read_lists(tmp_path, (workbook([HEADER, ROW]),), refer, {})["care"]
    assert {reference: [dict(row.cells) for row in rows] for reference, rows in cases.by_reference.items()} == {
        refer("C000123"): [{}]
    }
