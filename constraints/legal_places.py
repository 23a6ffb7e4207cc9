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


NOON = 12
"""The hour around which a session fits most easily."""


def has_place(problem: Problem, activity: Activity, candidate: Candidate) -> bool:
    """Whether the activity could see this case in some mode, at some time, in some room, with some reviewers."""
    return LegalPlaces(problem, activity).has(candidate)


class LegalPlaces:
    """The times and people that an activity allows, worked out once for all the cases it could see.

    Args:
        problem: what has to happen.
        activity: which demands cases, or nothing has a place.
    """

    def __init__(self, problem: Problem, activity: Activity) -> None:
        self._problem, self._activity = problem, activity
        # one place is enough to know, and around noon there is one mostly
        self._starts = sorted(_starts(problem, activity), key=lambda start: abs(start.hour - NOON))
        others = list(groups(problem, activity.counterparts))
        self._people = list(product(groups(problem, activity.needs), others))

    def has(self, candidate: Candidate) -> bool:
        """Whether it could see this case in some mode, at some time, in some room, with some reviewers."""
        return any(self._legal(session) for session in self._sessions(candidate))

    def _legal(self, session: Session) -> bool:
        alone = Programme(sessions=(session,))
        return not any(breach for rule in ALONE for breach in rule.check(self._problem, alone))

    def _sessions(self, candidate: Candidate) -> Iterator[Session]:
        activity = self._activity
        if activity.demand is None:
            return
        length = timedelta(minutes=activity.shortest)
        ways = list(ways_to_see(activity.demand, candidate.workers, candidate.cover))
        # every way at one time before the next time: whom nobody could speak to all review long may be read about soon
        for people, start, room in product(self._people, self._starts, activity.rooms or ("",)):
            reviewers, others = people
            for mode, brought in ways:
                yield Session(
                    activity=activity.id,
                    start=start,
                    end=start + length,
                    reviewers=reviewers,
                    counterparts=tuple(dict.fromkeys((*brought, *others))),
                    cases=(CaseSeen(case=candidate.case, rank=candidate.rank, mode=mode),),
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
