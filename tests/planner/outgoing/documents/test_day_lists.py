"""Days as lists, where more hold sessions than columns can be read: in Word, in Excel and on a page."""

from __future__ import annotations

from datetime import date, timedelta
from html.parser import HTMLParser
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from openpyxl import load_workbook
from word_structure import W, body, structure, tables
from word_views import at, edition, long_host_view, long_reviewer_view, reviewer_line, small_reviewer_view

from planner.outgoing.documents.dates import pauses
from planner.outgoing.documents.day_lists import as_lists, rows_of
from planner.outgoing.documents.excel import reviewer_xlsx
from planner.outgoing.documents.pages import public_html, reviewer_html
from planner.outgoing.documents.word import host_docx, public_docx, reviewer_docx
from planner.outgoing.views import HostView, PublicDay, PublicLine, PublicView, ReviewerDay, ReviewerLine, ReviewerView

DAY, FAR = date(2018, 6, 14), date(2018, 9, 4)
NAMES = tuple(f"Inspector {nth}" for nth in range(1, 7))
HEADS = [["Date"], ["Time"], ["Session"], ["Held by"], ["With"], ["Place"]]


def lunch(nth: int, hour: int) -> ReviewerLine:
    return reviewer_line(DAY, hour, "Lunch", f"R-LNC{nth}", kind="lunch", place="")


def view(days: int = 1) -> ReviewerView:
    """Six inspectors: a session of two, one of all, and lunch at two hours; and again in September."""
    pair = reviewer_line(DAY, 9, "Tracked case", "R-PPPP", met="Social worker; Team manager, north", cases=("TC-001",))
    pair = pair.model_copy(update={"place": "County Hall, Room 1", "reserve": True})
    whole = reviewer_line(DAY, 16, "Team meeting", "R-WWWW", place="County Hall")
    columns = tuple(
        ((pair,) if nth < 2 else ()) + (lunch(nth, 12 if nth < 4 else 13), whole) for nth in range(len(NAMES))
    )
    last = reviewer_line(FAR, 9, "Feedback", "R-FFFF", place="")
    one, *_ = small_reviewer_view().weeks
    areas = ("Duty", "Early help", "Fostering", "Adoption")
    first = {"number": 1, "monday": date(2018, 6, 11), "areas": areas, "provisional": ("the dates are agreed",)}
    again = {"number": 13, "monday": date(2018, 9, 3), "areas": ("Duty",)}
    weeks = (
        one.model_copy(update=first | {"days": (ReviewerDay(date=DAY, columns=columns),)}),
        one.model_copy(update=again | {"days": (ReviewerDay(date=FAR, columns=((last,), *[()] * 5)),)}),
    )
    return small_reviewer_view().model_copy(update={"edition": edition(reviewers=NAMES), "weeks": weeks[: days + 1]})


