"""Random tiny problems from end to end: the search and the checks agree, and nothing is left out without a reason."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from tiny_problems import in_two_weeks, tiny_problem

from constraints.check import among_facts, check
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

    judged = check(problem, planned)
    assert [b for v in judged.musts for b in v.breaches if not among_facts(problem, b)] == []
    assert [tier.cost for tier in judged.tiers] == [tier.value for tier in planned.tiers]
    assert [left.activity for left in planned.left_out] == [
        a.id for a in problem.activities if planned.owes(problem, a)
    ]
    assert all(left.why for left in planned.left_out)
    assert all(tier.proven for tier in planned.tiers)
