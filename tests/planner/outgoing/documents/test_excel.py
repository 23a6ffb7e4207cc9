from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from planner.outgoing.documents.excel import host_xlsx, public_xlsx, reviewer_xlsx
from planner.outgoing.views import (
    AcceptedRow,
    Choices,
    CoverageRow,
    Edition,
    HostDay,
    HostLine,
    HostPerson,
    HostView,
    LedgerRow,
    LeftOutRow,
    PublicDay,
    PublicLine,
    PublicView,
    ReviewerDay,
    ReviewerLine,
    ReviewerView,
    ReviewerWeek,
)

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")
EDITION = Edition(
    review="Fostering & adoption",
    version=3,
    made=datetime(2021, 4, 15, 23, 30, tzinfo=UTC),
    zone="Europe/London",
    reviewers=("Lead reviewer", "Second reviewer"),
    head="3f9a1c07b2d45e18",
)
TUESDAY, FRIDAY = date(2021, 5, 4), date(2021, 5, 7)
WHEN = (TUESDAY, "Tuesday")


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


def line(
    session: str, start: datetime, end: datetime, title: str = "Audit judged good", **other: object
) -> ReviewerLine:
    said = {"kind": "interview", "met": "", "cases": (), "place": "online", "evidence": True, "reserve": False} | AREA
    held = {"session": session, "code": f"R-{session}", "start": start, "end": end, "title": title}
    return ReviewerLine.model_validate(held | said | other)


AREA = {"area": "Audit", "provisional": "until the judgement is published"}
PAIR = line("S02", at(9), at(10), "=1+1", met="Head of service", cases=("DM-001", "DM-002 (cover)"))
ALONE = line("S01", at(10), at(11), place="North house")
EARLY = line("S03", at(8, 30), at(9), "Keep in touch", area="", provisional="")
REVIEWER = ReviewerView(
    edition=EDITION,
    weeks=(
        ReviewerWeek(
            number=1,
            monday=date(2021, 5, 3),
            areas=("Audit", "Edge of care"),
            provisional=("until the judgement is published",),
            days=(ReviewerDay(date=TUESDAY, columns=((PAIR, ALONE), (EARLY, PAIR))),),
        ),
        ReviewerWeek(number=2, monday=date(2021, 5, 10), areas=(), provisional=(), days=()),
    ),
    ledger=(LedgerRow(kind="fieldwork", contracted=16, used=15.5, by=("Lead reviewer 8.0", "Second reviewer 7.5")),),
    ledger_says="closes: 16.0 = 15.5 + 0.5",
    coverage=(CoverageRow(area="Audit", item="Timeliness", sessions=3, evidence=2),),
    left_out=(LeftOutRow(title="Group of carers", why="nobody is free"),),
    changed=("S01 moved",),
    notices=(),
)
WEEK = (1, "Audit", "until the judgement is published")

WORKER = HostPerson(id="w1", name="May Example", role="Social worker", team="North", email="w1@example.org")
HEAD = HostPerson(id="h1", name="Head of service", role="Head of service", team="", email="h1@example.org")
BOTH = HostLine(
    code="R-7F3K",
    start=at(9),
    end=at(10),
    title="Practice discussion - ref R-7F3K - 60 min",
    reviewers=("Lead reviewer", "Second reviewer"),
    people=(WORKER, HEAD),
    place="online",
    tentative=False,
)
ONE = BOTH.model_copy(
    update={
        "code": "R-8G4M",
        "start": at(9, 15, FRIDAY),
        "end": at(10, 15, FRIDAY),
        "title": "Practice discussion - ref R-8G4M - 60 min",
        "reviewers": ("Lead reviewer",),
        "people": (WORKER,),
        "tentative": True,
    }
)
HOST = HostView(
    edition=EDITION,
    days=(HostDay(date=TUESDAY, lines=(BOTH,)), HostDay(date=FRIDAY, lines=(ONE,))),
    changed=("R-8G4M is new",),
    choices=Choices(
        first=date(2021, 4, 15),
        last=date(2021, 5, 14),
        people=(WORKER, HEAD),
        reviewers=(HostPerson(id="lead", name="Lead reviewer", role="Reviewer", team="", email=""),),
        places=("North house, Committee room", "online"),
    ),
)
HELD_BOTH = ("Lead reviewer; Second reviewer", "online", None)
HELD_ONE = ("Lead reviewer", "online", "yes")
AT_BOTH = (TUESDAY, "Tuesday", time(9), time(10))
AT_ONE = (FRIDAY, "Friday", time(9, 15), time(10, 15))

