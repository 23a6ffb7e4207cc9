"""Small programmes over both changes of London's clock in 2021, made by hand, with names and ids that are awkward."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from constraints.problem import Activity, Area, Person, Pool, Problem, ReviewerDay, Session, instant
from constraints.programme import Programme, in_time
from planner.outgoing.codes import codes
from planner.outgoing.source import Revision, Source

LONDON = ZoneInfo("Europe/London")
SPRING = (date(2021, 3, 26), date(2021, 3, 30))
AUTUMN = (date(2021, 10, 29), date(2021, 11, 2))
HOURS = {"interview": (9, 0), "lunch": (12, 0), "record": (16, 30), "group": (0, 30)}
PEOPLE = (
    Person(id="lead", name="Lead reviewer", email="lead@example.org", pools=("reviewers",)),
    Person(id="worker/1", name='Zoë "Zee" O’Neil; née Smith, \x07worker', role="Worker", email="zoë&co@example.org"),
    Person(id="worker 2", name="Worker: the second^", role="Worker", email="two@example.org"),
)
MADE = datetime(2021, 3, 1, 9, 30, tzinfo=LONDON)


def source(first: date, last: date, zone: str = "Europe/London") -> Source:
    """A programme of four sessions a day, one of them over the hour of the change; the last day is provisional."""
    tz = ZoneInfo(zone)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    held = [(kind, day) for day in days for kind in HOURS]
    activities = tuple(_activity(kind, day, provisional=day == last) for kind, day in held)
    sessions = [_session(kind, day, tz) for kind, day in held]
    ids = [activity.id for activity in activities]
    return Source(
        problem=Problem(
            title="A review by hand",
            zone=zone,
            start=first,
            end=last,
            people=PEOPLE,
            pools=(Pool(id="reviewers", name="Reviewers"),),
            areas=(
                Area(id="a", title="Area"),
                Area(id="p", title="Provisional", provisional="a judgement is published"),
            ),
            activities=activities,
            days=tuple(ReviewerDay(person="lead", date=day, kind="fieldwork") for day in days),
        ),
        programme=Programme(sessions=tuple(sorted(sessions, key=in_time))),
        number=1,
        made=MADE,
        codes=codes(b"a key of the tests", ids),
        revisions={
            one: Revision(uid=f"{nth}@example.org", generation=1, sequence=nth % 3, stamp=MADE)
            for nth, one in enumerate(ids)
        },
        organiser="officer@example.org",
        organiser_name="Link officer",
    )


def expected(made_from: Source) -> Mapping[str, tuple[datetime, datetime]]:
    """When each session begins and ends, in UTC, by the UID of its invitation."""
    return {
        made_from.revisions[session.activity].uid: (instant(session.start), instant(session.end))
        for session in made_from.programme.sessions
    }


def _activity(kind: str, day: date, *, provisional: bool) -> Activity:
    area = "p" if provisional else "a"
    return Activity(id=f"{kind}-{day:%m%d}", title="Their theme", kind=kind, area=area, shortest=30, longest=120)


def _session(kind: str, day: date, tz: ZoneInfo) -> Session:
    begins = datetime.combine(day, time(*HOURS[kind]), tz).astimezone(UTC)
    lasts = timedelta(minutes=120 if kind == "group" else 60)
    asked = {"interview": ("worker/1",), "group": ("worker/1", "worker 2")}.get(kind, ())
    start, end = begins.astimezone(tz), (begins + lasts).astimezone(tz)
    return Session(activity=f"{kind}-{day:%m%d}", start=start, end=end, reviewers=("lead",), counterparts=asked)
