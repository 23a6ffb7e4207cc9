"""The pages as html.parser reads them: everything of the view is there in order, and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from outgoing_samples import second_source

from planner.outgoing.documents.pages import public_html, reviewer_html
from planner.outgoing.public_view import public_view
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.views import (
    CoverageRow,
    Edition,
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
VOID = {"meta"}
HEAD = ["Version", "2", "Made", "Wednesday 12 May 2021, 09.30", "Times", "Europe/London time"]


class Read(HTMLParser):
    """What a page says, in order; its elements and attributes; whether every element is closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.title = self.style = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            self.style += data
        elif "title" in self.open:
            self.title += data
        elif data.strip():
            self.texts.append(data.strip())

    def values(self, attribute: str) -> list[str | None]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2021, 5, day, hour, minute, tzinfo=LONDON)


def edition(version: int = 2) -> Edition:
    return Edition(
        review="A review",
        version=version,
        made=at(12, 9, 30),
        zone="Europe/London",
        reviewers=("Lead reviewer", "Second reviewer"),
    )


def line(title: str, code: str, hour: int, met: str = "", cases: tuple[str, ...] = (), **marks: bool) -> ReviewerLine:
    return ReviewerLine(
        session=f"session-{code}",
        code=code,
        start=at(11, hour),
        end=at(11, hour + 1),
        kind="interview",
        title=title,
        met=met,
        cases=cases,
        place="online",
        area="Children in care",
        provisional="",
        evidence=marks.get("evidence", False),
        reserve=marks.get("reserve", False),
    )


def small_reviewer_view(title: str = "Section 20", changed: tuple[str, ...] = ("One moved.",)) -> ReviewerView:
    together = line("Keep in touch", "R-2B2B", 9, met="Director")
    interview = line(title, "R-3C3C", 10, "Social worker", ("HF-1", "HF-2 with cover"), evidence=True, reserve=True)
    day = ReviewerDay(date=date(2021, 5, 11), columns=((together, interview), (together,)))
    idle = ReviewerDay(date=date(2021, 5, 12), columns=((line("Report", "R-4D4D", 9),), ()))
    return ReviewerView(
        edition=edition(),
        weeks=(
            ReviewerWeek(
                number=4,
                monday=date(2021, 5, 10),
                areas=("Children in care", "Fostering"),
                provisional=("until the judgement",),
                days=(day, idle),
            ),
        ),
        ledger=(
            LedgerRow(kind="fieldwork", contracted=16.0, used=15.5, by=("Lead reviewer 10", "Second reviewer 5.5")),
        ),
        ledger_says="does not close",
        coverage=(
            CoverageRow(area="Children in care", item="Adoption", sessions=2, evidence=1),
            CoverageRow(area="Children in care", item="Care leavers", sessions=0, evidence=0),
        ),
        left_out=(LeftOutRow(title="Mop-up", why="there is no time"),),
        changed=changed,
        notices=("Mind the gap.",),
    )


def small_public_view(changed: bool = True, version: int = 2) -> PublicView:
    first = PublicLine(start=at(7, 9), end=at(7, 10), title="Lunch", roles=("Reviewer", "Social worker"))
    second = PublicLine(start=at(7, 10), end=at(7, 11), title="Presentation", roles=())
    later = PublicLine(start=at(10, 9), end=at(10, 9, 30), title="Keep in touch", roles=("Reviewer",))
    return PublicView(
        edition=edition(version),
        days=(
            PublicDay(date=date(2021, 5, 7), provisional=False, lines=(first, second)),
            PublicDay(date=date(2021, 5, 10), provisional=True, lines=(later,)),
        ),
        changed=changed,
    )


def test_reviewer_page_says_the_view_in_order_and_nothing_else() -> None:
    keep_in_touch = ["09.00", "–", "10.00", "Keep in touch", "With Director", "R-2B2B", "online", "joint"]
    interview = ["10.00", "–", "11.00", "Section 20", "With Social worker", "Cases", "HF-1", ",", "HF-2 with cover"]
    assert Read(reviewer_html(small_reviewer_view())).texts == [
        "Skip to the programme",
        *("A review", "Programme for reviewers", *HEAD),
        "For the reviewers only: it holds themes and case references.",
        *("Changes", "Week 4, provisional", "Days", "Coverage", "Left out", "Notices"),
        *("Changed since the version before", "One moved."),
        *("Week 4: Children in care; Fostering", "Provisional", "until the judgement"),
        *("Week 4, beginning Monday 10 May 2021", "Date", "Lead reviewer", "Second reviewer"),
        *("Tuesday", "11 May 2021", "Lead reviewer", *keep_in_touch, *interview),
        *("R-3C3C", "online", "evidence", "reserve case", "Second reviewer", *keep_in_touch),
        *("Wednesday", "12 May 2021", "Lead reviewer", "09.00", "–", "10.00", "Report", "R-4D4D", "online"),
        *("Second reviewer", "Nothing planned"),
        *("Day ledger", "does not close", "Days by kind", "Days by kind", "Kind", "Contracted", "Used", "By"),
        *("fieldwork", "Contracted", "16", "Used", "15.5", "By", "Lead reviewer 10; Second reviewer 5.5"),
        *("Coverage", "1 of 2 scope items are served.", *["Sessions by area and scope item"] * 2),
        *("Area", "Scope item", "Sessions", "Evidence sessions", "Children in care"),
        *("Adoption", "Sessions", "2", "Evidence sessions", "1"),
        *("Care leavers", "Sessions", "none", "Evidence sessions", "0"),
        *("Left out and why", "1 left out", "What is left out and why", "Activity", "Why"),
        *("Mop-up", "Why", "there is no time"),
        *("Notices", "Mind the gap."),
    ]


