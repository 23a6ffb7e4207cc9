"""The council's workbook read back: whatever Excel and people leave there, and nothing that cannot be meant."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from edited_workbooks import (
    Change,
    added,
    cell,
    hidden,
    legal_edit,
    read,
    resave,
    row_of,
    sessions,
    shuffled,
    workbook_of,
)
from openpyxl.workbook import Workbook
from outgoing_samples import source as self_directed_source
from sited_samples import LONDON, sited

from constraints.programme import in_time
from planner.intake.programme_workbook import read_sheet
from planner.outgoing.source import Source
from samples.errors import InputRefused

SOURCES: dict[str, Callable[[], Source]] = {"two sites": sited, "self-directed": self_directed_source}
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs soffice")


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest) -> Source:
    return SOURCES[request.param]()


def nothing(book: Workbook) -> None:
    """Opened and saved."""


@pytest.mark.parametrize(
    "changes",
    [(), (nothing,), (hidden,), (added,), (shuffled(random.Random(3)), hidden, added)],
    ids=["as written", "saved again", "filtered", "added to", "all of it"],
)
def test_unedited_workbook_says_that_nothing_changed(
    source: Source, tmp_path: Path, changes: tuple[Change, ...]
) -> None:
    edit = read(source, workbook_of(source, tmp_path, *changes))
    assert (edit.changed, edit.gone) == ({}, ())
    assert edit.programme.sessions == source.programme.sessions


@pytest.mark.parametrize("seed", range(12))
def test_any_legal_edit_comes_back_exactly(source: Source, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    chosen = [one for one in sessions(source) if rng.random() < 0.4]
    typed = {code: legal_edit(source, session, rng) for code, session in chosen}
    mess = [one for one in (hidden, added) if rng.random() < 0.5]
    path = workbook_of(source, tmp_path, *(one.into(code) for code, one in typed.items()), shuffled(rng), *mess)
    edit = read(source, path)
    meant = {one.session.activity: one.session for one in typed.values()}
    expected = [meant.get(one.activity, one) for one in source.programme.sessions]
    assert edit.programme.sessions == tuple(sorted(expected, key=in_time))
    assert set(edit.changed) == {name for name, one in meant.items() if one != source.programme.session[name]}


@needs_office
def test_workbook_saved_by_an_office_program_comes_back(tmp_path: Path) -> None:
    source = sited()
    rng = random.Random(5)
    typed = {code: legal_edit(source, session, rng) for code, session in sessions(source)}
    plain = saved_by_office(workbook_of(source, tmp_path), tmp_path / "plain")
    assert read(source, plain).changed == {}
    path = workbook_of(source, tmp_path, *(one.into(code) for code, one in typed.items()))
    edit = read(source, saved_by_office(path, tmp_path / "edited"))
    meant = {one.session.activity: one.session for one in typed.values()}
    assert {name: edit.programme.session[name] for name in meant} == meant


def saved_by_office(path: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder.parent / 'office').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    convert = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    return folder / path.name


def test_session_that_stands_on_no_sheet_of_the_council_stays(tmp_path: Path) -> None:
    edit = read(sited(), workbook_of(sited(), tmp_path, cell("C2", "18/06/2018")))
    assert {"meeting", "lunch-host-a"} <= set(edit.programme.session)
    assert set(edit.changed) == {"visit"}


def test_version_is_told_by_the_properties_where_the_cover_sheet_is_gone(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        del book["About"]

    assert read_sheet(workbook_of(sited(), tmp_path, change)).made_of == (1, "3f9a1c07b2d45e18")


def test_copy_of_the_sheet_is_not_read_and_says_so(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book["Programme"]).title = "Programme (2)"
        book["Programme (2)"]["C2"] = "1/1/2018"

    edit = read(sited(), workbook_of(sited(), tmp_path, change))
    assert edit.changed == {}
    assert [one for one in edit.notices if "Programme (2)" in one]


def test_made_columns_are_read_past_and_told(tmp_path: Path) -> None:
    edit = read(sited(), workbook_of(sited(), tmp_path, cell("G2", "Visit to the team"), cell("K3", "yes")))
    assert edit.changed == {}
    assert [told.partition(":")[0] for told in edit.notices] == ["Programme!G2", "Programme!K3"]


def test_gone_rows_are_named_and_nothing_else_changes(tmp_path: Path) -> None:
    edit = read(sited(), workbook_of(sited(), tmp_path, lambda book: book["Programme"].delete_rows(3)))
    assert [one.activity for one in edit.gone] == ["feedback"]
    assert "feedback" not in edit.programme.session


def test_of_two_people_of_one_name_the_one_who_was_there_is_meant(tmp_path: Path) -> None:
    people = [
        one.model_copy(update={"name": "Jo Example", "role": "Worker"}) if one.id in {"worker-1", "idle"} else one
        for one in sited().problem.people
    ]
    source = sited().model_copy(update={"problem": sited().problem.changed(people=tuple(people))})
    call = cell("H4", "Jo Example; Social worker 3")
    assert read(source, workbook_of(source, tmp_path, call)).programme.session["call"].counterparts == (
        "worker-1",
        "worker-3",
    )
    with pytest.raises(InputRefused, match=r"Programme!H2: 'Jo Example' is the name of several\. .*worker-1 or idle"):
        read(source, workbook_of(source, tmp_path, cell("H2", "Jo Example")))


def night_call(start: datetime, end: datetime) -> Source:
    """The first version with its call at night, in a review that holds a change of the clocks."""
    own = sited()
    call = own.programme.session["call"].model_copy(update={"start": start, "end": end})
    sessions = tuple(sorted((call if one.activity == "call" else one for one in own.programme.sessions), key=in_time))
    return own.model_copy(
        update={
            "problem": own.problem.changed(start=date(2018, 3, 1), end=date(2018, 10, 31)),
            "programme": own.programme.model_copy(update={"sessions": sessions}),
        }
    )


def test_hour_that_comes_twice_is_the_one_that_was_meant(tmp_path: Path) -> None:
    second = datetime(2018, 10, 28, 1, 15, tzinfo=LONDON, fold=1)
    source = night_call(second, second.replace(minute=45))
    assert read(source, workbook_of(source, tmp_path)).programme.sessions == source.programme.sessions
    code = source.codes["call"]

    def later(book: Workbook) -> None:
        book["Programme"][f"F{row_of(book, code)}"] = "01:50"

    call = read(source, workbook_of(source, tmp_path, later)).programme.session["call"]
    assert (call.start, call.start.fold, call.end, call.end.fold) == (second, 1, second.replace(minute=50), 1)


def test_hour_that_the_clocks_skip_is_refused(tmp_path: Path) -> None:
    first = datetime(2018, 3, 26, 1, 15, tzinfo=LONDON)
    source = night_call(first, first.replace(minute=45))

    def earlier(book: Workbook) -> None:
        book["Programme"][f"C{row_of(book, source.codes['call'])}"] = "25/3/2018"

    with pytest.raises(InputRefused, match=r"Programme!E2: the clocks skip 01:15 that day"):
        read(source, workbook_of(source, tmp_path, earlier))


HARMFUL: dict[str, tuple[Change | None, str]] = {
    "no date": (cell("C2", "next Tuesday"), r"Programme!C2: 'next Tuesday' is not a date"),
    "no day of the calendar": (cell("C2", "31/6/2018"), r"Programme!C2: '31/6/2018' is not a date of the calendar"),
    "another weekday": (cell("C2", "Mon 15 June 2018"), r"Programme!C2: .*15/06/2018 is a Friday"),
    "weekday alone": (cell("D2", "Friday"), r"Programme!D2: 'Friday' is not 14/06/2018, a Thursday"),
    "outside the review": (cell("C2", "14/6/2019"), r"Programme!C2: 14/06/2019 is outside the review"),
    "number of a text": (cell("C2", 3.0), r"Programme!C2: .* is not a date"),
    "no time": (cell("E2", "early"), r"Programme!E2: 'early' is not a time of the day"),
    "hour that is none": (cell("E2", "25:00"), r"Programme!E2: '25:00' is not a time of the day"),
    "time with a point": (cell("E2", 9.3), r"Programme!E2: what stands here is not a time of the day.*colon"),
    "seconds": (cell("E2", "09:30:20"), r"Programme!E2: '09:30:20' is not a time in whole minutes"),
    "end before start": (cell("F2", "09:00"), r"Programme!F2: 09:00 is not after the start, 09:30"),
    "start after end": (
        cell("E2", "1.30pm"),
        r"Programme!F2: 12:30 is not after the start, 13:30\. Change .* together",
    ),
    "blank time": (cell("F2", None), r"Programme!F2: nothing stands here"),
    "unknown person": (
        cell("H4", "Socal worker 1"),
        r"Programme!H4: nobody is called 'Socal worker 1'\. .*'Social worker 1'",
    ),
    "person twice": (cell("H4", "worker-1; Social worker 1"), r"Programme!H4: 'Social worker 1' stands here twice"),
    "unknown place": (cell("J3", "County Hal"), r"Programme!J3: there is no place 'County Hal'\. .*'County Hall'"),
    "blank place": (cell("J3", None), r"Programme!J3: nothing stands here"),
    "code gone": (cell("B3", None), r"Programme!B3: the session's code is gone"),
    "code unknown": (cell("B3", "R-0000"), r"Programme!B3: there is no session 'R-0000' in version 1"),
    "row of another version": (cell("A3", 7), r"Programme!A3: this row is of version 7"),
    "column gone": (lambda book: book["Programme"].delete_cols(8), "there is no column People on the sheet Programme"),
    "sheet gone": (lambda book: book.remove(book["Programme"]), "no sheet has the columns Session, Date, Start, End"),
    "column twice": (cell("K1", "Date"), r"Programme!K1: the column Date stands here a second time"),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_harmful_change_is_refused_with_its_cell(tmp_path: Path, what: str) -> None:
    change, sentence = HARMFUL[what]
    path = workbook_of(sited(), tmp_path, change or nothing)
    with pytest.raises(InputRefused, match=sentence) as refused:
        read(sited(), path)
    assert refused.value.sentence.startswith("programme.xlsx")
    assert "\n" not in refused.value.sentence


def test_code_that_stands_twice_is_refused_with_both_cells(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Programme"]["B3"] = book["Programme"]["B2"].value

    with pytest.raises(InputRefused, match=r"Programme!B3: R-\w+ stands here and in Programme!B2"):
        read(sited(), workbook_of(sited(), tmp_path, change))


def test_two_sheets_that_could_be_meant_are_refused(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Programme"].title = "Old"
        book.copy_worksheet(book["Old"]).title = "New"

    with pytest.raises(InputRefused, match="the sheets 'Old' and 'New' each hold a programme"):
        read_sheet(workbook_of(sited(), tmp_path, change))


def test_workbook_without_its_version_is_refused(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        del book["About"]
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    with pytest.raises(InputRefused, match="does not say which version it was made of"):
        read_sheet(workbook_of(sited(), tmp_path, change))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"a,b\n", "this is not an Excel workbook"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "programme.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=sentence):
        read_sheet(path)
    with pytest.raises(InputRefused, match="there is no such file"):
        read_sheet(tmp_path / "other.xlsx")


def test_resaving_keeps_what_the_workbook_says_of_itself(tmp_path: Path) -> None:
    path = workbook_of(sited(), tmp_path)
    before = read_sheet(path).made_of
    resave(path)
    assert read_sheet(path).made_of == before
