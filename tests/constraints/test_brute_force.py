"""On tiny problems, every programme there is: the solver finds the same best, tier by tier.

The programmes are made from the nouns alone (who could come, what could be seen, when, in which room) and judged by
``check`` alone; nothing here knows a variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest
from every_programme import best, broken, cost
from tiniest_problems import tiniest

from constraints.catalogue import MUSTS, REPAIRING, WISHES, Tier, name_of
from constraints.constraint import MustRule, WishRule
from constraints.musts import counterpart_attends, facts_stand, in_its_window, its_length
from constraints.problem import Activity, Problem
from constraints.programme import Programme
from constraints.variables import Variables
from planner.solving.solve import solve

SEEDS = 560
WISHED = tuple(wish for tier in WISHES for wish in tier.wishes)
STRUCTURE = (its_length, counterpart_attends, facts_stand, in_its_window)
"""Rules that the variables keep by themselves, in a search."""


@cache
def best_in_each_order(seed: int) -> tuple[tuple[int, ...], ...]:
    """The least that any programme costs, tier by tier: as one is planned, and as one is repaired."""
    return best(tiniest(seed), (WISHES, REPAIRING))


def best_of(seed: int) -> tuple[int, ...]:
    """The least that any programme costs as one is planned, tier by tier."""
    return best_in_each_order(seed)[0]


@cache
def found_in(seed: int) -> Programme:
    """What the solver finds."""
    return solve(tiniest(seed))


def values(programme: Programme) -> tuple[int, ...]:
    """What the search says of each tier."""
    return tuple(tier.value for tier in programme.tiers)


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(10)], ids=str)
def test_solver_finds_the_best_of_every_programme(seeds: range) -> None:
    for seed in seeds:
        problem = tiniest(seed)

        found = found_in(seed)

        assert (seed, values(found)) == (seed, best_of(seed))
        assert (seed, cost(problem, found)) == (seed, best_of(seed))
        assert not broken(problem, found.sessions)
        assert [tier.tier for tier in found.tiers if not tier.proven] == []


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(10)], ids=str)
def test_solver_finds_the_best_repair_of_every_programme(seeds: range) -> None:
    for seed in seeds:
        problem = tiniest(seed)
        if problem.published:
            found = solve(problem, tiers=REPAIRING)

            assert (seed, values(found)) == (seed, best_in_each_order(seed)[1])
            assert (seed, cost(problem, found, REPAIRING)) == (seed, best_in_each_order(seed)[1])
            assert not broken(problem, found.sessions)


def test_order_of_the_tiers_decides_some_repairs() -> None:
    def of(tiers: Sequence[Tier], values: tuple[int, ...]) -> dict[str, int]:
        return {tier.name: value for tier, value in zip(tiers, values, strict=True)}

    orders = [best_in_each_order(seed) for seed in range(SEEDS)]

    assert sum(of(WISHES, planned) != of(REPAIRING, repaired) for planned, repaired in orders) >= 10


def of_two_pools(activity: Activity) -> bool:
    return len({need.pool for need in activity.needs}) > 1


def in_a_room(activity: Activity) -> bool:
    return bool(activity.rooms)


def about_a_tracked_case(activity: Activity) -> bool:
    return bool(activity.tracks)


@pytest.mark.parametrize("has", [of_two_pools, in_a_room, about_a_tracked_case])
def test_sixty_problems_or_more_have_it(has: Callable[[Activity], bool]) -> None:
    problems = [tiniest(seed) for seed in range(SEEDS)]

    assert sum(any(has(a) and a.id not in p.facts for a in p.activities) for p in problems) >= 60


def test_sixty_problems_or_more_have_sessions_a_way_apart() -> None:
    def apart(problem: Problem) -> bool:
        places = {activity.place for activity in problem.activities}
        return any(set(way) <= places for way in problem.minutes_between)

    assert sum(apart(tiniest(seed)) for seed in range(SEEDS)) >= 60


@cache
def posted_in(seed: int) -> frozenset[str]:
    """The names of the rules that have something to say in a problem."""
    x = Variables(tiniest(seed))
    return frozenset(name_of(rule) for rule in (*MUSTS, *WISHED) if next(iter(rule.post(x)), None))


def asking(rule: MustRule | WishRule) -> Iterator[int]:
    """The seeds of the problems in which a rule has something to say."""
    return (seed for seed in range(SEEDS) if name_of(rule) in posted_in(seed))


@pytest.mark.parametrize("rule", [rule for rule in MUSTS if rule not in STRUCTURE], ids=name_of)
def test_solver_that_forgets_a_must_is_caught(rule: MustRule) -> None:
    forgetful = [must for must in MUSTS if must is not rule]
    found = ((seed, solve(tiniest(seed), musts=forgetful)) for seed in asking(rule))

    assert any(values(programme) != best_of(seed) for seed, programme in found)


@pytest.mark.parametrize("rule", WISHED, ids=name_of)
def test_solver_that_forgets_a_wish_is_caught(rule: WishRule) -> None:
    forgetful = [Tier(tier.name, tuple(wish for wish in tier.wishes if wish is not rule)) for tier in WISHES]
    found = ((seed, solve(tiniest(seed), tiers=forgetful)) for seed in asking(rule))

    assert any(
        values(programme) != best_of(seed) or cost(tiniest(seed), programme) != best_of(seed)
        for seed, programme in found
    )
