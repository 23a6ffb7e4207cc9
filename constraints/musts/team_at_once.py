"""Only so many sessions are held with one team at once.

The others answer the telephone and see families: a service keeps running while it is reviewed. A session is with a team
that it looks at, and with every team of which somebody is met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Problem, Session, instant
from constraints.programme import Programme
from constraints.ticks import merged

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.ticks import Span
    from constraints.variables import Variables

READS = ("counterparts",)


def because(team: str, most: int) -> str:
    """The sentence a person reads."""
    return f"{team} has at most {most} {'session' if most == 1 else 'sessions'} at once, so that it keeps running"


def teams(problem: Problem) -> tuple[str, ...]:
    """Every team of a person's or an activity's."""
    named = (*(person.team for person in problem.people), *(activity.team for activity in problem.activities))
    return tuple(dict.fromkeys(filter(None, named)))


def post(x: Variables) -> Iterator[Must]:
    """The sessions with a team, the fixed ones among them, never overlap more than so many deep."""
    most = x.problem.limits.sessions_per_team_at_once
    if most is None:
        return
    for team in teams(x.problem):
        asking = list(_asking(x, team))
        facts = [fact for fact in x.facts if team in _met(x.problem, fact)]
        if len(asking) + len(facts) > most and asking:
            intervals = [*asking, *_busy(x, facts, most, team)]
            yield Must(team, because(team, most), x.model.add_cumulative(intervals, [1] * len(intervals), most))


def _asking(x: Variables, team: str) -> Iterator[cp_model.IntervalVar]:
    """The sessions that could be with a team, as intervals."""
    members = [person.id for person in x.problem.people if person.team == team]
    for decision in x.decisions.values():
        name = f"{decision.activity.id} with {team}"
        joins = [decision.joins[person] for person in members if person in decision.joins]
        if decision.activity.team == team or any(literal is decision.present for literal in joins):
            joins = [decision.present]
        if joins:
            asks = x.either(joins, name)
            yield x.model.new_optional_interval_var(decision.start, decision.length, decision.end, asks, name)


def _busy(x: Variables, facts: Sequence[Session], most: int, team: str) -> Iterator[cp_model.IntervalVar]:
    """For each number up to the limit, when so many fixed sessions or more are held at once; beyond it they may be."""
    edges = sorted({instant(when) for fact in facts for when in (fact.start, fact.end)})
    for deep in range(1, most + 1):
        spans: list[Span] = [
            (x.ticks.down(start), x.ticks.up(end)) for start, end in pairwise(edges) if len(_at(facts, start)) >= deep
        ]
        for first, last in merged(spans):
            yield x.model.new_fixed_size_interval_var(first, last - first, f"{team} busy {deep} deep {first}")


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Whenever a session with a team starts, no more are held with it than the limit."""
    most = problem.limits.sessions_per_team_at_once
    if most is None:
        return
    met = [(session, _met(problem, session)) for session in programme.sessions]
    for team in teams(problem):
        sessions = [session for session, of_session in met if team in of_session]
        for start in sorted({instant(session.start) for session in sessions}):
            at_once = _at(sessions, start)
            if len(at_once) > most:
                yield Breach(subject=team, sentence=because(team, most), sessions=at_once)


def _met(problem: Problem, session: Session) -> set[str]:
    """The teams that a session is with."""
    return {problem.activity[session.activity].team, *(problem.person[one].team for one in session.counterparts or ())}


def _at(sessions: Sequence[Session], moment: datetime) -> tuple[Session, ...]:
    """The sessions held at a moment."""
    return tuple(s for s in sessions if instant(s.start) <= moment < instant(s.end))
