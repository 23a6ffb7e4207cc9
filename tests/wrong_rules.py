"""Rules and variables with known mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from constraints.constraint import Breach, Must
from constraints.decision import Decision
from constraints.musts import (
    gap_limits,
    order,
    rest_between,
    same_case,
    same_reviewers,
    team_at_once,
    time_to_be_told,
    travel_time,
)
from constraints.problem import Problem, Session, instant
from constraints.programme import Programme, in_time
from constraints.variables import Variables
from constraints.wishes import freeze_kept, kind_changes, variety


def rule_with(
    rule: Any,
    *,
    post: Callable[[Variables], Iterator[Any]] | None = None,
    check: Callable[[Problem, Programme], Iterator[Breach]] | None = None,
) -> Any:
    """A rule with another half in place of one of its own."""
    return SimpleNamespace(__name__=rule.__name__, READS=rule.READS, post=post or rule.post, check=check or rule.check)


def post_nothing(x: Variables) -> Iterator[Any]:
    yield from ()


class WithoutFacts(Variables):
    """Fixed sessions forgotten once the decisions are made."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.facts = ()


class OneTickShort(Variables):
    """Every interval ends one step of the grid early."""

    def _interval(self, decision: Decision, literal: Any, who: str, space: int = 0) -> Any:
        return super()._interval(decision, literal, who, space - 1)


class FactsRoundedInwards(Variables):
    """The breathing space of a fixed session is cut by a step."""

    def fact_span(self, session: Any, *, spaced: bool = False) -> tuple[int, int]:
        start, end = super().fact_span(session, spaced=spaced)
        return start, end - 1


def post_order_strictly(x: Variables) -> Iterator[Must]:
    """`order` with < for <=: nothing may follow at once."""
    for earlier, later in order.pairs(x.problem):
        first, second = x.decisions.get(earlier.id), x.decisions.get(later.id)
        if first and second:
            constraint = x.model.add(first.end < second.start)
            constraint.only_enforce_if(first.present, second.present)
            yield Must(later.id, "", constraint)


def check_overlap_or_touch(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`no_clashes` with <= for <: back-to-back clashes."""
    for person in problem.people:
        mine = programme.sessions_of(person.id)
        for one, other in pairwise(mine):
            if other.start <= one.end:
                yield Breach(subject=person.id, sentence="", sessions=(one, other))


class NoRoomShared(Variables):
    """Sessions in a room are not among those that use it."""

    def using(self, resource: str) -> Iterator[tuple[Decision, Any]]:
        return ((decision, there) for decision, there in super().using(resource) if resource not in decision.takes)


def _breach(*sessions: Session) -> Breach:
    return Breach(subject="", sentence="", sessions=sessions)


def check_the_way_there(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`travel_time` of the ways in one direction only."""
    for breach in travel_time.check(problem, programme):
        one, other = sorted(breach.sessions, key=in_time)
        if one.place < other.place:
            yield breach


def check_ways_of_a_day(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`travel_time` that ends at midnight."""
    for breach in travel_time.check(problem, programme):
        one, other = breach.sessions
        if one.start.date() == other.start.date():
            yield breach


def check_gap_from_the_start(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`gap_limits` counted from the start of the earlier."""
    long_ago = [session.model_copy(update={"end": session.start}) for session in programme.sessions]
    yield from gap_limits.check(problem, Programme(sessions=tuple(long_ago)))


def check_gap_in_full_days(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`gap_limits` with days of twenty-four hours for dates."""
    for earlier, later, gap in gap_limits.gaps(problem):
        one, other = programme.session.get(earlier.id), programme.session.get(later.id)
        if one and other and gap.least_days and (instant(other.start) - instant(one.end)).days < gap.least_days:
            yield _breach(one, other)


def check_some_of_the_reviewers(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`same_reviewers` where nobody new holds the session."""
    for activity, other in same_reviewers.pairs(problem):
        one, two = programme.session.get(activity.id), programme.session.get(other.id)
        if one and two and not set(one.reviewers) <= set(two.reviewers):
            yield _breach(one, two)


def check_seats_of_reviewers(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`room_for_all` without those who are met."""
    for session in programme.sessions:
        rooms = problem.activity[session.activity].rooms
        seats = problem.resource[session.room].seats if session.room else None
        if (session.room or "") not in (rooms or ("",)) or (seats and len(session.reviewers) > seats):
            yield _breach(session)


def check_team_touching(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`team_at_once` where one session ends and another begins."""
    step = timedelta(minutes=problem.grid)
    held = [session.model_copy(update={"end": session.end + step}) for session in programme.sessions]
    yield from team_at_once.check(problem, Programme(sessions=tuple(held)))


def check_free_followers(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`same_case` where what follows is free of a leader that is not held."""
    for breach in same_case.check(problem, programme):
        if len(breach.sessions) > 1:
            yield breach


def check_rest_of_reviewers(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`rest_between` on one side of the table."""
    asking = [session.model_copy(update={"counterparts": ()}) for session in programme.sessions]
    yield from rest_between.check(problem, Programme(sessions=tuple(asking)))


def check_notice_of_everyone(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`minimum_notice` of sessions to which nobody is asked too."""
    for session in programme.sessions:
        asked_from = problem.activity[session.activity].asked_from
        if asked_from is not None and instant(session.start) < instant(asked_from):
            yield _breach(session)


def check_told_whoever_comes(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`time_to_be_told` of sessions to which nobody is asked too."""
    first = time_to_be_told.soonest(problem)
    unasked = (one for one in programme.sessions if one.activity not in problem.facts and not one.counterparts)
    yield from time_to_be_told.check(problem, programme)
    yield from (_breach(one) for one in unasked if first and instant(one.start) < instant(first))


def check_freeze_of_times(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`freeze_kept` whoever comes."""
    for breach in freeze_kept.check(problem, programme):
        held = next(one for one in problem.published if one.activity == breach.subject)
        if not breach.sessions or (held.start, held.end) != (breach.sessions[0].start, breach.sessions[0].end):
            yield breach


def check_everything_disturbs(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`fewest_disturbed` at one for each session that is no longer there or new."""
    held = {(p, s.activity, s.start) for s in problem.published for p in s.people}
    asked = {(p, s.activity, s.start) for s in programme.sessions for p in s.people}
    for person, activity, _ in held ^ asked if problem.published else ():
        if person not in problem.excused:
            yield Breach(subject=person, sentence=activity)


def check_moves_as_cancelled(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`kind_changes` that takes a move for a cancellation and something new."""
    for breach in kind_changes.check(problem, programme):
        moved = breach.sessions and any(held.activity == breach.subject for held in problem.published)
        yield breach.model_copy(update={"cost": breach.cost * 2}) if moved else breach


def check_from_the_third_on(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`variety` that lets a pair meet twice."""
    for breach in variety.check(problem, programme):
        yield breach.model_copy(update={"cost": breach.cost - 1})
