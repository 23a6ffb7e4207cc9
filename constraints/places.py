"""Every place that a session could have beside the others as they stand: free, or blocked by which rule.

A place is a time, reviewers and a room; whom the session is with and what it is about stay. Judged by the rules' own
checks, without a solver: what this session would newly break where it stood there. Most rules look no further than the
days around a session, so they are shown those only; the few that look further are asked once for each day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import islice

from constraints.catalogue import MUSTS, name_of
from constraints.constraint import Breach, MustRule
from constraints.legal_places import ALONE, groups
from constraints.musts import (
    consecutive_days,
    contracted_days,
    counterpart_attends,
    evenings,
    facts_stand,
    interviewee_weekly_limit,
    its_length,
    most_days,
    needs_met,
    one_demand_a_case,
    rest_between,
    rotation,
    same_case,
    spread,
)
from constraints.problem import WORKING, Activity, Noun, Problem, Session, instant
from constraints.programme import Programme

OF_THE_DAY: tuple[MustRule, ...] = (
    consecutive_days,
    contracted_days,
    counterpart_attends,
    evenings,
    interviewee_weekly_limit,
    its_length,
    most_days,
    needs_met,
    one_demand_a_case,
    rest_between,
    rotation,
    same_case,
    spread,
)
"""The rules that look at no time of the day; most of them look at the whole review."""

MOST_GROUPS = 24
"""Where more groups of reviewers could hold a session, in half a year, nobody reads all of its places."""

NEAR = timedelta(days=1)
"""How far around a day all the other rules look, for the same people: breathing space and ways reach past midnight."""


class Place(Noun):
    """A time, reviewers and a room that a session could have.

    Attributes:
        session: as it would be there.
        rule, why: the first rule, in the order of the catalogue, that it would break there, and the sentence; empty:
            the place is free.
        present: whether it stands there now.
    """

    session: Session
    rule: str = ""
    why: str = ""
    present: bool = False

    @property
    def free(self) -> bool:
        """Whether nothing is in the way."""
        return not self.rule


def places(problem: Problem, programme: Programme, session: Session) -> tuple[Place, ...]:
    """Every place of a session's windows, in order of time.

    Where more than ``MOST_GROUPS`` groups of reviewers could hold it, those who hold it now are looked at.

    Args:
        problem: what the programme answers; nothing before its ``now`` is a place.
        programme: the sessions, this one among them or not.
        session: which it is: its counterparts, cases and length stay.
    """
    problem = _unfixed(problem, session)
    activity = problem.activity[session.activity]
    others = tuple(one for one in programme.sessions if one.activity != session.activity)
    found = [
        place
        for day in problem.days_of(activity)
        if problem.now is None or day >= problem.now.astimezone(problem.tz).date()
        for place in _of_day(problem, others, session, day)
    ]
    return tuple(sorted(found, key=lambda one: (instant(one.session.start), one.session.reviewers)))


def place_at(problem: Problem, programme: Programme, session: Session) -> Place:
    """One place, told of as ``places`` would tell of it: in the session's own room if it is free, else in another.

    Args:
        problem: as for ``places``.
        programme: the sessions, this one among them or not.
        session: where and by whom it would be.
    """
    problem = _unfixed(problem, session)
    others = tuple(one for one in programme.sessions if one.activity != session.activity)
    rooms = problem.activity[session.activity].rooms or ("",)
    first = [session.room] if session.room in rooms else []
    ways = [session.model_copy(update={"room": room}) for room in dict.fromkeys((*first, *rooms))]
    present = programme.session.get(session.activity)
    return _Day(problem, others, session, session.start.date()).first_free(ways, present=present == session)


def alone_blocked(problem: Problem, session: Session) -> str:
    """Why a session cannot stand in a place whatever else moves; empty: it could."""
    problem, programme = _unfixed(problem, session), Programme(sessions=(session,))
    found = (breach.sentence for rule in ALONE for breach in rule.check(problem, programme))
    return next(found, "")


def _unfixed(problem: Problem, session: Session) -> Problem:
    """The problem with this session free: wherever it is asked about, it would be held anew."""
    if session.activity not in problem.facts:
        return problem
    return problem.changed(fixed=tuple(fact for fact in problem.fixed if fact.activity != session.activity))


def _of_day(problem: Problem, others: Sequence[Session], session: Session, day: date) -> Iterator[Place]:
    activity = problem.activity[session.activity]
    length = instant(session.end) - instant(session.start)
    rooms = activity.rooms or ("",)
    for reviewers in _reviewers(problem, activity, session):
        on_day = None
        for start in _starts(problem, activity, day, length):
            ways = [
                session.model_copy(update={"start": start, "end": start + length, "reviewers": reviewers, "room": room})
                for room in rooms
            ]
            on_day = on_day or _Day(problem, others, ways[0], day)
            present = instant(start) == instant(session.start) and set(reviewers) == set(session.reviewers)
            yield on_day.first_free(ways, present=present)


def _reviewers(problem: Problem, activity: Activity, session: Session) -> list[tuple[str, ...]]:
    """Who could hold it: every group, or where there are very many of them those who hold it now."""
    if any(need.count == WORKING for need in activity.needs):
        return [session.reviewers]
    found = list(islice(groups(problem, activity.needs), MOST_GROUPS + 1))
    return found if len(found) <= MOST_GROUPS else [session.reviewers]


def _starts(problem: Problem, activity: Activity, day: date, length: timedelta) -> Iterator[datetime]:
    """Every time on the grid of a day inside the activity's windows and not past."""
    midnight = datetime.combine(day, time(), problem.tz)
    for minutes in range(0, 24 * 60, problem.grid):
        start = midnight + timedelta(minutes=minutes)
        past = problem.now is not None and instant(start) < instant(problem.now)
        inside = not activity.windows or any(window.holds(start, start + length) for window in activity.windows)
        if inside and not past:
            yield start