OPEN = PublicLine(start=at(9), end=at(10), title="Practice discussion", roles=("Reviewer", "Social worker"))
PUBLIC = PublicView(
    edition=EDITION,
    days=(
        PublicDay(date=TUESDAY, provisional=False, lines=(OPEN,)),
        PublicDay(date=FRIDAY, provisional=True, lines=(OPEN.model_copy(update={"start": at(9, 0, FRIDAY)}),)),
    ),
    changed=False,
)
FILES = {"reviewer": reviewer_xlsx(REVIEWER), "host": host_xlsx(HOST), "public": public_xlsx(PUBLIC)}
SHEETS = {
    "reviewer": ["Programme", "Per reviewer", "Day ledger", "Coverage", "Left out", "Changes"],
    "host": ["About", "Programme", "Per person", "Per team", "Changes", "People", "Places"],
    "public": ["Programme", "By role"],
}


def opened(file: bytes) -> Workbook:
    return load_workbook(BytesIO(file))


def rows(file: bytes, sheet: str) -> list[tuple[object, ...]]:
    """All rows, a date without its midnight."""
    return [
        tuple(cell.date() if isinstance(cell, datetime) else cell for cell in row)
        for row in opened(file)[sheet].iter_rows(values_only=True)
    ]


def test_reviewer_programme_has_each_session_once_in_order_of_time() -> None:
    assert rows(FILES["reviewer"], "Programme") == [
        (
            *("Version", "Session", "Code", "Date", "Weekday", "Start", "End", "Reviewers"),
            *("What", "Met", "Cases", "Place", "Week", "Area", "Provisional"),
        ),
        (
            3,
            "S03",
            "R-S03",
            *WHEN,
            time(8, 30),
            time(9),
            "Second reviewer",
            "Keep in touch",
            None,
            None,
            "online",
            *(1, None, None),
        ),
        (
            *(3, "S02", "R-S02", *WHEN, time(9), time(10), "Lead reviewer; Second reviewer", "=1+1"),
            *("Head of service", "DM-001; DM-002 (cover)", "online", *WEEK),
        ),
        (
            *(3, "S01", "R-S01", *WHEN, time(10), time(11), "Lead reviewer", "Audit judged good"),
            *(None, None, "North house", *WEEK),
        ),
    ]


def test_reviewer_sheets_beside_the_programme_say_what_the_view_says() -> None:
    file = FILES["reviewer"]
    assert rows(file, "Day ledger") == [
        ("Version", "Kind of day", "Contracted", "Used", "By"),
        (3, "fieldwork", 16, 15.5, "Lead reviewer 8.0; Second reviewer 7.5"),
        (None,) * 5,
        ("closes: 16.0 = 15.5 + 0.5", *(None,) * 4),
    ]
    assert rows(file, "Coverage") == [
        ("Version", "Area", "Scope item", "Sessions", "Evidence sessions"),
        (3, "Audit", "Timeliness", 3, 2),
    ]
    assert rows(file, "Left out") == [("Version", "What", "Why"), (3, "Group of carers", "nobody is free")]
    assert rows(file, "Changes") == [("Version", "What changed"), (3, "S01 moved")]


def test_reviewer_notices_have_a_sheet_where_there_are_any() -> None:
    file = reviewer_xlsx(REVIEWER.model_copy(update={"notices": ("Three dates were text",)}))
    assert rows(file, "Notices") == [("Version", "What to know"), (3, "Three dates were text")]


def test_what_was_accepted_has_a_sheet_where_there_is_any() -> None:
    row = AcceptedRow(rule="Nobody stays late.", sessions=("Tue 4 May 18.30 Audit",), who="manager", why="agreed")
    file = reviewer_xlsx(REVIEWER.model_copy(update={"accepted": (row,)}))
    assert rows(file, "Knowingly accepted") == [
        ("Version", "Rule", "Sessions", "Who", "Why"),
        (3, "Nobody stays late.", "Tue 4 May 18.30 Audit", "manager", "agreed"),
    ]


