"""How several costs are weighed into one, so that a unit of each counts more than all that comes after it."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

EXACT = 2**45
"""Costs weighed into one are kept below this: a solver's bound is a float, from which each has to be read exactly."""


def exact(costs: Sequence[cp_model.LinearExprT]) -> int:
    """How many of these costs, the first ones, can be weighed into one; one at least."""
    size, count = 1, 0
    for cost in costs:
        size *= 1 + most_of(cost)
        if count and size > EXACT:
            break
        count += 1
    return count


def most_of(cost: cp_model.LinearExprT) -> int:
    """The most that a cost can come to."""
    if not isinstance(cost, cp_model.LinearExpr):
        return int(cost)
    flat = cp_model.FlatIntExpr(cost)
    ends = [(c * v.domain.min(), c * v.domain.max()) for c, v in zip(flat.coeffs, flat.vars, strict=True)]
    return int(flat.offset + sum(max(pair) for pair in ends))


def dominant(most: Sequence[int]) -> list[int]:
    """Weights by which one unit of a cost counts more than all the costs after it together."""
    weights = [1]
    for after in reversed(most[1:]):
        weights.insert(0, weights[0] * (after + 1))
    return weights
