"""Jobs placed one after the other: where all find a place, nothing is asked for too much; else, as many as find one.

Each job takes the earliest time, on the side of those whom fewest others ask for; the jobs with the least room come
first. That is quick, and no proof that more cannot be placed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from constraints.counting.jobs import Diary, Held, Job, Option, Way
from constraints.counting.limits import NOTHING_YET, Done, remembered

TRIES = 24
"""So many orders are tried beside the sensible ones."""


def placed(jobs: Sequence[Job], diaries: Mapping[str, Diary], wanted: int) -> tuple[Held, ...]:
    """As many jobs as are wanted, or as many as could be placed together.

    Args:
        jobs: what is asked.
        diaries: how often each subject can take part in anything.
        wanted: with so many it is enough.
    """
    best: tuple[Held, ...] = ()
    for order in _orders(jobs):
        found = _in_order(order, diaries, wanted)
        if len(found) > len(best):
            best = found
        if len(best) >= wanted:
            break
    return best


def _orders(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    yield sorted(jobs, key=lambda job: (_room(job), _latest(job)))
    yield sorted(jobs, key=lambda job: (_latest(job), _room(job)))
    yield sorted(jobs, key=lambda job: (-job.length * job.units, _room(job)))
    yield sorted(jobs, key=lambda job: (job.length * job.units, _room(job)))
    random = Random(len(jobs))  # noqa: S311 -- a fixed shuffle, nothing secret
    for _ in range(TRIES if len(jobs) > 1 else 0):
        yield random.sample(jobs, len(jobs))


def room(way: Way) -> int:
    """At how many ticks something could start."""
    return sum(last - first + 1 for _, ranges in way.days for first, last in ranges)


def _room(job: Job) -> int:
    return sum(map(room, job.ways.values()))


def _latest(job: Job) -> int:
    return max((ranges[-1][1] for way in job.ways.values() for _, ranges in way.days), default=0)


def _in_order(order: Sequence[Job], diaries: Mapping[str, Diary], wanted: int) -> tuple[Held, ...]:
    asked = Counter(calendar for job in order for calendar in job.ways)
    books = {calendar: _Book(diary) for calendar, diary in diaries.items()}
    held: list[Held] = []
    seen: set[str] = set()
    for job in order:
        choices = [
            (sum(asked[one] for one in option.members), start, option)
            for option in job.options
            if not seen & set(option.cases) and (start := _start(job, option, books)) is not None
        ]
        if choices:
            _, start, option = min(choices, key=lambda choice: choice[:2])
            held.append(Held(job.id, option, start))
            seen |= set(option.cases)
            for calendar in option.members:
                books[calendar].book(job, job.ways[calendar], start)
        if len(held) == wanted:
            break
    return tuple(held)


def _start(job: Job, option: Option, books: Mapping[str, _Book]) -> int | None:
    """The earliest start at which all of an option are free."""
    start: int | None = 0
    while start is not None:
        found = start
        for calendar in option.members:
            start = books[calendar].next(job, job.ways[calendar], found) if calendar in job.ways else None
            if start is None or start > found:
                break
        if start == found:
            return found
    return None


class _Book:
    """What is booked with a subject."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._busy: list[tuple[int, int]] = []
        self._days: dict[date, list[Way]] = {}

    def next(self, job: Job, way: Way, since: int) -> int | None:
        """The earliest start of a job from a tick on."""
        for day, ranges in way.days:
            if ranges[-1][1] >= since and self._allows(day, way):
                for first, last in ranges:
                    start = self._beside(max(first, since), job.length + way.space)
                    if start <= last:
                        return start
        return None

    def _beside(self, start: int, length: int) -> int:
        for begins, ends in sorted(self._busy):
            if begins < start + length and start < ends:
                start = ends
        return start

    def _allows(self, day: date, way: Way) -> bool:
        memory = NOTHING_YET
        for on in sorted({*self._days, day}):
            ways = [*self._days.get(on, ()), *([way] if on == day else ())]
            after = remembered(self._diary, memory, on, Done.of((one, 1) for one in ways))
            if after is None:
                return False
            memory = after
        return True

    def book(self, job: Job, way: Way, start: int) -> None:
        """Note a job."""
        (day,) = (on for on, ranges in way.days for first, last in ranges if first <= start <= last)
        self._busy.append((start, start + job.length + way.space))
        self._days.setdefault(day, []).append(way)
