"""Small views, made by hand, and long ones that fill many pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.outgoing.views import (
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
TUESDAY, WEDNESDAY, NEXT_MONDAY = date(2021, 5, 4), date(2021, 5, 5), date(2021, 5, 10)
DIRECTOR = HostPerson(
    id="dcs", name="Director of services", role="Director of Services", team="", email="dcs@example.org"
)
WORKER = HostPerson(id="w1", name="Social worker A1", role="Social worker", team="North", email="a1@example.org")


def edition(version: int = 3, reviewers: tuple[str, ...] = ("Lead reviewer", "Second reviewer")) -> Edition:
    """A version made at half past midnight, British summer time: the day before in UTC."""
    made = datetime(2021, 4, 16, 0, 30, tzinfo=LONDON)
    return Edition(
        review="Review of Fostering & Adoption", version=version, made=made, zone="Europe/London", reviewers=reviewers
    )


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A time on a day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


def reviewer_line(day: date, hour: int, title: str, code: str, **known: object) -> ReviewerLine:
    """A session of an hour."""
    usual = {"session": code.lower(), "kind": "interview", "met": "", "cases": (), "place": "online"}
    usual |= {"area": "", "provisional": ""}
    flags = {"evidence": False, "reserve": False}
    times = {"start": at(day, hour), "end": at(day, hour) + timedelta(hours=1)}
    return ReviewerLine.model_validate({**usual, **flags, **times, "title": title, "code": code, **known})


def small_reviewer_view() -> ReviewerView:
    """Two weeks, the second provisional; a session of both reviewers, a reserve, a place, two areas in a week."""
    together = reviewer_line(TUESDAY, 9, "Keep in touch", "R-KKKK", met="Director")
    case = {"met": "Social worker", "cases": ("HF-017", "HF-031 on record only"), "evidence": True}
    interview = reviewer_line(TUESDAY, 10, "Interview: Letter before proceedings", "R-2345", **case)
    reserve = reviewer_line(WEDNESDAY, 14, "Laptop sampling", "R-BCDF", place="council office", reserve=True)
    lunch = reviewer_line(NEXT_MONDAY, 12, "Lunch", "R-LLLL")
    tuesday = ReviewerDay(date=TUESDAY, columns=((together, interview), (together,)))
    wednesday = ReviewerDay(date=WEDNESDAY, columns=((), (reserve,)))
    monday = ReviewerDay(date=NEXT_MONDAY, columns=((lunch,), (lunch,)))
    return ReviewerView(
        edition=edition(),
        weeks=(
            ReviewerWeek(
                number=3,
                monday=date(2021, 5, 3),
                areas=("Children in need",),
                provisional=(),
                days=(tuesday, wednesday),
            ),
            ReviewerWeek(
                number=13,
                monday=NEXT_MONDAY,
                areas=("Children in care", "Care leavers"),
                provisional=("until the court judgement is published", "a date from the court."),
                days=(monday,),
            ),
        ),
        ledger=(
            LedgerRow(kind="fieldwork", contracted=16.0, used=15.5, by=("Lead reviewer 9.5", "Second reviewer 6")),
        ),
        ledger_says="does not close: 15.5 of 16",
        coverage=(CoverageRow(area="Children in care", item="Adoption", sessions=0, evidence=0),),
        left_out=(LeftOutRow(title="Advocacy", why="Nobody is free."),),
        changed=("lunch: was Mon 10 May 13.00, now Mon 10 May 12.00",),
        notices=("one notice.",),
    )


def small_host_view() -> HostView:
    """Two weeks; the second tentative."""

    def line(day: date, hour: int, code: str, *people: HostPerson, **known: object) -> HostLine:
        usual = {"title": f"Practice discussion - ref {code} - 60 min", "reviewers": ("Lead reviewer",)}
        rest = {"place": "online", "tentative": False, "code": code, "people": people}
        times = {"start": at(day, hour), "end": at(day, hour) + timedelta(hours=1)}
        return HostLine.model_validate({**usual, **rest, **times, **known})

    first = line(TUESDAY, 9, "R-KKKK", DIRECTOR, WORKER, reviewers=("Lead reviewer", "Second reviewer"))
    second = line(TUESDAY, 10, "R-2345", WORKER, title="Practice discussion", place="room 2")
    third = line(NEXT_MONDAY, 11, "R-BCDF", WORKER, tentative=True)
    days = (HostDay(date=TUESDAY, lines=(first, second)), HostDay(date=NEXT_MONDAY, lines=(third,)))
    return HostView(edition=edition(), days=days, changed=())


def small_public_view() -> PublicView:
    """Two days, the second provisional."""

    def line(day: date, hour: int, *roles: str) -> PublicLine:
        return PublicLine(start=at(day, hour), end=at(day, hour, 45), title="Practice discussion", roles=roles)

    tuesday = PublicDay(
        date=TUESDAY,
        provisional=False,
        lines=(line(TUESDAY, 9, "Reviewer", "Social worker"), line(TUESDAY, 10, "Reviewer")),
    )
    monday = PublicDay(date=NEXT_MONDAY, provisional=True, lines=(line(NEXT_MONDAY, 9, "Reviewer"),))
    return PublicView(edition=edition(reviewers=("Reviewer", "Reviewer")), days=(tuesday, monday), changed=True)


def long_days() -> list[date]:
    """Twelve days, four in each of three weeks."""
    return [date(2021, 4, 19) + timedelta(weeks=week, days=day) for week in range(3) for day in range(4)]


def long_host_view() -> HostView:
    """Twelve days of seven sessions."""
    days = tuple(
        HostDay(
            date=day,
            lines=tuple(
                HostLine(
                    code=f"R-{nth:02}{hour:02}",
                    start=at(day, hour),
                    end=at(day, hour, 45),
                    title="Practice discussion",
                    reviewers=("Lead reviewer",),
                    people=(WORKER,),
                    place="online",
                    tentative=False,
                )
                for hour in range(9, 16)
            ),
        )
        for nth, day in enumerate(long_days())
    )
    return HostView(edition=edition(), days=days, changed=())


def long_reviewer_view(reviewers: int = 2) -> ReviewerView:
    """Twelve days of seven sessions, each with a title of two lines, for this many reviewers."""
    title = "Interview: step-up and step-down, assessments, plans, progress and what was decided in core groups"
    days = [
        ReviewerDay(
            date=day,
            columns=tuple(
                tuple(
                    reviewer_line(day, hour, title, f"R-{nth:02}{hour:02}{column}", met="Social worker")
                    for hour in range(9, 16)
                )
                for column in range(reviewers)
            ),
        )
        for nth, day in enumerate(long_days())
    ]
    weeks = tuple(
        ReviewerWeek(
            number=week + 1,
            monday=days[4 * week].date,
            areas=("Children in need",),
            provisional=(),
            days=tuple(days[4 * week : 4 * week + 4]),
        )
        for week in range(3)
    )
    names = tuple(f"Reviewer {column + 1}" for column in range(reviewers))
    return small_reviewer_view().model_copy(update={"edition": edition(reviewers=names), "weeks": weeks})
