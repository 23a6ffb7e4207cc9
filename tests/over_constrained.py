"""Reviews that ask for more than there is: leave, a lost thing, a late judgement, half the staff.

Each is a change of a problem. What follows from it - who cannot be seen, what is left out - is the planner's to find.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from constraints.problem import Problem, Window

Change = Callable[[Problem], Problem]


def days(first: date, last: date) -> list[date]:
    """Every date from the first to the last."""
    return [first + timedelta(nth) for nth in range((last - first).days + 1)]


def away(people: Collection[str], dates: Iterable[date]) -> Change:
    """People on leave, all of these days."""
    off = list(dates)

    def change(problem: Problem) -> Problem:
        known = {person.id for person in problem.people}
        assert set(people) <= known, set(people) - known
        return problem.changed(
            people=tuple(
                person.model_copy(update={"windows": without(problem, person.windows, off)})
                if person.id in people
                else person
                for person in problem.people
            )
        )

    return change


def lost(resource: str, dates: Iterable[date]) -> Change:
    """A room or a laptop that cannot be had on these days."""
    off = list(dates)

    def change(problem: Problem) -> Problem:
        assert resource in problem.resource, resource
        return problem.changed(
            resources=tuple(
                one.model_copy(update={"windows": without(problem, one.windows, off)}) if one.id == resource else one
                for one in problem.resources
            )
        )

    return change


def late(area: str, by: int) -> Change:
    """An area whose activities cannot start before so many days have passed of its window; the end stays."""

    def change(problem: Problem) -> Problem:
        assert any(activity.area == area for activity in problem.activities), area
        return problem.changed(
            activities=tuple(
                activity.model_copy(update={"windows": tuple(_later(activity.windows, by))})
                if activity.area == area
                else activity
                for activity in problem.activities
            )
        )

    return change


def pool_halved(pool: str) -> Change:
    """Every other member of a pool away for all of the review."""

    def change(problem: Problem) -> Problem:
        half = [person.id for person in problem.members[pool]][1::2]
        return away(half, days(problem.start, problem.end))(problem)

    return change


def pool_away(pool: str, dates: Iterable[date]) -> Change:
    """Everyone of a pool on leave, all of these days."""
    off = list(dates)
    return lambda problem: away([person.id for person in problem.members[pool]], off)(problem)


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(problem: Problem) -> Problem:
        for one in changes:
            problem = one(problem)
        return problem

    return change


def without(problem: Problem, windows: Sequence[Window] | None, dates: Collection[date]) -> tuple[Window, ...]:
    """What is left of windows without some days."""
    ends = problem.end + timedelta(1)
    found = list(windows) if windows is not None else [_window(problem, problem.start, ends)]
    for day in dates:
        closed = _window(problem, day, day + timedelta(1))
        found = [part for window in found for part in _around(window, closed)]
    return tuple(found)


def _window(problem: Problem, first: date, end: date) -> Window:
    return Window(
        start=datetime.combine(first, time(), problem.tz),
        end=datetime.combine(end, time(), problem.tz),
    )


def _around(window: Window, closed: Window) -> Iterable[Window]:
    for start, end in ((window.start, min(window.end, closed.start)), (max(window.start, closed.end), window.end)):
        if start < end:
            yield Window(start=start, end=end)


def _later(windows: Sequence[Window], by: int) -> Iterable[Window]:
    """Windows without their first days; of one that has none left, its last quarter of an hour, which holds nothing."""
    opens = min(window.start for window in windows) + timedelta(by)
    kept = [Window(start=max(window.start, opens), end=window.end) for window in windows if window.end > opens]
    last = max(window.end for window in windows)
    return kept or [Window(start=last - timedelta(minutes=15), end=last)]
