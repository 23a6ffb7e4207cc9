"""Take a problem apart into parts that can be planned on their own.

Days that one activity could choose between belong together, and so do the days of a week, activities that share a
stratum, and activities in an order. What remains apart shares nothing but cases; ``contested`` settles those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from constraints.problem import Activity, Problem


def parts(problem: Problem) -> tuple[Problem, ...]:
    """The parts of a problem in order of time; together they hold its activities, each once. There is always one."""
    groups = _Groups()
    for activity in problem.activities:
        groups.join(_ties(problem, activity))
    for kind, contracted in problem.contracted.items():
        days = [day.date for day in problem.days if day.kind == kind]
        if len(days) > contracted:
            groups.join(_week(day) for day in days)
    by_group: dict[Hashable, set[str]] = {}
    for activity in problem.activities:
        by_group.setdefault(groups.of(activity.id), set()).add(activity.id)
    return tuple(problem.only(ids) for ids in by_group.values()) or (problem,)


def _ties(problem: Problem, activity: Activity) -> Iterator[Hashable]:
    yield activity.id
    yield from activity.after
    if activity.demand:
        yield ("stratum", activity.demand.stratum)
    fixed = [fact.start.date() for fact in problem.fixed if fact.activity == activity.id]
    for day in (*fixed, *problem.days_of(activity)):
        yield _week(day)


def _week(day: date) -> Hashable:
    return ("week", *day.isocalendar()[:2])


class _Groups:
    """Things that belong together, by what ties them."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def of(self, thing: Hashable) -> Hashable:
        """The thing that stands for the whole group."""
        while (parent := self._parent.setdefault(thing, thing)) != thing:
            thing = parent
        return thing

    def join(self, things: Iterable[Hashable]) -> None:
        """Make all of them one group."""
        first, *others = things
        for other in others:
            self._parent[self.of(other)] = self.of(first)