def test_host_sheets_name_people_and_codes_and_no_theme() -> None:
    file = FILES["host"]
    when, held = ("Date", "Weekday", "Start", "End"), ("Reviewers", "Place", "Tentative")
    assert rows(file, "Programme") == [
        ("Version", "Session", *when, "Title", "People", *held),
        (3, "R-7F3K", *AT_BOTH, BOTH.title, "May Example (Social worker); Head of service", *HELD_BOTH),
        (3, "R-8G4M", *AT_ONE, ONE.title, "May Example (Social worker)", *HELD_ONE),
    ]
    assert rows(file, "Per person") == [
        ("Version", "Session", "Name", "Role", "Team", *when, "Title", *held),
        (3, "R-7F3K", "Head of service", "Head of service", "(no team)", *AT_BOTH, BOTH.title, *HELD_BOTH),
        (3, "R-7F3K", "May Example", "Social worker", "North", *AT_BOTH, BOTH.title, *HELD_BOTH),
        (3, "R-8G4M", "May Example", "Social worker", "North", *AT_ONE, ONE.title, *HELD_ONE),
    ]
    assert rows(file, "Per team") == [
        ("Version", "Session", "Team", *when, "Title", "People of the team", *held),
        (3, "R-7F3K", "(no team)", *AT_BOTH, BOTH.title, "Head of service", *HELD_BOTH),
        (3, "R-7F3K", "North", *AT_BOTH, BOTH.title, "May Example (Social worker)", *HELD_BOTH),
        (3, "R-8G4M", "North", *AT_ONE, ONE.title, "May Example (Social worker)", *HELD_ONE),
    ]
    assert rows(file, "Changes") == [("Version", "What changed"), (3, "R-8G4M is new")]


def test_host_workbook_says_which_version_it_is_of_and_who_and_where_can_be_named() -> None:
    file = FILES["host"]
    about = dict(rows(file, "About"))
    assert (about["Review"], about["Version"], about["Head of the log"]) == (
        "Fostering & adoption",
        3,
        "3f9a1c07b2d45e18",
    )
    assert opened(file).custom_doc_props["Head of the log"].value == "3f9a1c07b2d45e18"
    assert rows(file, "People") == [
        ("Name", "Role", "Team", "Id"),
        ("Lead reviewer (Reviewer)", "Reviewer", None, "lead"),
        ("May Example (Social worker)", "Social worker", "North", "w1"),
        ("Head of service", "Head of service", None, "h1"),
    ]
    assert rows(file, "Places") == [("Place",), ("North house, Committee room",), ("online",)]


def test_host_programme_is_shown_first_and_offers_what_can_be_written() -> None:
    book = opened(FILES["host"])
    assert book.active.title == "Programme"
    offered = {str(one.sqref): (one.type, one.formula1) for one in book["Programme"].data_validations.dataValidation}
    assert offered == {
        "C2:C3": ("date", "44301"),
        "E2:E3": ("time", "0"),
        "F2:F3": ("time", "0"),
        "I2:I3": ("list", "People!$A$2:$A$2"),
        "H2:H3": ("list", "People!$A$3:$A$4"),
        "J2:J3": ("list", "Places!$A$2:$A$3"),
    }


def test_workbook_that_is_not_meant_to_come_back_offers_nothing() -> None:
    book = opened(host_xlsx(HOST.model_copy(update={"choices": None})))
    assert book.sheetnames == ["About", "Programme", "Per person", "Per team", "Changes"]
    assert not book["Programme"].data_validations.dataValidation


def test_public_sheets_hold_times_and_roles() -> None:
    file = FILES["public"]
    when = ("Date", "Weekday", "Start", "End")
    tuesday = (TUESDAY, "Tuesday", time(9), time(10), "Practice discussion")
    friday = (FRIDAY, "Friday", time(9), time(10), "Practice discussion")
    assert rows(file, "Programme") == [
        (*when, "What", "Who takes part", "Provisional"),
        (*tuesday, "Reviewer; Social worker", None),
        (*friday, "Reviewer; Social worker", "yes"),
    ]
    assert rows(file, "By role") == [
        ("Role", *when, "What", "Provisional"),
        ("Reviewer", *tuesday, None),
        ("Reviewer", *friday, "yes"),
        ("Social worker", *tuesday, None),
        ("Social worker", *friday, "yes"),
    ]


