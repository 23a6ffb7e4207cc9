"""How many jobs some subjects can do at most, as a flow: jobs to cases, to people's days, to what their limits leave.

A flow is a bound: it asks of a day only how many sessions, and how many interviews, there is room for. The smallest cut
names the jobs that there is too little room for. networkx is loaded when a flow is first asked for: most reviews ask
for nothing of the kind, and it takes longer to load than they take to check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from constraints.counting.jobs import ANY, Budget, Class, Diary, Job, Way, classes_of
from constraints.counting.ranges import Ranges, at_least
from constraints.interview_limits import Side, by_week

if TYPE_CHECKING:
    from networkx import DiGraph

FROM, TO = "from", "to"


class Bound(NamedTuple):
    """At most so many of the jobs can be done, and those that there is too little room for."""

    most: int
    tight: frozenset[str]


class _Asked(NamedTuple):
    """A session asked of a subject: from which node, when it could be, and how long it takes."""

    node: object
    way: Way
    length: int


def flow(jobs: Sequence[Job], diaries: Mapping[str, Diary], budget: Budget | None = None) -> Bound:
    """The most jobs that there is room for.

    Args:
        jobs: what is asked. Where options name cases, each case is for one job only.
        diaries: how often each subject can take part in anything.
        budget: how many of some days may be used.
    """
    import networkx as nx

    graph: DiGraph = nx.DiGraph()
    graph.add_nodes_from((FROM, TO))
    classes = classes_of(jobs)
    places = _by_case(graph, classes) if any(job.by_case for job in jobs) else _by_class(graph, classes)
    room = {
        (calendar, day): fits
        for calendar, theirs in places.items()
        for day, fits in _room(graph, calendar, theirs, diaries[calendar]).items()
    }
    value, reached = _cut(graph)
    if budget is not None:
        value = min(value, _of_budget(room, budget))
    tight = (job for n, one in enumerate(classes) if ("class", n) in reached for job in one.jobs)
    return Bound(_worth(value, jobs), frozenset(tight))


def _by_class(graph: DiGraph, classes: Sequence[Class]) -> dict[str, list[_Asked]]:
    """Jobs that are alike, and whom they take; for each subject, from which node it is asked for what."""
    places: dict[str, list[_Asked]] = {}
    for n, one in enumerate(classes):
        graph.add_edge(FROM, ("class", n), capacity=one.units * len(one.jobs))
        for calendar, way in one.ways.items():
            # a job takes nobody twice
            graph.add_edge(("class", n), (n, calendar), capacity=len(one.jobs))
            places.setdefault(calendar, []).append(_Asked((n, calendar), way, one.length))
    return places


def _by_case(graph: DiGraph, classes: Sequence[Class]) -> dict[str, list[_Asked]]:
    """Jobs that are alike, the cases they could be about, and whom those take; each case is for one job."""
    places: dict[str, list[_Asked]] = {}
    for n, one in enumerate(classes):
        graph.add_edge(FROM, ("class", n), capacity=one.units * len(one.jobs))
        for option in one.options:
            for case in option.cases or (n,):
                chosen, seen = ("case", case), ("seen", case)
                graph.add_edge(("class", n), chosen, capacity=len(one.jobs))
                graph.add_edge(chosen, seen, capacity=1 if option.cases else len(one.jobs))
                if not option.members:
                    graph.add_edge(seen, TO, capacity=len(one.jobs))
                for calendar in option.members:
                    places.setdefault(calendar, []).append(_Asked(seen, one.ways[calendar], one.length))
    return places


def _of_budget(room: Mapping[tuple[str, date], int], budget: Budget) -> int:
    """The most sessions on the days of a budget, if the roomiest are used, and on all other days."""
    of_budget = sorted((fits for day, fits in room.items() if day in budget.days), reverse=True)
    return sum(of_budget[: budget.left]) + sum(fits for day, fits in room.items() if day not in budget.days)


def _room(graph: DiGraph, calendar: str, asked: Sequence[_Asked], diary: Diary) -> dict[date, int]:
    """What there is room for on each day of a subject and over its days."""
    sides = {one.way.side for one in asked}
    (side,) = sides if len(sides) == 1 else (None,)
    fits = {day: _fits(asked, day, diary, side) for day in sorted({day for one in asked for day, _ in one.way.days})}
    graph.add_edge((calendar, "in all"), TO, capacity=_in_all(fits, asked, diary, side))
    for day, most in fits.items():
        graph.add_edge((calendar, day), (calendar, "in all"), capacity=most)
        for one in asked:
            counted: object = (calendar, day)
            if side is None and one.way.side is not None:
                counted = (calendar, day, one.way.side)
                graph.add_edge(counted, (calendar, day), capacity=diary.left_of_day(one.way.side, day))
            alone = _fits([one], day, diary, one.way.side)
            if alone:
                graph.add_edge(one.node, counted, capacity=alone)
    return fits


def _fits(asked: Sequence[_Asked], day: date, diary: Diary, side: Side | None) -> int:
    """So many sessions fit into a day, were all as short as the shortest of them."""
    here = [(one, ranges) for one in asked for on, ranges in one.way.days if on == day]
    if not here:
        return 0
    step = min(one.length + one.way.space for one, _ in here)
    most = sum(1 for _ in _chain(at_least(1, (ranges for _, ranges in here)), step))
    return most if side is None else min(most, diary.left_of_day(side, day))


def _chain(ranges: Ranges, step: int) -> Iterator[int]:
    """The most starts that lie so far apart, each as early as it can."""
    free = -1
    for first, last in ranges:
        start = max(first, free)
        while start <= last:
            yield start
            start += step
            free = start


def _in_all(fits: Mapping[date, int], asked: Sequence[_Asked], diary: Diary, side: Side | None) -> int:
    """The most sessions over all days, as the limits beyond one day leave them; each limit by itself."""
    most = sum(fits.values())
    if side is not None and side in diary.weekly:
        weeks: dict[date, int] = {}
        for day, number in fits.items():
            weeks[by_week(day)] = weeks.get(by_week(day), 0) + number
        most = min(most, sum(min(number, diary.left_of_week(side, week)) for week, number in weeks.items()))
    if diary.most_days is not None:
        free = sorted((number for day, number in fits.items() if day not in diary.worked), reverse=True)
        worked = sum(number for day, number in fits.items() if day in diary.worked)
        most = min(most, worked + sum(free[: diary.most_days]))
    for n, pace in enumerate(diary.paces):
        if all(n in one.way.paces for one in asked):
            most = min(most, _at_pace(fits, pace.most, pace.days))
    return min(most, ANY)


def _at_pace(fits: Mapping[date, int], most: int, days: int) -> int:
    """The most sessions of which no so many days hold too many, each as early as it can; fixed ones left out."""
    held: list[date] = []
    for day in sorted(fits):
        recent = sum((day - one).days < days for one in held)
        held += [day] * max(0, min(fits[day], most - recent))
    return len(held)


def _cut(graph: DiGraph) -> tuple[int, set[object]]:
    """The largest flow, and what still could send more: the side of the smallest cut that is nearest to the jobs."""
    from networkx.algorithms.flow import dinitz

    residual = dinitz(graph, FROM, TO)
    reached: set[object] = {FROM}
    fresh = [FROM]
    while fresh:
        node = fresh.pop()
        for after, edge in residual[node].items():
            if after not in reached and edge["flow"] < edge["capacity"]:
                reached.add(after)
                fresh.append(after)
    return int(residual.graph["flow_value"]), reached


def _worth(value: int, jobs: Iterable[Job]) -> int:
    """So many jobs come to a flow of this value at most: those that take fewest first."""
    most = 0
    for job in sorted(jobs, key=lambda job: job.units):
        value -= job.units
        if value < 0:
            break
        most += 1
    return most
