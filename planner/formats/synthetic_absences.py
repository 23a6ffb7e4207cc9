"""Synthetic absences, ragged on purpose: leave, court, part days and duty, of which only the hours are kept.

Every worker has at least 30 % of the fieldwork hours blocked, and yet two hours in one piece free in every week of
fieldwork, so that only the cases that are meant to be hard to see are hard to see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count, pairwise
from random import Random
from typing import NamedTuple

from planner.intake.review import Away

OPENS, CLOSES = time(9), time(17, 30)
QUARTER = timedelta(minutes=15)

MORNING, AFTERNOON, WHOLE_DAY = (OPENS, time(12, 30)), (time(13, 30), CLOSES), (OPENS, CLOSES)
COURT = (time(9, 30), time(13)), (time(13), time(16, 30)), (time(9, 30), time(16, 30))

KEPT_OPEN = time(10), time(17), timedelta(hours=2)
"""In every week somebody has this much in one piece between these hours."""


class Stretch(NamedTuple):
    """A stretch of one day, in local time."""

    start: datetime
    end: datetime

    def meets(self, other: Stretch) -> bool:
        """Whether the two share some time."""
        return self.start < other.end and other.start < self.end


class Wanted(NamedTuple):
    """What one person's absences have to come to."""

    least: float
    """The share of fieldwork hours to block, at least."""
    most: float
    """The share aimed at is between the least and this."""
    closed: tuple[Stretch, ...] = ()
    """Blocked whatever else is."""
    kept: tuple[Stretch, ...] = ()
    """Never blocked."""


def on(day: date, hours: tuple[time, time]) -> Stretch:
    """A stretch of a day."""
    return Stretch(datetime.combine(day, hours[0]), datetime.combine(day, hours[1]))


def around(free: Stretch | None, dates: Sequence[date]) -> tuple[Stretch, ...]:
    """Everything of some days but one stretch."""
    days = [on(day, WHOLE_DAY) for day in dates]
    if free is None:
        return tuple(days)
    parts = ([Stretch(day.start, free.start), Stretch(free.end, day.end)] if day.meets(free) else [day] for day in days)
    return tuple(part for of_day in parts for part in of_day if part.start < part.end)


def absences(who: str, wanted: Wanted, weeks: Sequence[Sequence[date]], seed: int) -> tuple[Away, ...]:
    """A person's absences: the same for the same seed, whoever else there is.

    Args:
        who: the person's id.
        wanted: what the absences have to come to.
        weeks: the dates of fieldwork, week by week.
        seed: any whole number.
    """
    hard = {stretch.start.date() for stretch in wanted.closed}
    blocked = next(
        attempt
        for attempt in _attempts(who, wanted, weeks, seed)
        if all(hard & set(week) or _is_open(week, attempt) for week in weeks)
    )
    return tuple(Away(who=who, start=each.start, end=each.end) for each in blocked)


def share_blocked(blocked: Collection[Stretch], dates: Collection[date]) -> float:
    """The share of the council's hours on these dates that is blocked."""
    hours = [quarter for day in dates for quarter in _quarters(on(day, WHOLE_DAY))]
    return sum(any(each.start <= quarter < each.end for each in blocked) for quarter in hours) / len(hours)


def _attempts(who: str, wanted: Wanted, weeks: Sequence[Sequence[date]], seed: int) -> Iterator[list[Stretch]]:
    for nth in count():
        chance = Random(f"{seed}:{who}:{nth}")  # noqa: S311 -- repeatable examples, no secrets
        yield _merged(_attempt(chance, wanted, weeks))


def _attempt(chance: Random, wanted: Wanted, weeks: Sequence[Sequence[date]]) -> list[Stretch]:
    dates = [day for week in weeks for day in week]
    aim = chance.uniform(wanted.least, wanted.most)
    blocked = list(wanted.closed)
    while share_blocked(blocked, dates) < aim:
        blocked += [each for each in _block(chance, weeks) if not any(each.meets(kept) for kept in wanted.kept)]
    return blocked


def _block(chance: Random, weeks: Sequence[Sequence[date]]) -> list[Stretch]:
    """One absence: a part day every week, leave, court, a day on duty, or something shorter."""
    day = chance.choice([day for week in weeks for day in week])
    match chance.choice(("part day", "leave", "court", "duty", "visit", "visit")):
        case "part day":
            half = chance.choice((MORNING, AFTERNOON))
            return [on(each, half) for week in weeks for each in week if each.weekday() == day.weekday()]
        case "leave":
            return [on(day + timedelta(nth), WHOLE_DAY) for nth in range(chance.choice((1, 2)))]
        case "court":
            return [on(day, chance.choice(COURT))]
        case "duty":
            return [on(day, WHOLE_DAY)]
        case _:
            start = datetime.combine(day, OPENS) + chance.randrange(0, 28) * QUARTER
            return [Stretch(start, min(start + chance.randrange(3, 9) * QUARTER, datetime.combine(day, CLOSES)))]


def _merged(blocked: Collection[Stretch]) -> list[Stretch]:
    """In order, those that overlap or touch as one."""
    merged: list[Stretch] = []
    for each in sorted(blocked):
        if merged and each.start <= merged[-1].end:
            merged[-1] = Stretch(merged[-1].start, max(merged[-1].end, each.end))
        else:
            merged.append(each)
    return merged


def _is_open(week: Sequence[date], blocked: Sequence[Stretch]) -> bool:
    first, last, enough = KEPT_OPEN
    for day in week:
        whole = on(day, (first, last))
        that_day = [each for each in blocked if each.meets(whole)]
        edges = [whole.start, *(edge for each in that_day for edge in each), whole.end]
        if any(end - start >= enough for start, end in list(pairwise(edges))[::2]):
            return True
    return False


def _quarters(stretch: Stretch) -> Iterator[datetime]:
    at = stretch.start
    while at < stretch.end:
        yield at
        at += QUARTER
