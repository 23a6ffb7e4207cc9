"""So many sessions in so many days on end: what rest between sessions and their spread over a period both count.

Two sessions lie within so many days on end where each, lasting that many days from its own date, meets the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from constraints.problem import Pace, Problem, Session

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

    Held = tuple[Decision, cp_model.IntVar]


def in_words(pace: Pace) -> str:
    """The limit in words: ``at most one session in any 14 days (Visits)``."""
    most = "one session" if pace.most == 1 else f"{pace.most} sessions"
    return f"at most {most} {'on a day' if pace.days == 1 else f'in any {pace.days} days'} ({pace.name})"


def counted(problem: Problem, pace: Pace, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The sessions of a pace's kinds, of those that are given."""
    return tuple(s for s in sessions if problem.activity[s.activity].kind in pace.kinds)


def post_pace(
    x: Variables, pace: Pace, held: Iterable[Held], facts: Iterable[Session]
) -> Iterator[cp_model.Constraint]:
    """Of these sessions, each held if its literal holds, no more than the pace's lie within its days.

    Where fixed sessions alone are too many, nothing joins them; they are not held against each other.
    """
    theirs = [(decision, literal) for decision, literal in held if decision.activity.kind in pace.kinds]
    fixed = list(_fixed(x.problem, pace, facts))
    if not theirs or len(theirs) + sum(demand for _, _, demand in fixed) <= pace.most:
        return
    intervals = [_interval(x, pace, decision, literal) for decision, literal in theirs]
    intervals += [x.model.new_fixed_size_interval_var(start, end - start, pace.name) for start, end, _ in fixed]
    if pace.most == 1:
        yield x.model.add_no_overlap(intervals)
    else:
        yield x.model.add_cumulative(intervals, [1] * len(theirs) + [demand for _, _, demand in fixed], pace.most)


def _interval(x: Variables, pace: Pace, decision: Decision, literal: cp_model.IntVar) -> cp_model.IntervalVar:
    day, name = x.day_number(decision), f"{decision.activity.id} {pace.name}"
    return x.model.new_optional_interval_var(day, pace.days, day + pace.days, literal, name)


def _fixed(problem: Problem, pace: Pace, facts: Iterable[Session]) -> Iterator[tuple[int, int, int]]:
    """From day to day, how many fixed sessions last then; no more than the limit is ever said."""
    first_days = [(s.start.date() - problem.start).days for s in counted(problem, pace, facts)]
    edges = sorted({edge for day in first_days for edge in (day, day + pace.days)})
    for start, end in pairwise(edges):
        there = sum(day <= start < day + pace.days for day in first_days)
        if there:
            yield start, end, min(there, pace.most)


def too_many(problem: Problem, pace: Pace, sessions: Sequence[Session]) -> Iterator[tuple[Session, ...]]:
    """The sessions of every so many days on end, from a day of one of them, that hold more than the limit."""
    theirs = counted(problem, pace, sessions)
    for first in sorted({session.start.date() for session in theirs}):
        within = tuple(s for s in theirs if first <= s.start.date() < first + timedelta(pace.days))
        if len(within) > pace.most:
            yield within