class Page(HTMLParser):
    """Every table of a page as rows of texts, its caption first; and all texts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.classes: list[str] = []
        self.texts: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
            self.classes.append(dict(attrs)["class"] or "")
        if tag in ("caption", "tr"):
            self.tables[-1].append([])

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())
            if self.tables and self.tables[-1]:
                self.tables[-1][-1].append(data.strip())


def test_up_to_four_reviewers_have_a_column_each() -> None:
    assert [as_lists(edition(reviewers=NAMES[:count])) for count in (1, 4, 5, 6)] == [False, False, True, True]


def test_a_session_stands_once_with_all_who_hold_it_and_lunch_at_an_hour_is_one_row() -> None:
    (week, *_) = view().weeks
    assert [(one.line.title, one.who, one.code) for one in rows_of(week.days[0], view().edition)] == [
        ("Tracked case", NAMES[:2], "R-PPPP"),
        ("Lunch", NAMES[:4], ""),
        ("Lunch", NAMES[4:], ""),
        ("Team meeting", ("Everyone",), "R-WWWW"),
    ]


def test_what_is_met_or_seen_in_keeps_sessions_apart() -> None:
    seen = [reviewer_line(DAY, 9, "Audits", f"R-SSS{nth}", cases=(f"TC-00{nth}",)) for nth in range(6)]
    day = ReviewerDay(date=DAY, columns=tuple((line,) for line in seen))
    assert [(one.who, one.code) for one in rows_of(day, view().edition)] == [
        ((name,), line.code) for name, line in zip(NAMES, seen, strict=True)
    ]


def test_word_has_a_row_a_session() -> None:
    found = structure(reviewer_docx(view()))
    at_heading = found.index(("Heading1", "Week one"))
    assert found[at_heading + 1 : at_heading + 6] == [
        ("Note", "Duty; Early help; Fostering; Adoption"),
        ("Flag", "Provisional: the dates are agreed."),
        [
            HEADS,
            [
                *(["Thursday\n14 June 2018"], ["09.00–10.00"], ["Tracked case (TC-001) reserve case R-PPPP"]),
                *(list(NAMES[:2]), ["Social worker; Team manager, north"], ["County Hall, Room 1"]),
            ],
            [["Thu 14 Jun"], ["12.00–13.00"], ["Lunch"], list(NAMES[:4]), [""], [""]],
            [["Thu 14 Jun"], ["13.00–14.00"], ["Lunch"], list(NAMES[4:]), [""], [""]],
            [["Thu 14 Jun"], ["16.00–17.00"], ["Team meeting R-WWWW"], ["Everyone"], [""], ["County Hall"]],
        ],
        ("Note", "Nothing is held from Monday 18 June 2018 to Sunday 2 September 2018."),
        ("Heading1", "Week 13: Duty"),
    ]


def test_word_says_of_each_session_in_a_list_that_it_is_online() -> None:
    said = structure(reviewer_docx(long_reviewer_view(5)))
    assert [text for style, text in filter(lambda block: block[0] == "Note", said) if "online" in text] == []
    weekly = [block for block in said if isinstance(block, list) and block[0] == HEADS]
    assert {row[-1][0] for table in weekly for row in table[1:]} == {"Online"}


@pytest.mark.parametrize("reviewers", [5, 8, 22])
def test_word_names_nobody_in_a_column_of_their_own(reviewers: int) -> None:
    weekly = [table for table in tables(reviewer_docx(long_reviewer_view(reviewers))) if table[0] == HEADS]
    assert len(weekly) == 3
    held = [row for table in weekly for row in table[1:]]
    assert len(held) == 12 * 7 * reviewers
    assert {row[3][0] for row in held} == {f"Reviewer {nth}" for nth in range(1, reviewers + 1)}


def test_long_day_may_end_a_page_once_two_of_its_rows_stand() -> None:
    """Rows of a day stay together; a day of twenty would leave a page empty, and one row must not stand alone."""

    def kept(document: bytes) -> list[bool]:
        weekly = body(document).findall(f"{W}tbl")[0]
        return [keeps(row) for row in weekly.findall(f"{W}tr")[1:]]

    assert kept(host_docx(lengthened(16))) == [True] * 15 + [False]
    assert kept(host_docx(lengthened(17))) == [True] + [False] * 16


def keeps(row: Element) -> bool:
    return row.find(f".//{W}keepNext") is not None


def lengthened(sessions: int) -> HostView:
    one = long_host_view().days[0]
    lines = tuple(one.lines[0].model_copy(update={"code": f"R-{nth:04}"}) for nth in range(sessions))
    return long_host_view().model_copy(update={"days": (one.model_copy(update={"lines": lines}),)})


def test_page_has_a_table_a_day_with_the_day_above_its_times() -> None:
    page = Page(reviewer_html(view()))
    first, second, *_ = page.tables
    assert page.classes[:2] == ["plain listing", "plain listing"]
    assert first[:2] == [["Thursday", "14 June 2018"], ["Thu 14 Jun", "Session", "Held by"]]
    tracked = ["Tracked case", "With Social worker; Team manager, north", "Case", "TC-001"]
    marks = ["R-PPPP", "County Hall, Room 1", "reserve case"]
    assert first[2] == ["09.00", "–", "10.00", "Session", *tracked, *marks, "Held by", *NAMES[:2]]
    assert first[3] == ["12.00", "–", "13.00", "Session", "Lunch", "Held by", *NAMES[:4]]
    assert second[0] == ["Tuesday", "4 September 2018"]
    assert "Duty; Early help; Fostering; Adoption" in page.texts
    assert "Nothing is held from Monday 18 June 2018 to Sunday 2 September 2018." in page.texts
    assert "Nothing planned" not in page.texts


def test_page_of_six_needs_no_more_width_than_a_page_of_four() -> None:
    assert b"max-width: 699.98px" in reviewer_html(view())


def test_workbook_has_each_reviewers_own_sessions_to_filter() -> None:
    sheet = load_workbook(BytesIO(reviewer_xlsx(view())))["Per reviewer"]
    head, *rows = sheet.iter_rows(values_only=True)
    found = [(row[head.index("Reviewer")], row[head.index("Code")]) for row in rows]
    assert found == [
        (name, line.code)
        for nth, name in enumerate(NAMES)
        for week in view().weeks
        for day in week.days
        for line in day.columns[nth]
    ]


def public_view(sessions: int) -> PublicView:
    def line(day: date, nth: int) -> PublicLine:
        return PublicLine(start=at(day, 9, nth), end=at(day, 10, nth), title="Visit", roles=("Head, east", "Inspector"))

    days = (
        PublicDay(date=DAY, provisional=True, lines=tuple(line(DAY, nth) for nth in range(sessions))),
        PublicDay(date=FAR, provisional=False, lines=(line(FAR, 0),)),
    )
    return PublicView(edition=edition(), days=days, changed=False)


def test_public_programme_says_when_nothing_is_held_and_keeps_roles_with_commas_apart() -> None:
    pause = "Nothing is held from Monday 18 June 2018 to Sunday 2 September 2018."
    assert pause in Page(public_html(public_view(1))).texts
    assert ("Note", pause) in structure(public_docx(public_view(1)))
    assert tables(public_docx(public_view(1)))[0][1][3] == ["Head, east; Inspector"]


def test_public_page_has_a_table_a_day_where_days_are_long() -> None:
    short, long = (Page(public_html(public_view(sessions))) for sessions in (16, 17))
    assert short.classes == ["grouped public", "grouped public"]
    assert long.classes == ["plain listing long", "plain listing"]
    assert long.tables[0][0] == ["Thursday", "14 June 2018", "Provisional"]
    assert long.tables[0][1] == ["Thu 14 Jun", "Session", "Who"]


def test_days_that_nobody_contracted_have_a_sentence_and_no_empty_table() -> None:
    nothing = view().model_copy(update={"ledger": (), "ledger_says": "no days are contracted"})
    assert [table for table in tables(reviewer_docx(nothing)) if table[0][0] == ["Kind of day"]] == []
    assert ("Note", "No days are contracted") in structure(reviewer_docx(nothing))
    page = Page(reviewer_html(nothing))
    assert "no days are contracted" in page.texts
    assert "Days by kind" not in page.texts


def test_pauses_are_told_from_week_to_week() -> None:
    monday = date(2017, 12, 18)
    week = timedelta(weeks=1)
    assert pauses([]) == pauses([monday]) == pauses([monday, monday + week]) == {}
    assert pauses([monday, monday + 3 * week]) == {
        date(2018, 1, 8): "Nothing is held from Monday 25 December 2017 to Sunday 7 January 2018."
    }
