"""Whether so many activities can really be held, as far as the rules about their subjects go.

What was placed is written down as sessions, with anybody there who is no subject, and judged by the rules' own checks.
A count is called exact only where they find nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from constraints.check import among_facts
from constraints.constraint import MustRule
from constraints.counting.jobs import THINGS, Ask, Held, Kind
from constraints.counting.maker import Maker
from constraints.counting.staff import Staff
from constraints.musts import (
    breathing_space,
    cases_seen,
    consecutive_days,
    contracted_days,
    counterpart_attends,
    day_kind,
    host_independence,
    in_its_window,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    its_length,
    minimum_notice,
    most_days,
    needs_met,
    no_clashes,
    no_conflict_of_interest,
    not_in_the_past,
    one_demand_a_case,
    only_when_free,
    resource_shared,
    resource_there,
    rest_between,
    reviewer_daily_limit,
    room_for_all,
    team_at_once,
    working_days,
    working_hours,
)
from constraints.programme import Programme, in_time

COUNTED: tuple[MustRule, ...] = (
    its_length,
    in_its_window,
    not_in_the_past,
    minimum_notice,
    working_days,
    working_hours,
    day_kind,
    only_when_free,
    no_clashes,
    breathing_space,
    needs_met,
    no_conflict_of_interest,
    host_independence,
    cases_seen,
    counterpart_attends,
    one_demand_a_case,
    reviewer_daily_limit,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    rest_between,
    contracted_days,
    most_days,
    consecutive_days,
    resource_there,
    resource_shared,
    room_for_all,
    team_at_once,
)
"""The rules that a count respects, where they are about its subjects or about the activities asked for."""

EVERYBODYS: tuple[MustRule, ...] = (working_days, working_hours)
"""Those that count for everybody where the subject is a thing or a team, which has no hours of its own."""


def bears(kind: Kind, subjects: Sequence[str], activities: Sequence[str], rule: MustRule, about: str) -> bool:
    """Whether what a rule says about somebody or something bears on a count."""
    return about in subjects or about in activities or (kind in THINGS and rule in EVERYBODYS)


def shown(maker: Maker, ask: Ask, held: Sequence[Held]) -> bool:
    """Whether rules find nothing against holding what was placed."""
    sessions = [Staff(maker, ask, one).session() for one in held]
    told = [session for session in sessions if session is not None]
    if len(told) < len(sessions):
        return False
    problem = maker.problem
    programme = Programme(sessions=tuple(sorted([*told, *problem.fixed], key=in_time)))
    activities = [session.activity for session in told]
    return not any(
        bears(ask.kind, ask.subjects, activities, rule, breach.subject) and not among_facts(problem, breach)
        for rule in COUNTED
        for breach in rule.check(problem, programme)
    )
