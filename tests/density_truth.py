"""The truth about a density check's finding, from the solver and the rules' own ``post``: independent of any counting.

Only the named activities and what is fixed are in the model. Of each rule only what is about the finding's subjects, or
about the activities themselves, is kept: that is what the sentence claims.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ortools.sat.python import cp_model

from constraints.catalogue import MUSTS, name_of
from constraints.constraint import MustRule
from constraints.density import Density
from constraints.problem import Problem
from constraints.variables import Variables

OF_ACTIVITIES = frozenset(
    "its_length in_its_window minimum_notice day_kind needs_met cases_seen counterpart_attends room_for_all".split()
)
"""Rules about one activity by itself: they count for those that are asked for."""

OF_SUBJECTS = frozenset(
    """working_days working_hours only_when_free no_clashes breathing_space no_conflict_of_interest host_independence
    reviewer_daily_limit interviewee_daily_limit interviewee_weekly_limit rest_between most_days consecutive_days
    contracted_days one_demand_a_case resource_there resource_shared team_at_once""".split()
)
"""Rules about people, cases, things, teams or the contract: they count where those are subjects."""

OF_EVERYBODY = frozenset(("working_days", "working_hours"))
"""Rules that count for everybody where the subject is a thing or a team."""

WITHOUT_HOURS = frozenset(("resource", "room", "team"))


class Truth(NamedTuple):
    """The most of the named activities that the rules let be held: found, and proven to be no more than."""

    found: int
    bound: int


def truth(problem: Problem, finding: Density, limit: float = 20.0) -> Truth:
    """How many of a finding's activities can be held, as far as the rules about its subjects go.

    Args:
        problem: the problem that the finding is about.
        finding: what the density check says.
        limit: deterministic time.
    """
    return most_held(problem, finding.activities, finding.subjects, finding.kind, limit)


def most_held(
    problem: Problem, activities: Collection[str], subjects: Collection[str], kind: str, limit: float = 20.0
) -> Truth:
    """How many of some activities can be held, judged only by rules about some subjects."""
    wanted = set(activities)
    tracked = {problem.activity[one].tracks for one in wanted} - {""}
    x = Variables(problem.only(wanted | tracked | problem.facts))
    never = x.model.new_constant(0)
    for rule in MUSTS:
        for must in rule.post(x):
            if not counts(rule, must.subject, wanted, subjects, kind):
                must.constraint.only_enforce_if(never)
    held = sum(x.decisions[one].present for one in sorted(wanted))
    x.model.maximize(held)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    # a plain sum over people and days proves most counts
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = limit
    status = solver.solve(x.model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE), solver.status_name(status)
    return Truth(solver.value(held), int(solver.best_objective_bound + 1e-6))


def counts(rule: MustRule, about: str, activities: Collection[str], subjects: Collection[str], kind: str) -> bool:
    """Whether what a rule says about somebody or something counts for a finding."""
    name = name_of(rule)
    if name in OF_ACTIVITIES:
        return about in activities
    return name in OF_SUBJECTS and (about in subjects or (kind in WITHOUT_HOURS and name in OF_EVERYBODY))


def is_true(problem: Problem, finding: Density) -> bool:
    """Whether a finding is proven true: at most so many, exactly so many where it says so; and fewer than are asked."""
    found, bound = truth(problem, finding)
    least = finding.free if finding.exact else 0
    return least <= found and bound <= finding.free < finding.asked == len(finding.activities)
