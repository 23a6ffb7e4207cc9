"""Take a problem apart into parts that can be planned on their own.

Days that one activity could choose between belong together, and so do the days of a week, activities that share a
stratum, and activities in an order. What remains apart shares nothing but cases; ``contested`` settles those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from constraints.problem import Activity, Problem


def parts(problem: Problem) -> tuple[Problem, ...]:
    """The parts of a problem in order of time; together they hold its activities, each once."""
    groups = _Groups()
    for activity in problem.activities:
        groups.join(_ties(problem, activity))
    for kind, contracted in problem.contracted.items():
        days = [day.date for day in problem.days if day.kind == kind]
        if len(days) > contracted:
            groups.join(_week(day) for day in days)
    by_group: dict[Hashable, list[Activity]] = {}
    for activity in problem.activities:
        by_group.setdefault(groups.of(activity.id), []).append(activity)
    return tuple(_part(problem, tuple(activities)) for activities in by_group.values())


def _ties(problem: Problem, activity: Activity) -> Iterator[Hashable]:
    yield activity.id
    yield from activity.after
    if activity.demand:
        yield ("stratum", activity.demand.stratum)
    fixed = [fact.start.date() for fact in problem.fixed if fact.activity == activity.id]
    for day in (*fixed, *_days(problem, activity)):
        yield _week(day)


def _days(problem: Problem, activity: Activity) -> Iterator[date]:
    """Every day that the windows of an activity touch; without windows, every day of the review."""
    stretches = [(w.start.date(), (w.end - timedelta(microseconds=1)).date()) for w in activity.windows]
    for first, last in stretches or [(problem.start, problem.end)]:
        for n in range((last - first).days + 1):
            yield first + timedelta(n)


def _week(day: date) -> Hashable:
    return ("week", *day.isocalendar()[:2])


def _part(problem: Problem, activities: tuple[Activity, ...]) -> Problem:
    ids = {activity.id for activity in activities}
    return Problem.model_validate(
        {
            **{name: getattr(problem, name) for name in Problem.model_fields},
            "activities": activities,
            "fixed": tuple(fact for fact in problem.fixed if fact.activity in ids),
        }
    )


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
