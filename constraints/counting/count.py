"""How many jobs some subjects can do at most, counted exactly where each job takes one of them.

Day by day: of each subject and day every set of jobs that fits into it, one after the other at the earliest time; then
day after day and subject after subject what has been done so far. Jobs that are alike are counted, not told apart.
Where there are too many kinds of jobs for that, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import prod
from typing import NamedTuple

from constraints.counting.jobs import Budget, Class, Diary, Held, Job, Option, classes_of
from constraints.counting.limits import NOTHING_YET, Done, Memory, remembered
from constraints.counting.ranges import Ranges

Counts = tuple[int, ...]
"""How many jobs of each class."""

MANY = 1_000
"""So many ways for a day, or sums so far, are followed; with more, the count is given up."""

SUMS = 20_000
"""Where there could be more sums than this, it is not begun."""


class Counted(NamedTuple):
    """The most jobs that can be done at once, and, where each takes one subject, how."""

    most: int
    held: tuple[Held, ...]


class _Day(NamedTuple):
    """Jobs of one subject on one day: when the subject is free again, and what starts when."""

    free: int
    starts: tuple[tuple[int, int], ...]


class _Sum(NamedTuple):
    """What has been done so far."""

    counts: Counts
    memory: Memory
    spent: int


class _Trace(NamedTuple):
    before: _Trace | None
    calendar: str
    starts: tuple[tuple[int, int], ...]


def count(jobs: Sequence[Job], diaries: Mapping[str, Diary], budget: Budget | None = None) -> Counted | None:
    """The most jobs that can be done; None where there are too many ways to follow.

    Args:
        jobs: what is asked. One that takes several subjects counts for each of them by itself: the answer is a bound.
        diaries: how often each subject can take part in anything.
        budget: how many of some days may be used.
    """
    classes = classes_of(jobs)
    if prod(one.units * len(one.jobs) + 1 for one in classes) > SUMS:
        return None
    sums: dict[_Sum, _Trace | None] = {_Sum((0,) * len(classes), NOTHING_YET, 0): None}
    for calendar in sorted({calendar for one in classes for calendar in one.ways}):
        for day in sorted({day for one in classes if calendar in one.ways for day, _ in one.ways[calendar].days}):
            of_day = _of_day(classes, calendar, day, diaries[calendar])
            after = _added(classes, sums, calendar, day, of_day, diaries[calendar], budget) if of_day else None
            if after is None:
                return None
            sums = after
        sums = _forgotten(sums)
        full = next((one for one in sums if _worth(classes, one.counts) == len(jobs)), None)
        if full is not None:
            return Counted(len(jobs), tuple(_held(classes, sums[full])))
    best = max(sums, key=lambda one: _worth(classes, one.counts))
    return Counted(_worth(classes, best.counts), tuple(_held(classes, sums[best])))


def _worth(classes: Sequence[Class], counts: Counts) -> int:
    return sum(min(len(one.jobs), done // one.units) for one, done in zip(classes, counts, strict=True))


def _of_day(classes: Sequence[Class], calendar: str, day: date, diary: Diary) -> dict[Counts, _Day] | None:
    """Every set of jobs that one subject can do on one day, each ending as early as it can."""
    here = [(n, of, ranges) for n, of, ranges in _there(classes, calendar, day)]
    nothing = (0,) * len(classes)
    found = {nothing: _Day(-1, ())}
    level = dict(found)
    while level:
        longer: dict[Counts, _Day] = {}
        for counts, before in level.items():
            for n, one, ranges in here:
                start = _first(ranges, before.free)
                if start is None or counts[n] == len(one.jobs):
                    continue
                more = (*counts[:n], counts[n] + 1, *counts[n + 1 :])
                if not _within_day(classes, calendar, more, day, diary):
                    continue
                free = start + one.length + one.ways[calendar].space
                if more not in longer or free < longer[more].free:
                    longer[more] = _Day(free, (*before.starts, (n, start)))
        found |= longer
        level = longer
        if len(found) > MANY:
            return None
    return found


def _there(classes: Sequence[Class], calendar: str, day: date) -> Iterator[tuple[int, Class, Ranges]]:
    for n, one in enumerate(classes):
        if calendar in one.ways:
            for on, ranges in one.ways[calendar].days:
                if on == day:
                    yield n, one, ranges


def _first(ranges: Ranges, free: int) -> int | None:
    return next((max(first, free) for first, last in ranges if last >= free), None)


def _done(classes: Sequence[Class], calendar: str, counts: Counts) -> Done:
    ways = [one.ways.get(calendar) for one in classes]
    return Done.of((way, times) for way, times in zip(ways, counts, strict=True) if way is not None and times)


def _within_day(classes: Sequence[Class], calendar: str, counts: Counts, day: date, diary: Diary) -> bool:
    if not diary.daily:
        return True
    done = _done(classes, calendar, counts)
    return all(done.interviews(side) <= diary.left_of_day(side, day) for side in diary.daily)


def _added(
    classes: Sequence[Class],
    sums: Mapping[_Sum, _Trace | None],
    calendar: str,
    day: date,
    of_day: Mapping[Counts, _Day],
    diary: Diary,
    budget: Budget | None,
) -> dict[_Sum, _Trace | None] | None:
    """What has been done after one more day of a subject."""
    tied = diary.over_days or budget is not None
    ways = [(c, d, _done(classes, calendar, c)) for c, d in of_day.items() if tied or _is_most(c, of_day)]
    caps = [len(one.jobs) * one.units for one in classes]
    after: dict[_Sum, _Trace | None] = {}
    for before, trace in sums.items():
        for counts, one, done in ways:
            memory = remembered(diary, before.memory, day, done)
            spent = before.spent + int(budget is not None and bool(one.starts) and (calendar, day) in budget.days)
            if memory is not None and (budget is None or spent <= budget.left):
                total = tuple(min(a + b, cap) for a, b, cap in zip(before.counts, counts, caps, strict=True))
                after.setdefault(_Sum(total, memory, spent), _Trace(trace, calendar, one.starts))
    after = _undominated(after)
    return None if len(after) > MANY else after


def _is_most(counts: Counts, of_day: Mapping[Counts, _Day]) -> bool:
    """Whether nothing can be added to a set of jobs."""
    return not any((*counts[:n], counts[n] + 1, *counts[n + 1 :]) in of_day for n in range(len(counts)))


def _undominated(sums: dict[_Sum, _Trace | None]) -> dict[_Sum, _Trace | None]:
    """Sums without those of which another one has as much of everything, where that is quickly seen."""
    if len(sums) > MANY:
        return sums
    kept: list[_Sum] = []
    for one in sorted(sums, key=lambda one: (-sum(one.counts), one.spent)):
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    return {one: sums[one] for one in kept}


def _covers(one: _Sum, other: _Sum) -> bool:
    enough = all(a >= b for a, b in zip(one.counts, other.counts, strict=True))
    return enough and one.memory == other.memory and one.spent <= other.spent


def _forgotten(sums: dict[_Sum, _Trace | None]) -> dict[_Sum, _Trace | None]:
    """The sums when a subject's last day is over."""
    after: dict[_Sum, _Trace | None] = {}
    for one, trace in sums.items():
        after.setdefault(one._replace(memory=NOTHING_YET), trace)
    return _undominated(after)


def _held(classes: Sequence[Class], trace: _Trace | None) -> Iterator[Held]:
    """Who does what when, as the trace of a sum says."""
    left = [list(one.jobs) for one in classes]
    while trace is not None:
        for n, start in trace.starts:
            if left[n] and classes[n].units == 1:
                yield Held(left[n].pop(0), Option((trace.calendar,)), start)
        trace = trace.before
