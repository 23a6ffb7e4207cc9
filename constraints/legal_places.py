"""Whether a case could be seen at all: is there a time and people that every rule about one session alone allows?

Judged by the rules' own checks on a programme of that session only, so that no other session is in its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import combinations, product

from constraints.constraint import MustRule
from constraints.decision import ways_to_see
from constraints.musts import (
    day_kind,
    host_independence,
    in_its_window,
    minimum_notice,
    no_conflict_of_interest,
    not_in_the_past,
    only_when_free,
    resource_there,
    room_for_all,
    time_to_be_told,
    working_days,
    working_hours,
)
from constraints.musts.needs_met import able
from constraints.problem import EVERYBODY, WORKING, Activity, Candidate, CaseSeen, Need, Problem, Session
from constraints.programme import Programme

ALONE: tuple[MustRule, ...] = (
    in_its_window,
    not_in_the_past,
    day_kind,
    working_days,
    working_hours,
    only_when_free,
    no_conflict_of_interest,
    host_independence,
    minimum_notice,
    time_to_be_told,
    resource_there,
    room_for_all,
)
"""The rules that a session can break without another one."""


def has_place(problem: Problem, activity: Activity, candidate: Candidate) -> bool:
    """Whether the activity could see this case in some mode, at some time, in some room, with some reviewers."""
    return any(
        not any(breach for rule in ALONE for breach in rule.check(problem, Programme(sessions=(session,))))
        for session in _sessions(problem, activity, candidate)
    )


def _sessions(problem: Problem, activity: Activity, candidate: Candidate) -> Iterator[Session]:
    if activity.demand is None:
        return
    starts = list(_starts(problem, activity))
    length = timedelta(minutes=activity.shortest)
    for mode, brought in ways_to_see(activity.demand, candidate.workers, candidate.cover):
        cases = (CaseSeen(case=candidate.case, rank=candidate.rank, mode=mode),)
        for reviewers, others in product(groups(problem, activity.needs), list(groups(problem, activity.counterparts))):
            for start, room in product(starts, activity.rooms or ("",)):
                yield Session(
                    activity=activity.id,
                    start=start,
                    end=start + length,
                    reviewers=reviewers,
                    counterparts=tuple(dict.fromkeys((*brought, *others))),
                    cases=cases,
                    place=activity.place,
                    room=room,
                )


def _starts(problem: Problem, activity: Activity) -> Iterator[datetime]:
    """Every time on the grid of a reviewer-day inside the activity's windows."""
    declared = {declared.date for declared in problem.days}
    for day in problem.days_of(activity):
        # what has passed is refused by its own rule; it would be tried quarter by quarter, late in the review
        if day not in declared or (problem.now and day < problem.now.date()):
            continue
        for minutes in range(0, 24 * 60, problem.grid):
            start = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=problem.tz)
            end = start + timedelta(minutes=activity.shortest)
            if not activity.windows or any(window.holds(start, end) for window in activity.windows):
                yield start


def groups(problem: Problem, needs: Sequence[Need]) -> Iterator[tuple[str, ...]]:
    """Every group of people that fills the needs; ``all who work that day`` is left to whoever works."""
    for chosen in product(*(list(_fillings(problem, need)) for need in needs)):
        yield tuple(dict.fromkeys(person for group in chosen for person in group))


def _fillings(problem: Problem, need: Need) -> Iterator[tuple[str, ...]]:
    fit = able(problem, need)
    if need.people or need.count == EVERYBODY:
        yield tuple(fit)
    elif need.count == WORKING:
        yield from ((person,) for person in fit)
    else:
        yield from combinations(fit, int(need.count))
