"""Every week with evidence sessions holds its mop-ups: the reserve stands where it may be needed.

The proposal's mop-ups all stand on the last day of a week. What falls through in a week can be seen in the same week
only where it holds some; each mop-up that a week lacks costs one. Weeks without evidence sessions need none, and
mop-ups are no evidence in this sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ()

Week = tuple[int, int]


def because(week: Week, most: int) -> str:
    """The sentence a person reads."""
    return f"week {week[1]} holds {'one mop-up' if most == 1 else f'{most} mop-ups'} in reserve"


def week_of(day: date) -> Week:
    """The year and number of a day's week (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return year, week


def is_mop_up(activity: Activity) -> bool:
    """Whether an activity is one of the reserve."""
    return activity.priority == "mop-up" and not activity.standing


def is_evidence(activity: Activity) -> bool:
    """Whether an activity makes its week one that needs a reserve."""
    return activity.evidence and activity.priority != "mop-up" and not activity.standing


def post(x: Variables) -> Iterator[Wish]:
    """For each week in which evidence is seen, the mop-ups that it lacks."""
    wanted = x.problem.limits.reserve_per_week
    if not wanted:
        return
    mop_ups = [d for d in x.decisions.values() if is_mop_up(d.activity)]
    evidence = [d for d in x.decisions.values() if is_evidence(d.activity)]
    for week in sorted({week_of(day) for day in (*x.ticks.days, *(fact.start.date() for fact in x.facts))}):
        kept = x.total(
            [
                _mop_ups(x.problem, x.facts, week),
                *(on for d in mop_ups for day, on in d.day.items() if week_of(day) == week),
            ]
        )
        seen = [on for d in evidence for day, on in d.day.items() if week_of(day) == week]
        if _sees_evidence(x.problem, x.facts, week):
            seen = [x.true]
        if seen:
            yield Wish(_subject(week), because(week, wanted), _short(x, week, seen, kept, wanted))


def _short(
    x: Variables, week: Week, seen: list[cp_model.IntVar], kept: cp_model.LinearExpr, wanted: int
) -> cp_model.IntVar:
    some = x.either(seen, f"evidence in {_subject(week)}")
    short = x.model.new_int_var(0, wanted, f"mop-ups that {_subject(week)} lacks")
    x.model.add(short >= wanted - kept).only_enforce_if(some)
    return short


def _subject(week: Week) -> str:
    return f"{week[0]}-W{week[1]:02}"


def _mop_ups(problem: Problem, sessions: Iterable[Session], week: Week) -> int:
    return sum(is_mop_up(problem.activity[s.activity]) for s in sessions if week_of(s.start.date()) == week)


def _sees_evidence(problem: Problem, sessions: Iterable[Session], week: Week) -> bool:
    return any(is_evidence(problem.activity[s.activity]) for s in sessions if week_of(s.start.date()) == week)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each week in which evidence is seen, the mop-ups that it lacks."""
    wanted = problem.limits.reserve_per_week
    if not wanted:
        return
    for week in sorted({week_of(session.start.date()) for session in programme.sessions}):
        short = wanted - _mop_ups(problem, programme.sessions, week)
        if short > 0 and _sees_evidence(problem, programme.sessions, week):
            yield Breach(subject=_subject(week), sentence=because(week, wanted), cost=short)
