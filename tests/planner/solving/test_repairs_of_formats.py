"""Repairs of the shipped formats after seeded batches of disruptions: a slice of what the campaign does."""

from __future__ import annotations

from random import Random

import pytest
from disruptions import batch, standing
from repaired_formats import Judged, judged
from shipped import planned, stated

from planner.solving.repair import smallest

SEEDS = (("self-directed-review", (1, 3)), ("peer-challenge", (1, 3)), ("team-diagnostics", (1,)), ("ilacs", (0,)))
"""Batches with the freeze, cases withdrawn, people away and reviewers swapped among them."""


@pytest.fixture(scope="module")
def found() -> list[Judged]:
    return [judged(name, seed) for name, seeds in SEEDS for seed in seeds]


def test_repairs_of_the_formats_are_what_they_say(found: list[Judged]) -> None:
    assert [each.faults for each in found if each.faults] == []


def test_fewest_are_proven_and_nothing_near_is_better(found: list[Judged]) -> None:
    assert all(each.repairs.proven for each in found)
    assert sum(each.looked is not None for each in found) >= 2


def test_answers_are_published_to_those_who_have_a_change(found: list[Judged]) -> None:
    assert all(each.sent.files for each in found)


def test_batches_of_the_formats_have_every_kind_of_answer(found: list[Judged]) -> None:
    firsts = [each.repairs.offers[0] for each in found]

    assert sum(bool(first.disturbed) for first in firsts) >= 3
    assert sum(bool(first.thawed) for first in firsts) >= 1
    assert sum(len(each.repairs.offers) >= 3 for each in found) >= 3


def test_what_takes_long_to_plan_may_take_long_to_repair() -> None:
    """After this batch nothing at all was found within three seconds, whatever the format: a traceback."""
    name = "team-diagnostics"
    problem, programme = stated(name), planned(name)

    found = smallest(*standing(problem, programme, batch(problem, programme, Random(f"{name} 10"))))

    assert found.proven
