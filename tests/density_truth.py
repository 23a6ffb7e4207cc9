"""The truth about a density check's finding, from the solver and the rules' own ``post``: independent of any counting.

Only the named activities, what they track and what is fixed are in the model. Of each rule only what is about the
finding's subjects, or about the activities themselves, is kept: that is what the sentence claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ortools.sat.python import cp_model

from constraints.catalogue import MUSTS
from constraints.constraint import MustRule
from constraints.density import Density
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
from constraints.problem import Problem
from constraints.variables import Variables

OF_ACTIVITIES: tuple[MustRule, ...] = (
    its_length,
    in_its_window,
    not_in_the_past,
    minimum_notice,
    day_kind,
    needs_met,
    cases_seen,
    counterpart_attends,
    room_for_all,
)
"""Rules about one activity by itself: they count for those that are asked for."""

OF_SUBJECTS: tuple[MustRule, ...] = (
    working_days,
    working_hours,
    only_when_free,
    no_clashes,
    breathing_space,
    no_conflict_of_interest,
    host_independence,
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
    team_at_once,
)
"""Rules about people, cases, things, teams or the contract: they count where those are subjects."""

OF_EVERYBODY: tuple[MustRule, ...] = (working_days, working_hours)
"""Rules that count for everybody where the subject is a thing or a team."""

WITHOUT_HOURS = ("resource", "room", "team")

PATIENCE = 20.0
"""Deterministic time for one finding; a sum of a few dozen activities is proven in a tenth of it."""


class Truth(NamedTuple):
    """The most activities that the rules let be held together: found, and proven to be no more than."""

    found: int
    bound: int


def truth(problem: Problem, finding: Density) -> Truth:
    """How many of a finding's activities can be held, as far as the rules about its subjects go.

    A finding that says "at most" is true once no more are proven possible, whether or not so many are.
    """
    enough = None if finding.exact else finding.free
    return most_held(problem, finding.activities, finding.subjects, finding.kind, enough)


def is_true(problem: Problem, finding: Density) -> bool:
    """Whether a finding is proven true: no more can be held, so many can where it is exact, and more are asked for."""
    found, bound = truth(problem, finding)
    asked_too_much = finding.free < finding.asked == len(set(finding.activities))
    return asked_too_much and bound <= finding.free and (found == finding.free or not finding.exact)


def untrue(problem: Problem, findings: Iterable[Density]) -> list[tuple[Density, Truth]]:
    """The findings that are not proven true, each with the truth."""
    return [(finding, truth(problem, finding)) for finding in findings if not is_true(problem, finding)]


def most_held(
    problem: Problem, activities: Collection[str], subjects: Collection[str], kind: str, enough: int | None = None
) -> Truth:
    """How many of some activities can be held, judged only by rules about some subjects and the activities.

    With ``enough``, the search ends once no more than that are proven possible.
    """
    wanted = set(activities)
    # without the activity that it tracks, one would seem to choose a case of its own
    tracked = {problem.activity[one].tracks for one in wanted | problem.facts} - {""}
    x = Variables(problem.only(wanted | tracked | problem.facts))
    never = x.model.new_constant(0)
    for rule in MUSTS:
        for must in rule.post(x):
            if not _counts(rule, must.subject, wanted, subjects, kind):
                must.constraint.only_enforce_if(never)
    held = sum(x.decisions[one].present for one in sorted(wanted))
    x.model.maximize(held)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = PATIENCE
    if enough is not None:
        solver.best_bound_callback = lambda bound: solver.stop_search() if bound < enough + 1 else None
    status = solver.solve(x.model)
    some = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    assert some or (status == cp_model.UNKNOWN and enough is not None), solver.status_name(status)
    return Truth(solver.value(held) if some else 0, int(solver.best_objective_bound + 1e-6))


def _counts(rule: MustRule, about: str, activities: Collection[str], subjects: Collection[str], kind: str) -> bool:
    if rule in OF_ACTIVITIES:
        return about in activities
    return rule in OF_SUBJECTS and (about in subjects or (kind in WITHOUT_HOURS and rule in OF_EVERYBODY))
