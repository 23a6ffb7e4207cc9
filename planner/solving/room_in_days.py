"""What reviewers hold fits into their days: said to the solver in sums, so that it proves sooner.

It follows from nobody being in two places at once, breathing space, hours and diaries. A sum over the days of a week
tells at once how many sessions at most there is room for, which intervals alone show only case by case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from constraints.constraint import MustRule
from constraints.musts import breathing_space, no_clashes, only_when_free, working_days, working_hours
from constraints.problem import Activity, Person
from constraints.ticks import Span, common

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables


ROOM_RESTS_ON: tuple[MustRule, ...] = (no_clashes, breathing_space, working_days, working_hours, only_when_free)
"""The rules from which it follows."""


class _Day(NamedTuple):
    """A reviewer's day: the ticks there are, and by activity what a session takes of them and whether it is held."""

    person: str
    date: date
    room: int
    held: dict[str, tuple[int, cp_model.IntVar]]

    @property
    def week(self) -> tuple[int, int]:
        """The calendar week."""
        year, week, _ = self.date.isocalendar()
        return year, week


def room_in_days(x: Variables) -> None:
    """Say of every declared day, and of the days of every week together, that what is held fits into them."""
    free = {person.id: _free(x, person) for person in x.problem.reviewers}
    days = [
        _day(x, declared.person, declared.date, free[declared.person])
        for declared in sorted(x.problem.days, key=lambda day: (day.date, day.person))
    ]
    for day in days:
        x.model.add(x.total(ticks * held for ticks, held in day.held.values()) <= day.room)
    for _, of_week in groupby(days, key=lambda day: day.week):
        _fit_together(x, list(of_week))


def _free(x: Variables, person: Person) -> list[Span]:
    """The spans in which a person can be asked for, the evening included."""
    spans = [x.ticks.horizon]
    for hours in x.problem.hours:
        if hours.id == person.hours:
            spans = common(spans, x.ticks.spans((*hours.windows, *hours.evenings)))
    return spans if person.windows is None else common(spans, x.ticks.spans(person.windows))


def _day(x: Variables, person: str, on: date, free: Sequence[Span]) -> _Day:
    held = {
        decision.activity.id: (_takes(x, decision, person), x.on(decision, person)[on])
        for decision, _ in x.attending(person)
        if on in decision.day
    }
    # the last session before a break or the evening may let its breathing space run out
    spaces = [x.ticks.length(decision.activity.breathing_space) for decision, _ in x.attending(person)]
    stretches = common(free, [x.ticks.day_spans[on]])
    return _Day(person, on, sum(end - start + max(spaces, default=0) for start, end in stretches), held)


def _takes(x: Variables, decision: Decision, person: str) -> int:
    """The ticks that a session takes of a person's day at least."""
    activity = decision.activity
    always_holds = person in decision.holds and person not in decision.joins
    return x.ticks.length(activity.shortest) + x.ticks.length(activity.breathing_space) * always_holds


def _fit_together(x: Variables, days: Sequence[_Day]) -> None:
    """What is held on several days fits into all of them together.

    A session that needs so many people, all of whom have their days here, takes so many times its length whoever they
    are: that is what lets the sum speak about what is placed and not about who places it.
    """
    whole = {decision.activity.id: decision for decision in _whole(x, days)}
    taken: list[cp_model.LinearExprT] = [
        _people(decision.activity) * _takes(x, decision, next(iter(decision.holds))) * decision.present
        for decision in whole.values()
    ]
    taken += [ticks * held for day in days for activity, (ticks, held) in day.held.items() if activity not in whole]
    x.model.add(x.total(taken) <= sum(day.room for day in days))


def _whole(x: Variables, days: Iterable[_Day]) -> Iterator[Decision]:
    """The decisions that count as a whole: by so many people, who have days, and on none but these."""
    there = {(day.person, day.date) for day in days}
    declared = x.problem.kind_of_day.keys()
    reviewers = {person.id for person in x.problem.reviewers}
    for decision in x.decisions.values():
        counted = all(isinstance(need.count, int) and not need.people for need in decision.activity.needs)
        could = {(person, on) for person in decision.holds for on in decision.day} & declared
        if counted and could and could <= there and decision.holds.keys() <= reviewers - decision.joins.keys():
            yield decision


def _people(activity: Activity) -> int:
    """How many people hold an activity of which every need is a number."""
    return sum(need.count for need in activity.needs if isinstance(need.count, int))
