"""What is asked for too much: the smallest sets of jobs of which not all can be done, and how many can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from constraints.counting.count import Counted, count
from constraints.counting.flow import Bound, flow
from constraints.counting.jobs import Ask, Diary, Held, Job, classes_of
from constraints.counting.seats import placed, room

FEW = 16
"""So many classes of jobs are tried one by one when the smallest set is looked for."""


class Short(NamedTuple):
    """Jobs of which at most so many can be done, and as many as could be placed."""

    ask: Ask
    most: int
    held: tuple[Held, ...]


def short(ask: Ask) -> Iterator[Short]:
    """What a subject is asked for and cannot give, each set of jobs that shares no day with another by itself."""
    # days of a contract may be anybody's: nothing that it asks of is apart from the rest
    for part in [ask.jobs] if ask.budget else _apart(ask.jobs, ask.diaries):
        if ask.budget is None and len(placed(part, ask.diaries, len(part))) == len(part):
            continue
        bounds = _Bounds(ask)
        fewest = bounds.fewest(part)
        for piece in [fewest] if ask.budget else _apart(fewest, ask.diaries):
            most = bounds.most(piece)
            if most < len(piece):
                yield Short(ask._replace(jobs=tuple(piece)), most, bounds.held(piece, most))


class _Bounds:
    """How many jobs of some sets can be done at most."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._counts: dict[tuple[str, ...], Counted | None] = {}
        self._flows: dict[tuple[str, ...], Bound] = {}

    def most(self, jobs: Sequence[Job]) -> int:
        """At most so many: counted exactly where that can be done, else as a flow."""
        counted = self._count(jobs)
        if counted is None:
            return min((most for most, _ in self._as_flows(jobs)), default=0)
        return min(counted.most, self._together(jobs))

    def held(self, jobs: Sequence[Job], most: int) -> tuple[Held, ...]:
        """The jobs of a count, or as many as could be placed."""
        counted = self._count(jobs)
        if counted is not None and len(counted.held) == most:
            return counted.held
        return placed(jobs, self._ask.diaries, most)

    def fewest(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """The jobs among which as many are too many as among all of these; none if none are too many."""
        kept = list(jobs)
        if not self._too_many(kept):
            return []
        if self._count(kept) is None:
            tight = min(self._as_flows(kept), key=lambda found: found[0])[1]
            kept = [job for job in kept if job.id in tight] or kept
        classes = sorted(classes_of(kept), key=lambda one: -sum(room(way) for way in one.ways.values()))
        for one in classes if len(classes) <= FEW else ():
            without = [job for job in kept if job.id not in one.jobs]
            if self._too_many(without) == self._too_many(kept):
                kept = without
        return kept

    def _too_many(self, jobs: Sequence[Job]) -> int:
        return len(jobs) - self.most(jobs)

    def _count(self, jobs: Sequence[Job]) -> Counted | None:
        """An exact count, where jobs are not about cases and there are not too many kinds of them."""
        if any(job.by_case for job in jobs):
            return None
        key = tuple(job.id for job in jobs)
        if key not in self._counts:
            self._counts[key] = count(jobs, self._ask.diaries, self._ask.budget)
        return self._counts[key]

    def _as_flows(self, jobs: Sequence[Job]) -> Iterator[tuple[int, frozenset[str]]]:
        """Bounds from flows of some of the jobs: all the others might be held."""
        for some in _subsets(jobs):
            key = tuple(job.id for job in some)
            if key not in self._flows:
                self._flows[key] = flow(some, self._ask.diaries, self._ask.budget)
            yield self._flows[key].most + len(jobs) - len(some), self._flows[key].tight

    def _together(self, jobs: Sequence[Job]) -> int:
        """A bound for jobs that take several subjects at once, each of them once."""
        shared = [job for job in jobs if job.units > 1]
        if not shared:
            return len(jobs)
        alone = [self._alone(shared, calendar) for calendar in sorted({one for job in shared for one in job.ways})]
        units = min(job.units for job in shared)
        fit = (n for n in range(len(shared), -1, -1) if sum(min(n, one) for one in alone) >= units * n)
        return len(jobs) - len(shared) + next(fit)

    def _alone(self, jobs: Sequence[Job], calendar: str) -> int:
        """How many of the jobs one subject could take part in."""
        theirs = [job._replace(units=1, ways={calendar: job.ways[calendar]}) for job in jobs if calendar in job.ways]
        counted = count(theirs, self._ask.diaries)
        return len(theirs) if counted is None else counted.most


def _subsets(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Jobs to ask a flow about, which knows only the shortest of them: all interviews, and all that take so long."""
    interviews = [job for job in jobs if any(way.side for way in job.ways.values())]
    if 0 < len(interviews) < len(jobs):
        yield interviews
    for least in sorted({job.length for job in jobs}):
        yield [job for job in jobs if job.length >= least]


def _apart(jobs: Sequence[Job], diaries: Mapping[str, Diary]) -> list[list[Job]]:
    """Jobs in parts that share no day of a subject, no limit beyond a day and no case."""
    parts: list[tuple[set[object], list[Job]]] = []
    for job in jobs:
        keys, members = set(_shared(job, diaries)), [job]
        apart = []
        for others, part in parts:
            if keys & others:
                keys |= others
                members = [*part, *members]
            else:
                apart.append((others, part))
        parts = [*apart, (keys, members)]
    return [part for _, part in parts]


def _shared(job: Job, diaries: Mapping[str, Diary]) -> Iterator[object]:
    """What a job could share with others; one that has no place at all, its days, to be told with its like."""
    if not job.ways and not any(option.cases for option in job.options):
        yield from job.days
    for calendar, way in job.ways.items():
        over_days = diaries[calendar].over_days
        for day, _ in way.days:
            yield calendar if over_days else (calendar, day)
    yield from (("case", case) for option in job.options for case in option.cases)
