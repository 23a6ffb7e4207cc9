"""Jobs placed one after the other: where all find a place, nothing is asked for too much; else, as many as find one.

Each job takes the earliest time, on the side of those whom fewest others ask for; the jobs with the least room come
first. That is quick, and no proof that more cannot be placed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from constraints.counting.book import Book
from constraints.counting.jobs import Diary, Held, Job, Option, Pick, Way

NextStart = Callable[[str, int], int | None]

TRIES = 6
"""So often, from each order, all are placed anew with those first that found no place before."""


def placed(jobs: Sequence[Job], diaries: Mapping[str, Diary], wanted: int) -> tuple[Held, ...]:
    """As many jobs as are wanted, or as many as could be placed together.

    Args:
        jobs: what is asked.
        diaries: how often each subject can take part in anything.
        wanted: with so many it is enough.
    """
    best: tuple[Held, ...] = ()
    for first in ORDERS:
        order = sorted(jobs, key=first)
        for _ in range(TRIES):
            found = _in_order(order, diaries, wanted)
            best = max(best, found, key=len)
            if len(best) >= wanted:
                return best
            held = {one.job for one in found}
            order = sorted(order, key=lambda job: job.id in held)
    return best


def room(way: Way) -> int:
    """At how many ticks something could start."""
    return sum(last - first + 1 for _, ranges in way.days for first, last in ranges)


def _room(job: Job) -> int:
    return sum(map(room, job.ways.values()))


def _latest(job: Job) -> int:
    return max((ranges[-1][1] for way in job.ways.values() for _, ranges in way.days), default=0)


def _work(job: Job) -> int:
    return job.length * job.units


ORDERS: tuple[Callable[[Job], tuple[int, int]], ...] = (
    lambda job: (_room(job), _latest(job)),
    lambda job: (_latest(job), _room(job)),
    lambda job: (-_work(job), _room(job)),
    lambda job: (_work(job), _room(job)),
)
"""What is placed first: what has the least room, has to be over first, or is the longest or the shortest."""


def _in_order(order: Sequence[Job], diaries: Mapping[str, Diary], wanted: int) -> tuple[Held, ...]:
    asked = Counter(one for job in order for one in (*job.ways, *(case for of in job.options for case in of.cases)))
    books = {calendar: Book(diary) for calendar, diary in diaries.items()}
    held: list[Held] = []
    seen: set[str] = set()
    for job in order:
        next_start = _next_starts(job, books)
        found = _about_cases(job, seen, asked, next_start) if job.by_case else _of_people(job, asked, next_start)
        if found is not None:
            held.append(found)
            seen |= set(found.option.cases)
            for calendar in found.option.members:
                books[calendar].add(job.length, job.ways[calendar], found.start)
        if len(held) == wanted:
            break
    return tuple(held)


def _next_starts(job: Job, books: Mapping[str, Book]) -> NextStart:
    """The earliest start of a job with a subject from a tick on, remembered while nothing more is booked."""

    @cache
    def next_start(calendar: str, since: int) -> int | None:
        way = job.ways.get(calendar)
        return books[calendar].next(job.length, way, since) if way else None

    return next_start


def _of_people(job: Job, asked: Mapping[str, int], next_start: NextStart) -> Held | None:
    """A place for a job that takes one of some subjects, or several at the earliest time at which enough are free."""
    if job.units == 1:
        firsts = [(asked[one], first, one) for one in job.ways if (first := next_start(one, 0)) is not None]
        return Held(job.id, Option((min(firsts)[2],)), min(firsts)[1]) if firsts else None
    start: int | None = 0
    while start is not None:
        following = {one: next_start(one, start) for one in job.ways}
        free = sorted((one for one, at in following.items() if at == start), key=lambda one: (asked[one], one))
        members = _picked(job.picks, free)
        if members is not None:
            return Held(job.id, Option(members), start)
        start = min((at for at in following.values() if at is not None and at > start), default=None)
    return None


def _picked(picks: Sequence[Pick], free: Sequence[str]) -> tuple[str, ...] | None:
    """As many of those who are free as each pick takes, nobody twice."""
    members: list[str] = []
    for pick in picks:
        some = [one for one in free if one in pick.of and one not in members][: pick.many]
        if len(some) < pick.many:
            return None
        members += some
    return tuple(members)


def _about_cases(job: Job, seen: Collection[str], asked: Mapping[str, int], next_start: NextStart) -> Held | None:
    """A place for a job about cases that nothing else sees, of those that the fewest others ask for."""
    choices = [
        (sum(asked[one] for one in (*option.members, *option.cases)), start, option)
        for option in job.options
        if not set(seen) & set(option.cases) and (start := _together(option, next_start)) is not None
    ]
    chosen = sorted(choices, key=lambda choice: choice[:2])[: job.units]
    if len(chosen) < job.units:
        return None
    _, start, option = chosen[0]
    return Held(job.id, option._replace(cases=tuple(case for *_, one in chosen for case in one.cases)), start)


def _together(option: Option, next_start: NextStart) -> int | None:
    """The earliest start at which all of an option are free."""
    start: int | None = 0
    while start is not None:
        following = [next_start(calendar, start) for calendar in option.members]
        if all(at == start for at in following):
            return start
        start = None if None in following else max(at for at in following if at is not None)
    return None
