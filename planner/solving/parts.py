"""Take a problem apart into parts that can be planned on their own.

Days that one activity could choose between belong together, and so do the days of a week, activities that share a
stratum or are tied to each other, and what a turn, a pace or somebody's number of days is counted over. What remains
apart shares nothing but cases; ``contested`` settles those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from constraints.edges_of_area import pairs
from constraints.problem import Activity, Person, Problem, Window


def parts(problem: Problem) -> tuple[Problem, ...]:
    """The parts of a problem in order of time; together they hold its activities, each once. There is always one.

    Once something is published there is no more than one: whoever is disturbed counts once, whatever the week.
    """
    if problem.published:
        return (problem,)
    groups = _Groups()
    for activity in problem.activities:
        groups.join(_ties(problem, activity))
    for kind, contracted in problem.contracted.items():
        days = [day.date for day in problem.days if day.kind == kind]
        if len(days) > contracted:
            groups.join(_week(day) for day in days)
    for together in (*_counted_together(problem), *_around_midnight(problem)):
        groups.join(together)
    by_group: dict[Hashable, set[str]] = {}
    for activity in problem.activities:
        by_group.setdefault(groups.of(activity.id), set()).add(activity.id)
    return tuple(problem.only(ids) for ids in by_group.values()) or (problem,)


def _counted_together(problem: Problem) -> Iterator[tuple[Hashable, ...]]:
    """Activities over which something is counted whatever their weeks, and those that open or close an area with it."""
    for edge, other in (*pairs(problem, "first"), *pairs(problem, "last")):
        yield edge.id, other.id
    for rotation in problem.rotations:
        yield tuple(a.id for a in problem.activities if a.kind in rotation.kinds)
    for pace in problem.paces:
        if pace.days > 1:
            yield tuple(a.id for a in problem.activities if a.kind in pace.kinds)
    for person in problem.people:
        if person.most_days is not None or person.consecutive_days:
            declared = tuple(_week(day.date) for day in problem.days if day.person == person.id)
            yield declared or tuple(activity.id for activity in problem.activities if person.most_days is not None)


def _around_midnight(problem: Problem) -> Iterator[tuple[Hashable, Hashable]]:
    """Weeks that breathing space or a way could reach across: something may end the one and something begin the next.

    Where nobody keeps hours, that is.
    """
    space = max((activity.breathing_space for activity in problem.activities), default=0)
    reach = timedelta(minutes=space + max((way.minutes for way in problem.travel), default=0))
    stretches = [(fact.start, fact.end) for fact in problem.fixed]
    stretches += [(window.start, window.end) for activity in problem.activities for window in activity.windows]
    for monday in _mondays(problem) if reach else ():
        midnight = datetime.combine(monday, time(), problem.tz)
        edges = (Window(start=midnight - reach, end=midnight), Window(start=midnight, end=midnight + reach))
        met = all(any(edge.meets(start, end) for start, end in stretches) for edge in edges)
        if met and any(_may_be_asked(problem, person, edges) for person in problem.people):
            yield _week(monday - timedelta(1)), _week(monday)


def _mondays(problem: Problem) -> Iterator[date]:
    days = (problem.start + timedelta(n) for n in range(1, (problem.end - problem.start).days + 1))
    return (day for day in days if not day.weekday())


def _may_be_asked(problem: Problem, person: Person, edges: Sequence[Window]) -> bool:
    """Whether a person keeps no hours, or such as meet each of these stretches."""
    hours = [hours for hours in problem.hours if hours.id == person.hours]
    kept = [window for one in hours for window in (*one.windows, *one.evenings)]
    return not hours or all(any(edge.meets(window.start, window.end) for window in kept) for edge in edges)


def _ties(problem: Problem, activity: Activity) -> Iterator[Hashable]:
    yield activity.id
    yield from activity.tied_to
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
        for one, other in pairwise(things):
            self._parent[self.of(other)] = self.of(one)