@pytest.mark.parametrize("view", FILES)
def test_second_reader_finds_the_same_cells(view: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(FILES[view]))
    assert book.sheet_names == SHEETS[view]
    for sheet in SHEETS[view]:
        read = [
            tuple(None if cell == "" else cell for cell in row) for row in book.get_sheet_by_name(sheet).to_python()
        ]
        assert read == rows(FILES[view], sheet)


def test_dates_and_times_are_values_that_excel_can_sort_and_filter() -> None:
    sheet = opened(FILES["reviewer"])["Programme"]
    assert [(sheet[cell].data_type, sheet[cell].number_format) for cell in ("D2", "F2", "A2", "I2")] == [
        ("d", "[$-809]dd mmm yyyy"),
        ("d", "hh:mm"),
        ("n", "General"),
        ("s", "General"),
    ]


def test_title_that_looks_like_a_formula_stays_text() -> None:
    titles = ("=1+1", "+44", "-2", "@SUM(A1)", "{=1}", "https://example.org", "007", "\t=1")
    lines = tuple(line(f"S{n}", at(9, n), at(10), title) for n, title in enumerate(titles))
    day = ReviewerDay(date=TUESDAY, columns=(lines, ()))
    weeks = (REVIEWER.weeks[0].model_copy(update={"days": (day,)}),)
    sheet = opened(reviewer_xlsx(REVIEWER.model_copy(update={"weeks": weeks})))["Programme"]
    found = [(cell.value, cell.data_type, cell.hyperlink) for cell in sheet["I"][1:]]
    assert found == [(title, "s", None) for title in titles]


@pytest.mark.parametrize("view", FILES)
def test_every_sheet_keeps_its_header_filters_and_prints_on_a4(view: str) -> None:
    for sheet in opened(FILES[view]):
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == (
            "Version 3 of 16 April 2021",
            "Page &P of &N",
        )
        assert sheet["A1"].font.bold
        assert sheet.auto_filter.ref.startswith("A1:")


def test_filter_covers_the_rows_and_not_the_sentence_below() -> None:
    book = opened(FILES["reviewer"])
    assert [sheet.auto_filter.ref for sheet in book] == ["A1:O4", "A1:L5", "A1:E2", "A1:E2", "A1:C2", "A1:B2"]


def test_printed_header_names_the_review_with_its_ampersand() -> None:
    assert opened(FILES["public"])["By role"].oddHeader.left.text == (
        "Fostering && adoption: programme for everyone - By role"
    )


def test_properties_carry_the_date_of_the_version() -> None:
    properties = opened(FILES["host"]).properties
    assert (properties.title, properties.subject) == ("Fostering & adoption: programme for the council", "Version 3")
    assert {properties.created, properties.modified} == {datetime(2021, 4, 15, 23, 30)}  # noqa: DTZ001


def test_same_view_gives_the_same_bytes() -> None:
    assert reviewer_xlsx(REVIEWER) == FILES["reviewer"]
    assert host_xlsx(HOST) == FILES["host"]
    assert public_xlsx(PUBLIC) == FILES["public"]


def test_times_are_those_of_the_editions_clocks_on_both_sides_of_the_change() -> None:
    before, after = datetime(2021, 10, 29, 9, tzinfo=UTC), datetime(2021, 11, 1, 9, tzinfo=UTC)
    lines = tuple(BOTH.model_copy(update={"start": start, "end": start}) for start in (before, after))
    days = tuple(HostDay(date=one.start.date(), lines=(one,)) for one in lines)
    found = rows(host_xlsx(HOST.model_copy(update={"days": days})), "Programme")
    assert [row[2:5] for row in found[1:]] == [
        (date(2021, 10, 29), "Friday", time(10)),
        (date(2021, 11, 1), "Monday", time(9)),
    ]


def test_view_without_sessions_is_a_file_with_headers_only() -> None:
    empty = PublicView(edition=EDITION, days=(), changed=False)
    assert [len(rows(public_xlsx(empty), sheet)) for sheet in SHEETS["public"]] == [1, 1]


def test_row_is_as_high_as_its_fullest_cell() -> None:
    sheet = opened(FILES["host"])["Programme"]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [27.0, 13.5]
