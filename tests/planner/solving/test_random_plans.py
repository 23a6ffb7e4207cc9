"""Random tiny problems from end to end: the search and the checks agree, and nothing is left out without a reason."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from plan_faults import faults
from tiny_problems import in_two_weeks, tiny_problem

from constraints.problem import Problem
from planner.solving.plan import plan

MANY = 50
"""Problems of a kind: so many run in the tests, more in a campaign."""


def problems(count: int = MANY, start: int = 0) -> list[tuple[Callable[[int], Problem], int]]:
    """So many problems of each kind, as what draws them and the seed."""
    return list(product((tiny_problem, in_two_weeks), range(start, start + count)))


@pytest.mark.parametrize(("draw", "seed"), problems(), ids=lambda value: getattr(value, "__name__", str(value)))
def test_plan_of_a_tiny_problem_keeps_every_rule_and_gives_every_reason(
    draw: Callable[[int], Problem], seed: int
) -> None:
    problem = draw(seed)

    planned = plan(problem)

    assert faults(problem, planned) == []
    assert all(tier.proven for tier in planned.tiers)
