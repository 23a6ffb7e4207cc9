"""The answer out of what can be spared is as good as the whole search where it counts, and moves nothing of others."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from disruptions import Standing, one_cancelled, standing
from plan_faults import faults
from repair_faults import eased
from shipped import SELF_DIRECTED, planned, stated

from constraints.catalogue import DISTURBED, FREEZE, MUSTS_PLACED, SHOULDS_PLACED
from constraints.check import check
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.repair import smallest
from planner.solving.spare import Answered, answered

SEEDS = range(8)
FIRST = (MUSTS_PLACED, SHOULDS_PLACED, FREEZE, DISTURBED)


@cache
def cancelled(seed: int) -> tuple[Standing, Answered]:
    name = SELF_DIRECTED.name
    now = standing(stated(name), planned(name), one_cancelled(stated(name), planned(name), Random(seed)))
    return now, answered(*now)


def first_tiers(problem: Problem, programme: Programme) -> list[int]:
    """What the checks say the answer comes to where it counts most."""
    return [tier.cost for tier in check(problem, programme, (), FIRST).tiers]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_search_leaves_out_less_or_disturbs_fewer(seed: int) -> None:
    now, done = cancelled(seed)
    repairs = smallest(eased(now.problem, done.out_of_turn), now.before)
    spared, best = (first_tiers(now.problem, one) for one in (done.programme, repairs.offers[0].programme))
    assert spared <= best or not done.proven
    assert spared >= best or not repairs.proven


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answer_keeps_every_rule_and_tells_what_is_left_out(seed: int) -> None:
    now, done = cancelled(seed)
    assert not faults(eased(now.problem, done.out_of_turn), done.programme, ())


@pytest.mark.parametrize("seed", SEEDS)
def test_what_disturbs_nobody_moves_the_struck_session_and_the_reserve_alone(seed: int) -> None:
    (problem, before), done = cancelled(seed)
    if done.disturbed:
        pytest.skip("it disturbs somebody")
    for one in before.sessions:
        activity = problem.activity[one.activity]
        stays = one.activity not in problem.struck and activity.priority != "mop-up" and not activity.standing
        assert not stays or done.programme.session[one.activity] == one


def test_nothing_that_happened_needs_no_answer() -> None:
    name = SELF_DIRECTED.name
    problem, before = stated(name).changed(published=planned(name).sessions), planned(name)
    done = answered(problem, before)
    assert done.programme.sessions == before.sessions
    assert done.proven
    assert not done.disturbed