def _takes(problem: Problem, session: Session) -> frozenset[object]:
    """The people, their teams, the things and the rooms that a session takes, wherever it stands."""
    activity = problem.activity[session.activity]
    teams = {("team", problem.person[one].team) for one in session.people if problem.person[one].team}
    teams |= {("team", activity.team)} if activity.team else set()
    return frozenset((*session.people, *problem.resources_of(session), *activity.rooms, *teams))


class _Day:
    """What the rules need to know to judge a session on one day, by some reviewers.

    Args:
        problem, others: what has to happen, and all other sessions.
        session: on that day, by those reviewers; at which time and in which room does not matter.
        day: the day.
    """

    def __init__(self, problem: Problem, others: Sequence[Session], session: Session, day: date) -> None:
        activity = problem.activity[session.activity]
        tied = {one.id for one in problem.activities if activity.id in one.tied_to} | set(activity.tied_to)
        of_area = {one.id for one in problem.activities if one.area == activity.area and one.area}
        self._problem, self._others, self._session = problem, others, session
        takes = _takes(problem, session)
        self._near = tuple(
            one
            for one in others
            if one.activity in tied | of_area
            or (abs(one.start.date() - day) <= NEAR and not takes.isdisjoint(_takes(problem, one)))
        )
        self._rules = tuple(rule for rule in MUSTS if rule not in (*ALONE, *OF_THE_DAY, facts_stand))

    @cached_property
    def _always(self) -> tuple[str, str] | None:
        """What blocks every time of the day; not asked on a day on which somebody is away at every start."""
        return self._first(OF_THE_DAY, self._others, self._session)

    def first_free(self, ways: Sequence[Session], *, present: bool) -> Place:
        """The first of some ways to stand at one time that is free, or what blocks the last of them."""
        blocked: tuple[str, str] | None = None
        for session in ways:
            # most starts are out of hours or in somebody's absence: that is seen without looking at any other session
            blocked = self._first(ALONE, (), session) or self._always or self._first(self._rules, self._near, session)
            if blocked is None:
                return Place(session=session, present=present)
        assert blocked is not None
        return Place(session=ways[-1], rule=blocked[0], why=blocked[1], present=present)

    def _first(self, rules: Sequence[MustRule], beside: Sequence[Session], session: Session) -> tuple[str, str] | None:
        """The first rule that a session breaks beside others that does not break without it, and the sentence."""
        with_it = Programme(sessions=(*beside, session))
        for rule in rules:
            for breach in rule.check(self._problem, with_it):
                if session in breach.sessions or (not breach.sessions and breach not in self._nameless(rule, beside)):
                    return name_of(rule), breach.sentence
        return None

    def _nameless(self, rule: MustRule, beside: Sequence[Session]) -> tuple[Breach, ...]:
        """The breaches without sessions that there are already."""
        without = Programme(sessions=tuple(beside))
        return tuple(breach for breach in rule.check(self._problem, without) if not breach.sessions)
