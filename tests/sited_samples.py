"""A programme at two sites with two rooms, four who hold sessions and a summer between two of its weeks, by hand.

Ids of sites and rooms are such as no text may hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from constraints.problem import (
    Activity,
    Area,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    Session,
    Site,
)
from constraints.programme import Programme, in_time
from planner.outgoing.codes import codes
from planner.outgoing.revisions import Written, revisions
from planner.outgoing.source import Source

LONDON = ZoneInfo("Europe/London")
JUNE, SEPTEMBER = date(2018, 6, 14), date(2018, 9, 4)
HALL, NORTH = "x-site-hall", "x-site-north"
LARGE, SMALL, ANNEXE = "x-room-large", "x-room-small", "x-room-annexe"
IDS = (HALL, NORTH, LARGE, SMALL, ANNEXE)
HOLDERS = ("visiting-a", "visiting-b", "host-a", "host-b")
WORKERS = tuple(f"worker-{nth}" for nth in range(1, 6))
KEY = b"a key of the tests, not a secret"


@cache
def sited() -> Source:
    """The first version."""
    return _source(_programme())


@cache
def moved() -> Source:
    """A version after it: the team visit in another room, its feedback at another site, the call no longer online."""
    elsewhere = {
        "visit": {"room": SMALL},
        "feedback": {"place": HALL, "room": LARGE},
        "call": {"place": NORTH},
    }
    sessions = (one.model_copy(update=elsewhere.get(one.activity, {})) for one in _programme().sessions)
    return _source(_programme(), Programme(sessions=tuple(sessions)))


def problem(**other: object) -> Problem:
    """What the programme answers."""
    visiting = [_person(one, f"Visiting manager {one[-1].upper()}", "visiting") for one in HOLDERS[:2]]
    hosting = [_person(one, f"Host manager {one[-1].upper()}", "hosts") for one in HOLDERS[2:]]
    workers = [_person(one, f"Social worker {one[-1]}", "workers") for one in WORKERS]
    manager = _person("manager", "Team manager", "managers", role="Team manager, north")
    idle = _person("idle", "Worker on leave", "workers")
    said = {
        "title": "Two sites",
        "start": date(2018, 6, 1),
        "end": date(2018, 9, 28),
        "people": (*visiting, *hosting, *workers, manager, idle),
        "pools": tuple(Pool(id=one, name=one.title()) for one in ("visiting", "hosts", "workers", "managers")),
        "areas": (Area(id="a", title="The northern team"),),
        "activities": _activities(),
        "sites": (Site(id=HALL, name="County Hall"), Site(id=NORTH, name="North office")),
        "resources": (
            Resource(id=LARGE, name="Committee room 1"),
            Resource(id=SMALL, name="Committee room 2"),
            Resource(id=ANNEXE, name="North office, annexe"),
        ),
        "days": tuple(
            ReviewerDay(person=one, date=day, kind="on site") for one in HOLDERS for day in (JUNE, SEPTEMBER)
        ),
    }
    return Problem.model_validate(said | other)


def _activities() -> tuple[Activity, ...]:
    four = (Need(pool="visiting", count="all"), Need(pool="hosts", count="all"))
    rooms = (LARGE, SMALL, ANNEXE)
    met = {"counterparts": (Need(people=("manager",)),), "rooms": rooms, "area": "a"}
    return (
        _activity("visit", "Team visit to the northern team", "team-visit", 180, needs=four, place=HALL, **met),
        _activity("feedback", "What the visit found", "verbal-feedback", 60, needs=four, place=NORTH, **met),
        _activity("meeting", "Team meeting", "team-meeting", 30, needs=four, place=HALL, rooms=rooms),
        _activity("call", "Permanency", "call", 45, interview=True, counterparts=(Need(people=WORKERS[:1]),)),
        *(_activity(f"lunch-{one}", "Lunch", "lunch", 30, standing="lunch") for one in HOLDERS),
        _activity(
            "evening", "Workers at night", "evening", 90, place=NORTH, counterparts=(Need(pool="workers", count=5),)
        ),
    )


def _programme() -> Programme:
    sessions = (
        _session("visit", JUNE, "09:30", "12:30", HOLDERS, ("manager",), place=HALL, room=LARGE),
        *(_session(f"lunch-{one}", JUNE, "12:30", "13:00", (one,)) for one in HOLDERS),
        _session("feedback", JUNE, "15:30", "16:30", HOLDERS, ("manager",), place=NORTH, room=ANNEXE),
        _session("meeting", JUNE, "16:45", "17:15", HOLDERS, place=HALL, room=SMALL),
        _session("call", SEPTEMBER, "10:00", "10:45", HOLDERS[:1], WORKERS[:1]),
        _session("evening", SEPTEMBER, "18:00", "19:30", HOLDERS[:2], WORKERS, place=NORTH),
    )
    return Programme(sessions=tuple(sorted(sessions, key=in_time)))


def _person(name: str, called: str, pool: str, role: str = "") -> Person:
    return Person(id=name, name=called, role=role or called[:-2], email=f"{name}@example.org", pools=(pool,))


def _activity(name: str, title: str, kind: str, minutes: int, **other: object) -> Activity:
    said = {"id": name, "title": title, "kind": kind, "shortest": minutes, "longest": minutes}
    return Activity.model_validate({"needs": (Need(pool="visiting"),)} | said | other)


def _session(
    name: str, day: date, start: str, end: str, reviewers: Iterable[str], met: Iterable[str] = (), **where: str
) -> Session:
    begins, ends = (datetime.combine(day, time.fromisoformat(clock), LONDON) for clock in (start, end))
    people = {"reviewers": tuple(reviewers), "counterparts": tuple(met)}
    return Session.model_validate({"activity": name, "start": begins, "end": ends} | people | where)


def _source(*programmes: Programme) -> Source:
    stated = problem()
    coded = codes(KEY, stated.activity)
    versions = [
        Written(number=nth, made=datetime(2018, 5, nth, 9, tzinfo=UTC), problem=stated, programme=programme)
        for nth, programme in enumerate(programmes, start=1)
    ]
    return Source(
        problem=stated,
        programme=programmes[-1],
        number=len(programmes),
        made=versions[-1].made,
        before=programmes[-2] if len(programmes) > 1 else None,
        problem_before=stated if len(programmes) > 1 else None,
        codes=coded,
        revisions=revisions(versions, coded, "two sites", "example.org"),
        organiser="office@example.org",
        organiser_name="Office",
    )