def test_public_page_says_the_view_in_order_and_nothing_else() -> None:
    headers = ("Date", "Time", "Session", "Who")
    weeks = ("Week beginning 3 May 2021", "Week beginning 10 May 2021")
    assert Read(public_html(small_public_view())).texts == [
        "Skip to the programme",
        *("A review", "Public programme", *HEAD),
        "For anybody: times and roles.",
        *("Changes", *weeks),
        *("Changed since the version before", "Some sessions have changed since the version before."),
        *(weeks[0], "Sessions, week beginning 3 May 2021", *headers, "Friday", "7 May 2021"),
        *("Time", "09.00", "–", "10.00", "Session", "Lunch", "Who", "Reviewer", "Social worker"),
        *("Time", "10.00", "–", "11.00", "Session", "Presentation", "Who", "No role is named"),
        *(weeks[1], "Sessions, week beginning 10 May 2021", *headers, "Monday", "10 May 2021", "Provisional"),
        *("Time", "09.00", "–", "09.30", "Session", "Keep in touch", "Who", "Reviewer"),
    ]


@pytest.mark.parametrize(("version", "said"), [(1, "This is the first version."), (2, "Nothing changed.")])
def test_page_of_a_version_without_changes_says_so(version: int, said: str) -> None:
    view = small_reviewer_view(changed=()).model_copy(update={"edition": edition(version)})
    assert said in Read(reviewer_html(view)).texts
    assert said in Read(public_html(small_public_view(changed=False, version=version))).texts


def test_page_names_its_language_version_and_date() -> None:
    reviewer, public = Read(reviewer_html(small_reviewer_view())), Read(public_html(small_public_view()))
    assert reviewer.title == "A review: programme for reviewers, version 2, Wednesday 12 May 2021"
    assert public.title == "A review: public programme, version 2, Wednesday 12 May 2021"
    assert reviewer.values("lang") == public.values("lang") == ["en-GB"]


def test_table_headers_say_what_they_head() -> None:
    found = Read(reviewer_html(small_reviewer_view()))
    scopes = [attributes["scope"] for tag, attributes in found.elements if tag == "th"]
    week = ["col"] * 3 + ["row"] * 2
    assert scopes == [*week, *["col"] * 4, "row", *["col"] * 4, "rowgroup", "row", "row", *["col"] * 2, "row"]


def test_times_are_those_of_the_review_whatever_zone_they_come_in() -> None:
    view = small_public_view()
    line = view.days[0].lines[0]
    elsewhere = line.model_copy(update={"start": line.start.astimezone(ZoneInfo("Asia/Tokyo"))})
    moved = view.model_copy(update={"days": (view.days[0].model_copy(update={"lines": (elsewhere,)}),)})
    found = Read(public_html(moved))
    assert found.values("datetime") == [
        *("2021-05-12T09:30+01:00", "2021-05-07"),
        *("2021-05-07T09:00+01:00", "2021-05-07T10:00+01:00"),
    ]


def test_text_that_looks_like_markup_stays_text() -> None:
    hostile = '</p><script src="https://example.org/x">alert("\'&amp;")</script><img onerror=x>'
    found = Read(reviewer_html(small_reviewer_view(title=hostile, changed=(hostile,))))
    assert found.texts.count(hostile) == 2
    assert not {tag for tag, _ in found.elements} & {"script", "img"}
    assert found.values("onerror") == []


def test_page_asks_for_nothing_and_runs_nothing() -> None:
    for page in (reviewer_html(reviewer_view(second_source())), public_html(public_view(second_source()))):
        found = Read(page)
        assert not {tag for tag, _ in found.elements} & {"script", "link", "img", "iframe", "object", "base", "form"}
        assert found.values("src") == []
        assert found.values("style") == []
        assert all(str(href).startswith("#") for href in found.values("href"))
        assert b"http:" not in page
        assert b"https:" not in page
        assert "url(" not in found.style
        assert "@import" not in found.style
        policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        assert found.values("content")[0] == policy


def test_same_view_gives_the_same_bytes() -> None:
    source = second_source()
    assert reviewer_html(reviewer_view(source)) == reviewer_html(reviewer_view(source))
    assert public_html(public_view(source)) == public_html(public_view(source))


def test_every_session_of_the_shipped_review_is_there_in_order() -> None:
    view = reviewer_view(second_source())
    found = Read(reviewer_html(view))
    lines = [line for week in view.weeks for day in week.days for column in day.columns for line in column]
    codes = {line.code for line in lines}
    assert [text for text in found.texts if text in codes] == [line.code for line in lines]
    times = [value for value in found.values("datetime") if "T" in str(value)]
    assert times[1:] == [f"{time:%Y-%m-%dT%H:%M}+01:00" for line in lines for time in (line.start, line.end)]


def test_page_of_a_public_day_without_sessions_leaves_the_day_out() -> None:
    view = small_public_view()
    empty = view.model_copy(update={"days": (PublicDay(date=date(2021, 5, 6), provisional=False, lines=()),)})
    assert "6 May 2021" not in Read(public_html(empty)).texts
