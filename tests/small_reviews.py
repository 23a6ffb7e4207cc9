"""A review of two days, two reviewers and two workers, to be said in a line or two of a test."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    CaseSeen,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    ReviewerDay,
    Session,
    Window,
)
from constraints.programme import Programme, in_time

LONDON = ZoneInfo("Europe/London")
TUESDAY, WEDNESDAY = date(2021, 5, 4), date(2021, 5, 5)
ONE_REVIEWER = (Need(pool="reviewers"),)
PEOPLE = {
    "r1": Person(id="r1", name="First reviewer", pools=("reviewers",)),
    "r2": Person(id="r2", name="Second reviewer", pools=("reviewers",)),
    "w1": Person(id="w1", name="First worker", pools=("workers",), team="North"),
    "w2": Person(id="w2", name="Second worker", pools=("workers",), team="South"),
}
CASES = (Candidate(case="c1", rank=1, workers=("w1",), cover=("w2",)), Candidate(case="c2", rank=2, workers=("w2",)))
AUDIT = CaseDemand(stratum="audit", candidates=CASES, record_resource="laptop")


def at(clock: str, day: date = TUESDAY) -> datetime:
    """A time of a day in London."""
    return datetime.combine(day, time.fromisoformat(clock), LONDON)


def window(start: str, end: str, day: date = TUESDAY) -> Window:
    """A stretch of one day."""
    return Window(start=at(start, day), end=at(end, day))


def activity(name: str, minutes: int = 60, **other: object) -> Activity:
    """An activity of an hour that one reviewer holds."""
    held = {"id": name, "title": name.capitalize(), "kind": "any", "needs": ONE_REVIEWER}
    return Activity.model_validate(held | {"shortest": minutes, "longest": minutes} | other)


def session(name: str, start: str, end: str, day: date = TUESDAY, **other: object) -> Session:
    """A session that the first reviewer holds."""
    held = {"activity": name, "start": at(start, day), "end": at(end, day), "reviewers": ("r1",)}
    return Session.model_validate(held | other)


def seen(case: str = "c1", rank: int = 1, mode: Mode = Mode.WORKER) -> tuple[CaseSeen, ...]:
    """One case in a session."""
    return (CaseSeen(case=case, rank=rank, mode=mode),)


def problem(*activities: Activity, people: dict[str, dict[str, object]] | None = None, **other: object) -> Problem:
    """A review of these activities; of people what differs from PEOPLE."""
    differ = people or {}
    said = {
        "title": "small",
        "start": TUESDAY,
        "end": WEDNESDAY,
        "people": tuple(person.model_copy(update=differ.get(who, {})) for who, person in PEOPLE.items()),
        "pools": (Pool(id="reviewers", name="Reviewers"), Pool(id="workers", name="Workers")),
        "activities": activities,
        "days": tuple(
            ReviewerDay(person=who, date=TUESDAY + timedelta(n), kind="fieldwork")
            for who in ("r1", "r2")
            for n in (0, 1)
        ),
    }
    return Problem.model_validate(said | other)


def programme(*sessions: Session) -> Programme:
    """These sessions, in order of time."""
    return Programme(sessions=tuple(sorted(sessions, key=in_time)))
