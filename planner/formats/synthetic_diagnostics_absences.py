"""When managers and rooms of the team diagnostics are not to be had: often in school holidays, ragged in term.

Part-time weeks, panels every other week, leave, court and training; only the hours are kept of them. A visit takes a
whole day, so half a day away is a day lost to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random

from planner.formats.synthetic_absences import AFTERNOON, CLOSES, MORNING, OPENS, WHOLE_DAY
from planner.formats.synthetic_diagnostics_staff import FRONT_DOOR, IN_CARE, SAFEGUARDING, SUPPORT, staff
from planner.intake.review import Away, StaffMember

Hours = tuple[time, time]
Blocked = dict[date, Hours]
Days = tuple[date, ...]


def _weekdays(first: date, last: date) -> Days:
    dates = (first + timedelta(nth) for nth in range((last - first).days + 1))
    return tuple(day for day in dates if day.weekday() < 5)


WHOLE = _weekdays(date(2017, 8, 1), date(2018, 3, 29))
SUMMER = tuple(
    _weekdays(date(2017, 7, 31) + timedelta(7 * nth), date(2017, 8, 4) + timedelta(7 * nth)) for nth in range(5)
)
HALF_TERMS = (_weekdays(date(2017, 10, 30), date(2017, 11, 3)), _weekdays(date(2018, 2, 19), date(2018, 2, 23)))
CHRISTMAS = _weekdays(date(2017, 12, 22), date(2018, 1, 2))
AROUND_CHRISTMAS = (_weekdays(date(2017, 12, 18), date(2017, 12, 21)), _weekdays(date(2018, 1, 3), date(2018, 1, 5)))
AUTUMN = tuple(day for day in _weekdays(date(2017, 9, 4), date(2018, 1, 31)) if day not in (*HALF_TERMS[0], *CHRISTMAS))
"""The days of term on which visits are held."""

LATER = _weekdays(date(2018, 2, 1), date(2018, 3, 29))
"""The time of the workshops, for which diaries are still open."""

FEW_DAYS: Mapping[str, tuple[Days, Days]] = {
    "team-manager-mash": (_weekdays(date(2017, 8, 14), date(2017, 8, 31)), (date(2017, 8, 22), date(2017, 8, 31))),
    "performance-manager": (_weekdays(date(2017, 9, 18), date(2017, 10, 19)), (date(2017, 9, 28), date(2017, 10, 12))),
    "team-manager-ss1": (_weekdays(date(2017, 10, 9), date(2017, 11, 23)), (date(2017, 10, 24), date(2017, 11, 15))),
    "team-manager-pn": (_weekdays(date(2017, 10, 30), date(2017, 12, 7)), (date(2017, 11, 14), date(2017, 11, 29))),
    "team-manager-fe": (_weekdays(date(2018, 1, 8), date(2018, 1, 31)), (date(2018, 1, 16), date(2018, 1, 25))),
}
"""Whose visit has few days: the dates of its window, and those of them on which they are there."""

WORKSHOP_DAYS: Mapping[str, Days] = {
    FRONT_DOOR: (date(2018, 1, 31), date(2018, 2, 6)),
    SAFEGUARDING: (date(2018, 2, 7), date(2018, 2, 27)),
    IN_CARE: (date(2018, 2, 28), date(2018, 3, 7)),
    SUPPORT: (date(2018, 3, 6), date(2018, 3, 14)),
}
"""Two days on which all managers of a pool are there, so that their workshop can be held."""

REVIEW_MEETING = date(2017, 11, 27)
KEPT: Mapping[str, Days] = {
    "group-manager-front-door": FEW_DAYS["team-manager-mash"][1],
    "group-manager-safeguarding-south": FEW_DAYS["team-manager-ss1"][1],
    "group-manager-children-in-care": FEW_DAYS["team-manager-pn"][1],
    "group-manager-disabilities-family-support": FEW_DAYS["team-manager-fe"][1],
    "director-of-improvement": (REVIEW_MEETING, *(day for days in WORKSHOP_DAYS.values() for day in days)),
    "assistant-director-safeguarding": (REVIEW_MEETING,),
    "assistant-director-provider": (REVIEW_MEETING,),
}
"""When others are there whatever else is, so that what has few days can be held on them."""

NEVER_AWAY = frozenset({"visiting-director"})

ONCE: Mapping[str, Mapping[date, Hours]] = {"dcs": {REVIEW_MEETING: MORNING}}
"""The director of the council can join the review meeting in the afternoon only."""

ROOMS: Mapping[str, tuple[int, int, Hours]] = {
    "hall-room": (2, 1, WHOLE_DAY),
    "conference-room": (3, 1, WHOLE_DAY),
    "north-room-1": (1, 1, MORNING),
    "south-room": (3, 2, WHOLE_DAY),
    "east-room-1": (0, 2, AFTERNOON),
}
"""When rooms are taken: the weekday (Monday is 0), every how many weeks, and the hours."""


def away(seed: int) -> tuple[Away, ...]:
    """Everyone's absences and every room's, the same for the same seed.

    Args:
        seed: any whole number.
    """
    found = [absence for member in staff() for absence in _rows(member.id, _blocked(member, seed))]
    for room, (weekday, every, hours) in ROOMS.items():
        days = [day for day in WHOLE if day.weekday() == weekday][::every]
        found += _rows(room, dict.fromkeys(days, hours))
    return tuple(found)


def _blocked(member: StaffMember, seed: int) -> Blocked:
    """The hours that somebody is away, by the day."""
    if member.id in NEVER_AWAY:
        return {}
    chance = Random(f"{seed}:{member.id}")  # noqa: S311 -- repeatable examples, no secrets
    blocked: Blocked = {}
    for day, hours in (*_in_term(chance), *((day, WHOLE_DAY) for day in _leave(chance))):
        blocked[day] = WHOLE_DAY if blocked.get(day, hours) != hours else hours
    for day in (*KEPT.get(member.id, ()), *(day for pool in member.pools for day in WORKSHOP_DAYS.get(pool, ()))):
        blocked.pop(day, None)
    window, there = FEW_DAYS.get(member.id, ((), ()))
    blocked.update(dict.fromkeys(window, WHOLE_DAY))
    for day in there:
        blocked.pop(day, None)
    return {**blocked, **ONCE.get(member.id, {})}


def _in_term(chance: Random) -> Iterator[tuple[date, Hours]]:
    """A free day every week or half a day every other week, and single days at court, on duty or in training."""
    weekday, half = chance.randrange(5), chance.choice((MORNING, AFTERNOON))
    on_that_day = [day for day in WHOLE if day.weekday() == weekday]
    if chance.random() < 0.2:
        yield from ((day, WHOLE_DAY) for day in on_that_day)
    else:
        yield from ((day, half) for day in on_that_day[chance.randrange(2) :: 2])
    single = chance.sample(AUTUMN, chance.randint(6, 10)) + chance.sample(LATER, chance.randint(1, 3))
    yield from ((day, chance.choice((MORNING, AFTERNOON, WHOLE_DAY))) for day in single)


def _leave(chance: Random) -> Iterator[date]:
    """Most of August, half of the half-terms, Christmas and something around it, and a few days in term."""
    for week in chance.sample(SUMMER, chance.choice((2, 3, 3, 4))):
        yield from week
    yield from (day for week in HALF_TERMS if chance.random() < 0.5 for day in week)
    yield from (*CHRISTMAS, *chance.choice((*AROUND_CHRISTMAS, ())))
    at, days = chance.randrange(len(AUTUMN) - 5), chance.choice((0, 2, 3, 5))
    yield from AUTUMN[at : at + days]


def _rows(who: str, blocked: Mapping[date, Hours]) -> Iterator[Away]:
    """Absences in order of time; whole days on end, weekends between them or not, are one."""
    since: date | None = None
    for day in sorted(blocked):
        opens, closes = blocked[day]
        if (opens, closes) != WHOLE_DAY:
            yield Away(who=who, start=datetime.combine(day, opens), end=datetime.combine(day, closes))
            continue
        since = since or day
        if blocked.get(_next(day)) != WHOLE_DAY:
            yield Away(who=who, start=datetime.combine(since, OPENS), end=datetime.combine(day, CLOSES))
            since = None


def _next(day: date) -> date:
    """The next weekday."""
    return day + timedelta(3 if day.weekday() == 4 else 1)
